import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchChromium } from './launch-chromium.ts'
import { myLine, type OpenedApp, openApp, talkWith } from './opened-app.ts'

const ada = '+12125550123'

let browser: Browser
let app: OpenedApp
let field: Locator

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

beforeEach(async () => {
  app = await openApp(browser)
  field = fieldOf(app.page)
  await talkWith(app, ada, 'Ada Lovelace')
  await write(app.page)
})
afterEach(async () => {
  await app.close()
  expect(app.complaints).toEqual([])
})

const fieldOf = (page: Page) => page.getByRole('textbox', { name: 'Message', exact: true })
const log = (page = app.page) => page.getByRole('log')
const button = (name: string) => app.page.getByRole('button', { name, exact: true })
const choose = async (menu: string, choice: string | RegExp) => {
  await button(menu).click()
  await app.page.getByRole('menuitem', { name: choice }).click()
}
const isFieldFocused = () => field.evaluate((it) => it === document.activeElement)
const dialog = (name: string) => app.page.getByRole('dialog', { name, exact: true })

/** Goes to Ada. */
async function write(page: Page): Promise<void> {
  await page.evaluate((address) => {
    window.location.hash = `/people/${encodeURIComponent(address)}`
  }, ada)
  await page.getByRole('heading', { name: 'Ada Lovelace' }).waitFor()
  await fieldOf(page).click()
}

/** The app once more, in a window of its own. */
async function secondWindow(): Promise<Page> {
  const page = await browser.newPage({ storageState: await app.page.context().storageState() })
  await page.goto(app.page.url())
  return page
}

/** The bodies of the messages that Voice360 was asked to send, in their order. */
async function sent(): Promise<readonly string[]> {
  const requests =
    await app.control.get<{ method: string; path: string; body: { message: string } }[]>('/requests')
  return requests
    .filter(({ method, path }) => method === 'POST' && path.endsWith('/sms/send'))
    .map(({ body }) => body.message)
}

test('whom one has only talked with is written to by the line that they called', async () => {
  const line = app.page.getByRole('combobox', { name: 'Message from' })
  await expect.poll(() => line.inputValue()).toBe(myLine)
})

test('Enter twice and a double click send one message, and the field is ready for the next', async () => {
  const { page } = app
  await field.fill('Your order is ready.')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  expect(await field.inputValue()).toBe('')
  await log().getByText('Your order is ready.').waitFor()
  await page.keyboard.type('Until six.')
  await button('Send').dblclick()
  await log().getByText('Until six.').waitFor()
  await log().getByText('delivered').nth(1).waitFor()
  expect(await isFieldFocused()).toBe(true)
  expect(await sent()).toEqual(['Your order is ready.', 'Until six.'])
})

test('a draft is kept, is the same in two windows, and sent from both is one message', async () => {
  await field.pressSequentially('Is tomorrow')
  const other = await secondWindow()
  await write(other)
  await expect.poll(() => fieldOf(other).inputValue()).toBe('Is tomorrow')

  await fieldOf(other).press('End')
  await fieldOf(other).pressSequentially(' all right?')
  await expect.poll(() => field.inputValue()).toBe('Is tomorrow all right?')
  await Promise.all([field.press('Enter'), fieldOf(other).press('Enter')])
  await log(other).getByText('delivered').waitFor()
  await expect.poll(() => fieldOf(other).inputValue()).toBe('')
  expect(await sent()).toEqual(['Is tomorrow all right?'])

  await field.fill('One more thing')
  await other.reload()
  await write(other)
  await expect.poll(() => fieldOf(other).inputValue()).toBe('One more thing')
  await other.close()
})

