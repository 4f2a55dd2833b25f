import { expect, test } from 'vitest'
import { asked, galleryPages } from './gallery-pages.ts'

const gallery = galleryPages()

test('a colleague’s caller is taken over after a question, at the revision that was seen', async () => {
  const page = await gallery.newPage()
  await gallery.open(page, 'work-claims')
  const lost = page.getByRole('region', { name: 'To call back' })
  await lost.getByRole('button', { name: 'Take over' }).first().click()
  expect(await asked(page, 'queues:mark-lost-caller')).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: 'Take over' }).click()
  await expect
    .poll(() => asked(page, 'queues:mark-lost-caller'))
    .toMatchObject([{ mark: 'claimed', revision: 0 }])
  // What somebody took on long ago is anyone's.
  await lost.getByRole('button', { name: 'Take over' }).nth(1).click()
  await expect
    .poll(() => asked(page, 'queues:mark-lost-caller'))
    .toMatchObject([{}, { mark: 'claimed', revision: 1 }])
})

test('sharing can be chosen only where a team shares, and turned off anywhere', async () => {
  const page = await gallery.newPage()
  const title = page.getByRole('heading', { name: 'Shared with your team' })
  const notes = page.getByRole('checkbox', { name: 'Share mine, show the team’s' })
  await gallery.open(page, 'settings')
  await page.getByRole('heading', { name: 'Data on this computer' }).waitFor()
  expect(await title.count()).toBe(0)

  await gallery.open(page, 'settings-sharing')
  await title.waitFor()
  const changes = () => asked(page, 'settings:update-settings')
  await notes.click()
  await expect.poll(changes).toEqual([{ change: { isSharingRemarks: true } }])

  await gallery.open(page, 'settings-sharing-alone')
  await page.getByText('so nothing is shared now').waitFor()
  await notes.click()
  await expect.poll(changes).toEqual([{ change: { isSharingRemarks: false } }])
  // It stays, so that it can be turned on again.
  await expect.poll(() => notes.isChecked()).toBe(false)
})

test('a note that came too late stays in its field; going on with it replaces what the user was told of', async () => {
  const page = await gallery.newPage()
  await gallery.open(page, 'work-note-changed')
  const field = page.getByRole('textbox', { name: 'Note of this call' })
  expect(await field.inputValue()).toBe('Wants 60 desks now, not 40.')
  await field.fill('Wants 60 desks, not 50.')
  await field.press('Control+Enter')
  const team = 'Wants a quote for 40 desks by Friday; ask Maria about the discount.'
  await expect
    .poll(() => asked(page, 'calls:set-note'))
    .toMatchObject([
      { body: 'Wants 60 desks now, not 40.', seen: team },
      { body: 'Wants 60 desks, not 50.', seen: team }
    ])
})
