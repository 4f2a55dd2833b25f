import { expect, test } from 'vitest'
import { galleryPages } from './gallery-pages.ts'

const gallery = galleryPages()

test.each([
  { width: 1080, height: 720 },
  { width: 550, height: 480 }
])('the list of sections leads to each by keyboard, %o', async (viewport) => {
  const page = await gallery.newPage({ viewport })
  await gallery.open(page, 'settings')
  const list = page.getByRole('navigation', { name: 'Sections' })
  const names = await list.getByRole('button').allTextContents()
  const titles = page.getByRole('region', { name: 'Settings' }).getByRole('heading', { level: 2 })
  expect(names).toEqual(await titles.allTextContents())
  for (const name of ['Dialing', 'Messages', 'Dialing']) {
    await list.getByRole('button', { name, exact: true }).press('Enter')
    const title = titles.filter({ hasText: name }).first()
    await expect.poll(() => title.evaluate((it) => it === document.activeElement)).toBe(true)
    const y = (await title.boundingBox())?.y ?? -1
    expect(y).toBeGreaterThanOrEqual(0)
    expect(y).toBeLessThan(viewport.height / 2)
  }
})