test('words written over one draft in two windows are each sent or still there', async () => {
  await field.pressSequentially('Hello')
  const other = await secondWindow()
  await write(other)
  await expect.poll(() => fieldOf(other).inputValue()).toBe('Hello')
  await Promise.all([field.press('End'), fieldOf(other).press('End')])
  await Promise.all([field.pressSequentially(' Ada'), fieldOf(other).pressSequentially(' again')])
  await Promise.all([field.press('Enter'), fieldOf(other).press('Enter')])
  // What is still there is one draft: in both windows, and of both where neither was sent before the other was written.
  const areThere = async () => {
    const texts = [...(await sent()), await field.inputValue(), await fieldOf(other).inputValue()]
    const lines = texts.flatMap((text) => text.split('\n'))
    return ['Hello Ada', 'Hello again'].map((words) => lines.includes(words))
  }
  await expect.poll(areThere).toEqual([true, true])
  expect(await sent()).toHaveLength(new Set(await sent()).size)
  await other.close()
})

test('leaving a person keeps what was just typed', async () => {
  const { page } = app
  await field.pressSequentially('Half a sen')
  await page.getByRole('link', { name: /Team/ }).click()
  await page.getByRole('region', { name: 'Team' }).waitFor()
  await write(page)
  expect(await field.inputValue()).toBe('Half a sen')
})

test('what forces UCS-2 is marked and named, and one click makes it plain', async () => {
  const { page } = app
  await field.fill('We’re open until “five”.')
  await page.getByText('UCS-2, 1 segment').waitFor()
  await page.getByText('’, “ and ” make this 1 segment of at most 70 characters.').waitFor()
  expect(await page.locator('mark').allTextContents()).toEqual(['’', '“', '”'])
  await button('Use plain characters').click()
  expect(await field.inputValue()).toBe('We\'re open until "five".')
  expect(await page.locator('mark').count()).toBe(0)
  expect(await isFieldFocused()).toBe(true)
})

test('marks stay behind their characters while the field scrolls', async () => {
  await field.fill(`${'line\n'.repeat(30)}it’s`)
  await field.press('Control+End')
  const tops = () =>
    app.page.evaluate(() => {
      const area = document.querySelector('textarea')
      const marks = document.querySelector('mark')?.parentElement
      return [area?.scrollTop, marks?.scrollTop, (area?.scrollHeight ?? 0) - (marks?.scrollHeight ?? 1)]
    })
  await expect.poll(async () => (await tops())[0]).toBeGreaterThan(100)
  const [area, marks, difference] = await tops()
  expect(marks).toBe(area)
  expect(difference).toBe(0)
})

test('too long a text is blocked, and goes out as the numbered messages that were seen before', async () => {
  const text = `${'All the words of this sentence are needed. '.repeat(6)}End.`
  await field.fill(text)
  await app.page.getByText('Voice360 takes at most 160 in one message').waitFor()
  await app.page.keyboard.press('Enter')
  expect(await sent()).toEqual([])

  await button('Send as 2 messages…').click()
  const preview = dialog('Send 2 messages?')
  const parts = await preview.getByRole('listitem').locator('p').allTextContents()
  expect(parts.map((part) => part.slice(0, 6))).toEqual(['(1/2) ', '(2/2) '])
  await preview.getByRole('button', { name: 'Cancel' }).click()
  expect(await field.inputValue()).toBe(text)
  expect(await sent()).toEqual([])

  await button('Send as 2 messages…').click()
  await preview.getByRole('button', { name: 'Send 2 messages' }).click()
  await expect.poll(isFieldFocused).toBe(true)
  expect(await field.inputValue()).toBe('')
  await log().getByText('delivered').nth(1).waitFor({ timeout: 20_000 })
  expect(await sent()).toEqual(parts)

  await field.fill(text)
  await choose('Send later…', /^Tomorrow/)
  await preview.getByText(/They go out tomorrow at 09:00/).waitFor()
  await preview.getByRole('button', { name: 'Schedule 2 messages' }).click()
  const waiting = app.page.getByRole('list', { name: 'Waiting messages' })
  await waiting.getByText('2 parts').waitFor()
  await expect.poll(isFieldFocused).toBe(true)
  await waiting.getByRole('button', { name: 'Edit' }).click()
  await expect.poll(() => field.inputValue()).toBe(text)
  expect(await sent()).toEqual(parts)
})

