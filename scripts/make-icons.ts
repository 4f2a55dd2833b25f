import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { type Page, chromium as playwright } from 'playwright-core'

// Draws every icon the app ships from the SVGs beside them: `node scripts/make-icons.ts`. The PNGs are kept in the repository.

const folder = join(import.meta.dirname, '..', 'resources')
const trayStates = ['listening', 'degraded', 'deaf']
const traySizes = [16, 22, 32]

interface Drawing {
  readonly svg: string
  readonly png: string
  readonly size: number
}

const windowIcon: Drawing = { svg: read('icon.svg'), png: 'icon-256.png', size: 256 }
// What packages are made with: each size for a Linux desktop, the largest for Windows and macOS.
const packageIcons = [16, 24, 32, 48, 64, 128, 256, 512, 1024].map(
  (size): Drawing => ({ svg: read('icon.svg'), png: `icons/${size}x${size}.png`, size })
)

const trayIcons = trayStates.flatMap((state): Drawing[] => {
  const svg = read(`tray/${state}.svg`)
  // Of a template image macOS takes the shape alone.
  const template = svg.replace(/color="#\w+"/, 'color="#000000"')
  return [
    ...traySizes.flatMap((size) => atBothScales(svg, `tray/${state}-${size}`, size)),
    ...atBothScales(template, `tray/${state}Template`, 16)
  ]
})

function read(file: string): string {
  return readFileSync(join(folder, file), 'utf8')
}

function atBothScales(svg: string, name: string, size: number): Drawing[] {
  return [
    { svg, png: `${name}.png`, size },
    { svg, png: `${name}@2x.png`, size: size * 2 }
  ]
}

async function draw(page: Page, { svg, png, size }: Drawing): Promise<void> {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`
  )
  writeFileSync(join(folder, png), await page.screenshot({ omitBackground: true }))
}

const browser = await playwright.launch({
  executablePath: await chromium.executablePath(),
  args: chromium.args
})
try {
  const page = await browser.newPage()
  for (const drawing of [windowIcon, ...packageIcons, ...trayIcons]) await draw(page, drawing)
} finally {
  await browser.close()
}
