import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
]

const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking']

/** The browser named by `VOICE360_CHROMIUM`, else one that is installed, else the one that came as a package. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = process.env['VOICE360_CHROMIUM'] ?? installed.find((path) => existsSync(path))
  if (executablePath) return chromium.launch({ executablePath, args })
  // Not the package's own arguments: its single process ends with the first page that is closed.
  const { default: packaged } = await import('@sparticuz/chromium')
  return chromium.launch({
    executablePath: await packaged.executablePath(),
    args: [...args, '--no-zygote']
  })
}