test('Ctrl+Enter sends once it is chosen, and Enter then begins a line', async () => {
  const { page } = app
  await page.getByText('Enter sends, Shift+Enter begins a line').waitFor()
  await field.pressSequentially('one')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.type('three')
  expect(await field.inputValue()).toBe('one\n\nthree')

  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByLabel('Key that sends a message').selectOption('Ctrl+Enter')
  await write(page)
  await page.getByText('Ctrl+Enter sends, Enter begins a line').waitFor()
  await field.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('four')
  expect(await sent()).toEqual([])
  await page.keyboard.press('Control+Enter')
  await log().getByText('delivered').waitFor()
  expect(await sent()).toEqual(['one\n\nthree\nfour'])
})

test('the Enter of an input method chooses a word and sends nothing', async () => {
  await field.fill('nihao')
  await field.evaluate((it) =>
    it.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true })
    )
  )
  expect(await field.inputValue()).toBe('nihao')
  expect(await sent()).toEqual([])
})

test('templates and emoji come in at the caret, by the keyboard alone, and can be undone', async () => {
  const { page } = app
  await field.pressSequentially('See  soon')
  for (let back = 0; back < 5; back += 1) await page.keyboard.press('ArrowLeft')
  await button('Emoji').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('thumbs up')
  await page.keyboard.press('Enter')
  await expect.poll(() => field.inputValue()).toBe('See 👍 soon')
  await page.keyboard.press('Control+z')
  expect(await field.inputValue()).toBe('See  soon')

  await button('Emoji').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  const named = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
  expect(named).toBe('smiling face with halo')
  await page.keyboard.press('Escape')
  await dialog('Emoji').waitFor({ state: 'detached' })

  await field.fill('')
  await choose('Templates', 'Thank you')
  await expect.poll(() => field.inputValue()).toBe('Thank you for your call, Ada Lovelace. John Smith')
})

test('a template is written in the settings and used as it stands there', async () => {
  const { page } = app
  await page.getByRole('link', { name: 'Settings' }).click()
  await button('Add a template').click()
  await page.getByLabel('Name of the template').fill('Directions')
  await page.getByLabel('Words').fill('Hi {name}, take exit 4. {me}, {line}, {unknown}')
  await page.getByText(/^Hi Anna Meier, take exit 4\. John Smith/).waitFor()
  await page.getByText(/^Hi, take exit 4\./).waitFor()
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Save' }).click()
  await button('Move “Directions” up').click()
  await write(page)
  await choose('Templates', 'Directions')
  await expect
    .poll(() => field.inputValue())
    .toMatch(/^Hi Ada Lovelace, take exit 4\. John Smith, .+, \{unknown\}$/)
})

test('rich text is pasted as plain text, without what controls or turns it', async () => {
  const { page } = app
  const source = await browser.newPage()
  await source.setContent(
    '<p><b>Bold</b> and <a href="https://example.com">a link</a></p><p>\u202eturned\u202c <i>end</i></p>'
  )
  await source.keyboard.press('Control+a')
  await source.keyboard.press('Control+c')
  await source.close()
  await page.bringToFront()
  await field.fill('>><<')
  await field.press('End')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Control+v')
  expect(await field.inputValue()).toBe('>>Bold and a link\n\nturned end<<')
  await page.keyboard.type('!')
  expect(await field.inputValue()).toBe('>>Bold and a link\n\nturned end!<<')
})

