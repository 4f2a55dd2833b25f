import { beforeEach, expect, it, vi } from 'vitest'
import { asPlainText, DesktopNotifier } from '../../../../src/main/electron/notifier.ts'

type Listener = (event: Readonly<Record<string, string>>) => void

const { made } = vi.hoisted(() => ({
  made: [] as {
    options: Readonly<Record<string, unknown>>
    tell: (name: string, event?: object) => void
    calls: string[]
  }[]
}))

vi.mock('electron', () => ({
  Notification: class {
    readonly #listeners = new Map<string, Listener>()
    readonly #calls: string[] = []

    constructor(options: Readonly<Record<string, unknown>>) {
      const tell = (name: string, event = {}) => this.#listeners.get(name)?.(event)
      made.push({ options, tell, calls: this.#calls })
    }

    on(name: string, listener: Listener): void {
      this.#listeners.set(name, listener)
    }

    show(): void {
      this.#calls.push('show')
    }

    close(): void {
      this.#calls.push('close')
    }
  }
}))

const notifier = new DesktopNotifier()

beforeEach(() => {
  made.length = 0
})

it('takes the meaning from markup where the desktop would read it', () => {
  const body = 'Eve & <a href="https://example.com">Co</a>'
  expect(asPlainText(body, 'linux')).toBe('Eve &amp; &lt;a href="https://example.com"&gt;Co&lt;/a&gt;')
  expect(asPlainText(body, 'win32')).toBe(body)
})

it('shows a notification, tells of a click on it, and takes it back as often as it is asked to', () => {
  const onActivate = vi.fn<() => void>()
  const takeBack = notifier.notify({ title: 'Message', body: 'Hello', onActivate })
  expect(made[0]).toMatchObject({
    options: { title: 'Message', body: 'Hello', silent: false },
    calls: ['show']
  })
  made[0]?.tell('click')
  expect(onActivate).toHaveBeenCalledOnce()
  takeBack()
  takeBack()
  expect(made[0]?.calls).toEqual(['show', 'close', 'close'])
})

it('makes no sound where none is wanted, and offers no field for what cannot be answered', () => {
  notifier.notify({ title: 'Message', body: '', isSilent: true, onActivate() {} })
  expect(made[0]?.options).toEqual({ title: 'Message', body: '', silent: true })
})

it('has a field for a reply, which it hands on', () => {
  const onReply = vi.fn<(text: string) => void>()
  notifier.notify({ title: 'Message', body: '', onActivate() {}, reply: { placeholder: 'Reply', onReply } })
  expect(made[0]?.options).toMatchObject({ hasReply: true, replyPlaceholder: 'Reply' })
  made[0]?.tell('reply', { reply: 'On my way' })
  expect(onReply).toHaveBeenCalledWith('On my way')
})
