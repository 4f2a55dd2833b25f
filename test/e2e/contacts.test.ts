import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchChromium } from './launch-chromium.ts'
import { myLine, type OpenedApp, openApp } from './opened-app.ts'

let browser: Browser
let app: OpenedApp
let detail: Locator

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

beforeEach(async () => {
  app = await openApp(browser)
  detail = app.page.getByRole('main')
  await app.page.getByRole('navigation').getByRole('link', { name: 'Contacts' }).click()
})
afterEach(async () => {
  await app.close()
  expect(app.complaints).toEqual([])
})

const list = () => app.page.getByRole('listbox', { name: 'My contacts' })

async function chooseFile(name: string, content: string | Buffer): Promise<void> {
  await app.page.locator('header').getByRole('button', { name: 'Import contacts' }).click()
  await app.page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) })
}

test('a contact is made, found, changed and deleted', async () => {
  const { page } = app
  await page.locator('header').getByRole('button', { name: 'New contact' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Enter a name.').waitFor()
  await page.getByText('Enter at least one number').waitFor()
  await page.getByRole('textbox', { name: 'Name' }).fill('Grace Hopper')
  await page.getByRole('textbox', { name: 'Number 1', exact: true }).fill('call me maybe')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('No phone number was found here.').waitFor()
  await page.getByRole('textbox', { name: 'Number 1', exact: true }).fill('(202) 555-0143')
  await page.getByText('read as +1 202 555 0143').waitFor()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: 'Grace Hopper' }).waitFor()
  await list().getByText('Grace Hopper').waitFor()

  await page.getByPlaceholder('Search or dial').fill('0143')
  await list().getByText('Grace Hopper').waitFor()
  await page.getByPlaceholder('Search or dial').fill('nobody of this name')
  await page.getByText('No contact matches').waitFor()
  await page.getByPlaceholder('Search or dial').press('Escape')

  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByRole('textbox', { name: 'Company' }).fill('Navy Yard')
  await page.getByRole('button', { name: 'Save' }).click()
  await detail.getByText('Navy Yard').first().waitFor()

  await page.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await page.getByText('No contacts yet').waitFor()
})

test('a caller from an imported table is shown by name; rows that are none are reported', async () => {
  const { page, control } = app
  await chooseFile(
    'customers.csv',
    'Kunde,Firma,Telefon,Mobil\nGrace Hopper,Navy Yard,+1 202 555 0143,\nNobody,,no number yet,\nAlan Turing,,(202) 555-0144,n/a\n'
  )
  await page.getByText('Rows that are not taken').waitFor()
  // Whoever knows better says what a column holds.
  await page.getByRole('combobox', { name: '“Firma” is taken as' }).selectOption('ignored')
  await page.getByRole('combobox', { name: '“Firma” is taken as' }).selectOption('company')
  await page.getByRole('combobox', { name: '“Kunde” is taken as' }).selectOption('name')
  await page.getByRole('combobox', { name: '“Telefon” is taken as' }).selectOption('number')
  await page.getByText('1 row is not taken').waitFor()
  await page.getByText('1 of these rows is taken only in part').waitFor()
  await page
    .getByRole('list', { name: 'Rows that are not taken' })
    .getByText('no number yet')
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Import 2 contacts' }).click()
  await page.getByText('2 contacts were imported.').waitFor()
  // What is to be mended in the file can be read after it too.
  await page
    .getByRole('list', { name: 'Rows that are not taken' })
    .getByText('no number yet')
    .first()
    .waitFor()
  await page.getByRole('list', { name: 'Rows of which something is left out' }).getByText('Alan').waitFor()
  await page.getByRole('button', { name: 'Show contacts' }).click()
  await list().getByText('Grace Hopper').click()
  await page.getByRole('heading', { name: 'Grace Hopper' }).waitFor()

  await control.post('/calls', { from: '+12025550143', to: myLine, extension: '1001' })
  await page.getByRole('article', { name: 'Grace Hopper' }).getByText('ringing').waitFor()
})

test('an address book with a broken card gives what can be read of it', async () => {
  const { page } = app
  await chooseFile(
    'book.vcf',
    [
      'BEGIN:VCARD',
      'VERSION:3.0',
      'FN:Zoë O’Brien',
      'TEL;TYPE=CELL:+1 202 555 0155',
      'END:VCARD',
      'BEGIN:VCARD',
      'VERSION:3.0',
      'FN:Without Number',
      'END:VCARD',
      ''
    ].join('\r\n')
  )
  await page.getByText('1 new contact').waitFor()
  await page.getByText('1 row is not taken').waitFor()
  await page.getByRole('button', { name: 'Import 1 contact' }).click()
  await page.getByText('1 contact was imported.').waitFor()
  await page.getByRole('button', { name: 'Show contacts' }).click()
  await list().getByText('Zoë O’Brien').waitFor()
})

test('a file in Windows’ encoding is read, one that is no text is refused', async () => {
  const { page } = app
  await chooseFile('book.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 1]))
  await page.getByText('“book.xlsx” is not a text file.').waitFor()
  await page.locator('input[type=file]').setInputFiles({
    name: 'kunden.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Name;Telefon\r\nJürgen Müller;+49 30 23125 555\r\n', 'latin1')
  })
  await page.getByText('1 new contact').waitFor()
  await page.getByText('Jürgen Müller').first().waitFor()
})

test('a large file goes through the browser’s wire, and can be cancelled', async () => {
  const { page } = app
  const rows = Array.from(
    { length: 20_000 },
    (_, index) => `Person ${index},+1212${String(2_000_000 + index)}`
  )
  await chooseFile('large.csv', ['Name,Phone', ...rows].join('\n'))
  await page.getByRole('button', { name: /^Import [\d,.]+ contacts$/ }).click({ timeout: 60_000 })
  await page.getByRole('progressbar', { name: 'Importing contacts' }).waitFor()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByText(/^Cancelled\. \d+ of \d+ were stored/).waitFor()
})

test('a contact that is being written is as it was left when a call takes one elsewhere', async () => {
  const { page } = app
  const name = page.getByRole('textbox', { name: 'Name' })
  const number = page.getByRole('textbox', { name: 'Number 1', exact: true })
  const company = page.getByRole('textbox', { name: 'Company' })
  const go = (place: string) => page.getByRole('navigation').getByRole('link', { name: place }).click()
  const openNew = () => page.locator('header').getByRole('button', { name: 'New contact' }).click()
  await openNew()
  await name.fill('Grace Hopper')
  await go('Calls')
  await go('Contacts')
  await openNew()
  expect(await name.inputValue()).toBe('Grace Hopper')
  await number.fill('(202) 555-0143')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: 'Grace Hopper' }).waitFor()

  await page.getByRole('button', { name: 'Edit' }).click()
  await company.fill('Navy Yard')
  await openNew()
  expect(await name.inputValue()).toBe('')
  await list().getByText('Grace Hopper').click()
  await expect.poll(() => company.inputValue()).toBe('Navy Yard')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Edit' }).click()
  expect(await company.inputValue()).toBe('')
})
