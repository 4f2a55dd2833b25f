/** Who needs keys that a hotkey would take from them. */
export type KeysOwner = 'system' | 'editing' | 'programs' | 'app'

interface Reserved {
  readonly owner: KeysOwner
  /** Where they are: on Macs only, on other systems only, or on both. */
  readonly on?: 'apple' | 'others'
  readonly accelerators: readonly string[]
}

const withMain = (keys: string): readonly string[] => keys.split('').map((key) => `CommandOrControl+${key}`)

const reserved: readonly Reserved[] = [
  { owner: 'editing', accelerators: [...withMain('ACVXYZ'), 'CommandOrControl+Shift+Z'] },
  { owner: 'app', accelerators: [...withMain('K0'), 'CommandOrControl+Return'] },
  { owner: 'programs', accelerators: [...withMain('FNOPQSTW'), 'CommandOrControl+Tab'] },
  {
    owner: 'system',
    on: 'others',
    accelerators: [
      'Alt+F4',
      'Alt+Tab',
      'Alt+Shift+Tab',
      'Alt+Space',
      'CommandOrControl+Alt+Delete',
      'CommandOrControl+Shift+Tab'
    ]
  },
  {
    owner: 'system',
    on: 'apple',
    accelerators: [
      ...withMain('HM'),
      'CommandOrControl+Space',
      'Control+Space',
      'CommandOrControl+Alt+Space',
      'CommandOrControl+Shift+Tab',
      'CommandOrControl+Shift+3',
      'CommandOrControl+Shift+4',
      'CommandOrControl+Shift+5',
      'CommandOrControl+Control+Q',
      'Control+Up',
      'Control+Down',
      'Control+Left',
      'Control+Right'
    ]
  }
]

/** Who needs these keys, as the recorder writes them; null where they are free to take. */
export function ownerOf(accelerator: string, isApple: boolean): KeysOwner | null {
  const isHere = ({ on }: Reserved) => on === undefined || (on === 'apple') === isApple
  return reserved.find((it) => isHere(it) && it.accelerators.includes(accelerator))?.owner ?? null
}
