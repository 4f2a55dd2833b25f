import type { HostAdapters } from './core/ports.ts'

/** The host as one application sees it: once that ends, it is told nothing more and can show nothing more. */
export function hostForOneRun(host: HostAdapters): { readonly host: HostAdapters; readonly end: () => void } {
  const stops: (() => void)[] = []
  let hasEnded = false
  const watching =
    <T>(watch: (listener: (value: T) => void) => () => void) =>
    (listener: (value: T) => void): (() => void) => {
      const stop = watch(listener)
      stops.push(stop)
      return stop
    }
  return {
    host: {
      ...host,
      pages: {
        publish: (channel, payload) => (hasEnded ? undefined : host.pages.publish(channel, payload))
      },
      tray: { show: (status) => (hasEnded ? undefined : host.tray.show(status)) },
      attention: { get: host.attention.get, watch: watching(host.attention.watch) },
      resumed: { watch: watching(host.resumed.watch) }
    },
    end() {
      hasEnded = true
      for (const stop of stops) stop()
      host.shortcuts.register([])
      host.popupWindow.hide()
      host.dialStrip.hide()
    }
  }
}