test('to a number that said STOP it is sent only after a question, and START or the user clears that', async () => {
  const { page, control } = app
  const notice = page.getByText(/This number asked on .+ for no more messages/)
  const second = () => Math.floor(Date.now() / 1_000)
  await control.post('/messages', { from: ada, to: myLine, body: 'STOP' })
  const stoppedAt = second()
  await notice.waitFor()
  await field.fill('One last word.')
  await page.keyboard.press('Enter')
  const question = dialog('Send although the number said STOP?')
  await question.getByRole('button', { name: 'Cancel' }).click()
  expect(await field.inputValue()).toBe('One last word.')
  expect(await sent()).toEqual([])
  await button('Send').click()
  await question.getByRole('button', { name: 'Send anyway' }).click()
  await log().getByText('delivered').waitFor()
  expect(await sent()).toEqual(['One last word.'])

  // Voice360 tells whole seconds: within one, STOP outweighs START.
  await expect.poll(second).toBeGreaterThan(stoppedAt)
  await control.post('/messages', { from: ada, to: myLine, body: 'START' })
  await notice.waitFor({ state: 'detached' })
  await choose('More for this number', 'Mark as wanting no messages')
  await notice.waitFor()
  await button('Mark as willing').click()
  await notice.waitFor({ state: 'detached' })
})

test('a message waits for its time, can be edited, deleted, and sent at once', async () => {
  const { page } = app
  const waiting = page.getByRole('list', { name: 'Waiting messages' })
  await choose('Send later…', /^In 1 hour/)
  await page.getByText('Write the message first.').waitFor()
  await field.fill('Good morning!')
  await choose('Send later…', /^In 1 hour/)
  await expect.poll(isFieldFocused).toBe(true)
  await waiting.getByText(/Will be sent .+ at \d\d:\d\d, while this app runs/).waitFor()
  expect(await field.inputValue()).toBe('')

  await waiting.getByRole('button', { name: 'Edit' }).click()
  await expect.poll(() => field.inputValue()).toBe('Good morning!')
  await waiting.waitFor({ state: 'detached' })
  await choose('Send later…', /^At another time/)
  const picker = dialog('Send later')
  await picker.getByLabel('When').fill('2020-01-01T09:00')
  await picker.getByRole('button', { name: 'Schedule' }).click()
  await picker.getByText('That time has passed').waitFor()
  await page.keyboard.press('Escape')
  expect(await field.inputValue()).toBe('Good morning!')
  expect(await sent()).toEqual([])

  await choose('Send later…', /^Tomorrow/)
  await waiting.getByText('Good morning!').waitFor()
  await field.fill('Something else')
  await waiting.getByRole('button', { name: 'Edit' }).click()
  await waiting.getByText('There is another message being written here').waitFor()
  expect(await field.inputValue()).toBe('Something else')
  await waiting.getByRole('button', { name: 'Send now' }).click()
  await log().getByText('delivered').waitFor()
  expect(await sent()).toEqual(['Good morning!'])

  await choose('Send later…', /^Tomorrow/)
  await waiting.getByRole('button', { name: 'Delete' }).click()
  await dialog('Delete this message?').getByRole('button', { name: 'Delete' }).click()
  await waiting.waitFor({ state: 'detached' })
  expect(await sent()).toEqual(['Good morning!'])
})

test('a missed caller is texted back, from the card and from the history, but not over a draft', async () => {
  const { page, control } = app
  const grace = '+12125550187'
  const { call_id: callId } = await control.post('/calls', {
    from: grace,
    to: myLine,
    caller_name: 'Grace Hopper'
  })
  await page.getByRole('article').getByText('ringing').waitFor()
  await control.post(`/calls/${callId}/hang-up`, { by: 'caller' })
  await page.locator('article button[aria-disabled="false"]', { hasText: 'Text back' }).click()
  await page.getByRole('heading', { name: 'Grace Hopper' }).waitFor()
  const words = 'Hi Grace Hopper, sorry I missed your call. How can I help? John Smith'
  await expect.poll(() => field.inputValue()).toBe(words)

  await field.fill('')
  await log().getByRole('button', { name: 'Text back' }).press('Enter')
  await expect.poll(() => field.inputValue()).toBe(words)
  await field.fill('My own words')
  await log().getByRole('button', { name: 'Text back' }).press('Enter')
  await expect.poll(isFieldFocused).toBe(true)
  expect(await field.inputValue()).toBe('My own words')
})
