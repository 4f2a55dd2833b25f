const appleNames: Readonly<Record<string, string>> = {
  CommandOrControl: '⌘',
  CmdOrCtrl: '⌘',
  Command: '⌘',
  Cmd: '⌘',
  Super: '⌘',
  Control: '⌃',
  Ctrl: '⌃',
  Alt: '⌥',
  Option: '⌥',
  Shift: '⇧',
  Return: '↩',
  Tab: '⇥',
  Delete: '⌦',
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→'
}

const otherNames: Readonly<Record<string, string>> = {
  CommandOrControl: 'Ctrl',
  CmdOrCtrl: 'Ctrl',
  Control: 'Ctrl',
  Super: 'Win',
  Return: 'Enter',
  PageUp: 'Page Up',
  PageDown: 'Page Down'
}

/** Electron's accelerator as its keys are named on this system: ⌘⇧D on a Mac, Ctrl+Shift+D elsewhere. */
export function showKeys(accelerator: string, isApple: boolean): string {
  const names = isApple ? appleNames : otherNames
  return accelerator
    .split('+')
    .map((name) => names[name] ?? name)
    .join(isApple ? '' : '+')
}
