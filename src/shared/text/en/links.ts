/** Links to call or write, and who opens them on this system. */
export const links = {
  title: 'Links on pages and in documents',
  tel: 'Links to call (tel:)',
  callto: 'Older links to call (callto:)',
  sms: 'Links to write (sms:)',
  'this-app': 'This app opens them. It asks before it calls.',
  another: 'Another program opens them.',
  unavailable: 'It cannot be told who opens them.',
  isDefault: 'default',
  makeDefault: 'Make this app the default',
  makeDefaultFor: 'Make this app the default: {{links}}',
  failed: 'Nothing was changed: {{reason}}',
  howTo: {
    windows:
      'Windows leaves the choice to you: Settings → Apps → Default apps, find this app there and choose it for each kind of link.',
    macos: 'The button sets it, and macOS may ask you first. Only the installed app can be chosen.',
    linux:
      'A desktop chooses only among installed programs: voice360-companion.desktop has to be among its applications. Where the button changes nothing, look for the default applications in your desktop’s settings.',
    browser: 'A browser tab cannot open the links of other programs. The desktop app does.'
  }
} as const
