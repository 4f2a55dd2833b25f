import { type BrowserWindow, powerMonitor } from 'electron'
import { createLiveValue, type LiveValue } from '../core/live-value.ts'
import type { Attention } from '../core/ports.ts'

/** What the user and the machine are doing, as Electron tells it. */
export function watchAttention(window: BrowserWindow): Pick<LiveValue<Attention>, 'get' | 'watch'> {
  const attention = createLiveValue<Attention>({
    isSeen: false,
    isLocked: false,
    isOnBattery: powerMonitor.onBatteryPower
  })
  const become = (change: Partial<Attention>) => attention.set({ ...attention.get(), ...change })
  const look = () => become({ isSeen: window.isVisible() && !window.isMinimized() })
  window.on('show', look)
  window.on('hide', look)
  window.on('minimize', look)
  window.on('restore', look)
  powerMonitor.on('lock-screen', () => become({ isLocked: true }))
  powerMonitor.on('unlock-screen', () => become({ isLocked: false }))
  powerMonitor.on('on-battery', () => become({ isOnBattery: true }))
  powerMonitor.on('on-ac', () => become({ isOnBattery: false }))
  return attention
}
