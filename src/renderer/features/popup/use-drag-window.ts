import type { PointerEvent } from 'react'
import { useBridge } from '../../bridge/index.ts'

/** Handlers that let the pop-up's window follow the pointer while it is pressed; where the cards are part of a page, nothing. */
export function useDragWindow() {
  const bridge = useBridge()
  if (document.body.dataset['page'] !== 'popup') return {}
  const drag = (grip: { readonly x: number; readonly y: number } | null) =>
    void bridge.request('popup:drag', { grip }).catch(() => {})
  return {
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      drag({ x: event.clientX, y: event.clientY })
    },
    onLostPointerCapture: () => drag(null)
  }
}
