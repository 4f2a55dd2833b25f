import type { UiStore } from '../../src/renderer/ui-state/index.ts'

/** What is done on a screen before it is looked at. */
export type Act = (uiStore: UiStore) => void | Promise<void>

/** Opens the palette with `text` typed into it. */
export const searchFor =
  (text: string): Act =>
  async (uiStore) => {
    uiStore.getState().setPaletteText(text)
    await appeared(text === '' ? '[role="option"]' : '[role="listbox"][aria-label="Results"]')
  }

/** Presses the button of that name, once it can be pressed. */
export const press =
  (name: string): Act =>
  async () => {
    const named = () =>
      [...document.querySelectorAll('button')].find(
        ({ textContent, ariaLabel, ariaDisabled }) =>
          ariaDisabled !== 'true' && (textContent?.trim() === name || ariaLabel === name)
      )
    while (!named()) await frames(1)
    named()?.click()
    await frames(2)
  }

/** Chooses a way among those on offer. */
export const select =
  (name: string): Act =>
  async () => {
    await appeared('input[name="tunnel-kind"]')
    const labels = [...document.querySelectorAll('label')]
    labels.find(({ textContent }) => textContent?.startsWith(name))?.click()
    await appeared('[data-selected] form')
  }

/** Types into the field that is labelled so, as React notices it. */
export const type =
  (label: string, text: string): Act =>
  async () => {
    await appeared('form')
    const named = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === label)
    const field = named?.control
    if (!(field instanceof HTMLInputElement)) return
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }

/** Chooses what a menu offers. */
export const chooseFromMenu = (menu: string, choice: string): Act =>
  inOrder(press(menu), async () => {
    await appeared('[role="menuitem"]')
    const items = [...document.querySelectorAll<HTMLElement>('[role="menuitem"]')]
    items.find(({ textContent }) => textContent === choice)?.click()
    await appeared('[role="dialog"] h2')
  })

/** Chooses a file, as the person's own dialog would. */
export const chooseFile =
  (name: string): Act =>
  async () => {
    const input = await appeared('input[type="file"]')
    const files = new DataTransfer()
    files.items.add(new File(['Name,Phone\nGrace Hopper,+12025550143\n'], name))
    if (!(input instanceof HTMLInputElement)) return
    input.files = files.files
    input.dispatchEvent(new Event('change', { bubbles: true }))
    await appeared('[aria-busy="false"]')
  }

/** Chooses an option of a select by its label. */
export const choose =
  (label: string, value: string): Act =>
  async () => {
    const list = await appeared(`select[aria-label="${label}"]`)
    if (!(list instanceof HTMLSelectElement)) return
    list.value = value
    list.dispatchEvent(new Event('change', { bubbles: true }))
    await frames(3)
  }

/** One after the other. */
export const inOrder =
  (...acts: readonly Act[]): Act =>
  async (uiStore) => {
    for (const act of acts) await act(uiStore)
  }

/** Waits for what `selector` names. */
export async function appeared(selector: string): Promise<Element> {
  for (;;) {
    const element = document.querySelector(selector)
    if (element) return element
    await frames(1)
  }
}

export async function frames(count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) await new Promise((resolve) => requestAnimationFrame(resolve))
}
