import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { desktopFileName, linuxLinks } from '../../../../src/main/electron/linux-links.ts'
import { linkSchemes } from '../../../../src/shared/domain/link.ts'

const root = join(import.meta.dirname, '..', '..', '..', '..')
let folder: string
let env: NodeJS.ProcessEnv

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'voice360-links-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  env = { HOME: folder, PATH: `${folder}:/usr/bin:/bin`, XDG_DATA_HOME: '', XDG_DATA_DIRS: '/nowhere' }
})

function install(...path: string[]): void {
  const applications = join(folder, ...path, 'applications')
  mkdirSync(applications, { recursive: true })
  writeFileSync(join(applications, desktopFileName), '')
}

/** An xdg-mime that notes how it was asked. */
function xdgMime(script: string): void {
  writeFileSync(join(folder, 'xdg-mime'), `#!/bin/sh\necho "$@" >> '${folder}/asked'\n${script}\n`)
  chmodSync(join(folder, 'xdg-mime'), 0o755)
}
const asked = () => readFileSync(join(folder, 'asked'), 'utf8')

describe('who opens links', () => {
  test.each([
    ['echo voice360-companion.desktop', 'this-app'],
    ['echo org.gnome.Calls.desktop', 'another'],
    ['', 'another'],
    ['exit 4', 'unavailable']
  ])('where xdg-mime says “%s”: %s', async (script, state) => {
    install('.local', 'share')
    xdgMime(script)
    expect(await linuxLinks(env).stateOf('tel')).toBe(state)
    expect(asked()).toBe('query default x-scheme-handler/tel\n')
  })

  test('cannot be known where the app’s desktop file is not installed, or there is no xdg-mime', async () => {
    xdgMime('echo voice360-companion.desktop')
    expect(await linuxLinks(env).stateOf('tel')).toBe('unavailable')
    install('.local', 'share')
    expect(await linuxLinks({ ...env, PATH: '/nowhere' }).stateOf('tel')).toBe('unavailable')
  })

  test.each([
    ['XDG_DATA_HOME', 'own'],
    ['XDG_DATA_DIRS', 'shared']
  ])('is known where the file lies in %s', async (name, place) => {
    install(place)
    xdgMime('echo voice360-companion.desktop')
    expect(await linuxLinks({ ...env, [name]: join(folder, place) }).stateOf('sms')).toBe('this-app')
  })
})

test('the user’s wish is handed to xdg-mime, and a refusal only shows in the state', async () => {
  install('.local', 'share')
  xdgMime('exit 4')
  await linuxLinks(env).makeDefault('callto')
  expect(asked()).toBe('default voice360-companion.desktop x-scheme-handler/callto\n')
})

describe('the desktop file', () => {
  const file = readFileSync(join(root, 'resources', desktopFileName), 'utf8')

  test('names every scheme, and puts a link where it is no switch', () => {
    const types = linkSchemes.map((scheme) => `x-scheme-handler/${scheme};`).join('')
    expect(file).toContain(`\nMimeType=${types}\n`)
    expect(file).toMatch(/^Exec=\S+ -- %u$/m)
  })

  test('has the name by which windows of the app are known', () => {
    expect(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).toMatchObject({
      desktopName: desktopFileName
    })
  })
})
