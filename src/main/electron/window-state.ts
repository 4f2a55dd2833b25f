import { z } from 'zod'
import type { DocumentStore } from '../core/ports.ts'

const rectangleSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive()
})

const windowStateSchema = z.object({
  main: z.object({ bounds: rectangleSchema, isMaximized: z.boolean() }).nullable().catch(null),
  /** The pop-up's bottom right corner where the user put it, by the set of displays. */
  popupCorners: z.record(z.string(), z.object({ x: z.number().int(), y: z.number().int() })).catch({})
})
export type WindowState = z.infer<typeof windowStateSchema>

/** Where the windows were; what does not parse is forgotten. */
export const readWindowState = (document: DocumentStore): WindowState =>
  windowStateSchema.parse({ main: null, popupCorners: {}, ...document.read() })

export function updateWindowState(document: DocumentStore, change: Partial<WindowState>): void {
  document.write({ ...readWindowState(document), ...change })
}
