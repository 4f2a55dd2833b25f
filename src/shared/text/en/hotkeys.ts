/** Hotkeys: what each does, whether it works, recording and proving them. */
export const hotkeys = {
  title: 'Hotkeys',
  dial: 'Dial the copied number',
  dialSelected: 'Dial the selected number',
  popup: 'Move the keyboard into the pop-up',
  app: 'Show this app',
  browser: 'A browser tab cannot take keys from other programs. The desktop app does.',
  unproven:
    'This desktop (Wayland) may keep keys to itself without telling. Prove each hotkey with “Press it now”, from another program.',
  reads: 'The hotkey dials',
  readsHint: 'It only reads. What you copied stays as it is.',
  readsClipboard: 'what was copied',
  readsSelection: 'what is selected',
  taken: 'Another program has these keys: choose others, or quit it and try again.',
  takenByOurs: '“{{hotkey}}” has these keys already: choose others.',
  takenUnproven: 'This desktop (Wayland) does not give these keys.',
  invalid: 'These are no keys that a hotkey can have: choose others.',
  recorder: '{{hotkey}}: {{keys}}',
  change: 'Change the keys',
  pressKeys: 'Press the keys',
  more: '{{keys}} …',
  recordingHint: 'Esc cancels, Backspace brings back {{keys}}.',
  mainKeys: '{{first}} or {{second}}',
  refused: {
    'no-modifier': 'Hold {{mainKeys}} as well, or choose a function key.',
    'unknown-key':
      'This key cannot be part of a hotkey: choose a letter, a digit, an arrow or a function key.',
    'types-character': 'Keys with AltGr type characters: hold {{mainKeys}} instead.',
    'windows-key': 'Keys with the Windows key are the system’s: hold {{mainKeys}} instead.',
    system: 'The system needs {{keys}}: choose others.',
    editing: 'Every program needs {{keys}} for editing text: choose others.',
    programs: 'Most programs have a use for {{keys}}, and would no longer get them: choose others.',
    app: 'This app itself uses {{keys}}: choose others.',
    'other-hotkey': '{{keys}} are the keys of “{{hotkey}}”: choose others.'
  },
  prove: 'Press it now',
  proveHotkey: 'Press it now: {{hotkey}}',
  tryAgainHotkey: 'Try again: {{hotkey}}',
  waiting: 'Press {{keys}}. It does nothing but show that it works.',
  waitingElsewhere: 'Go to another program and press {{keys}} there. It does nothing but show that it works.',
  works: 'It works.',
  'works-here':
    'It came, but with this window in front. This desktop (Wayland) may keep it while another program is: try it from there.',
  nothing: 'Nothing arrived: another program may take it. Choose other keys, or quit that program.',
  nothingUnproven: 'Nothing arrived: this desktop (Wayland) keeps the keys from this app.'
} as const
