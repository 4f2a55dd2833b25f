import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { themeSchema } from '../../shared/domain/theme.ts'
import { parseJson } from '../../shared/parse-json.ts'
import type { DocumentStore } from '../core/ports.ts'

const rectangleSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive()
})

const windowStateSchema = z.object({
  main: z.object({ bounds: rectangleSchema, isMaximized: z.boolean() }).nullable().catch(null),
  theme: themeSchema.catch('system'),
  /** The pop-up's bottom right corner where the user put it, by the set of displays. */
  popupCorners: z.record(z.string(), z.object({ x: z.number().int(), y: z.number().int() })).catch({})
})
export type WindowState = z.infer<typeof windowStateSchema>

const parse = (kept: object): WindowState =>
  windowStateSchema.parse({ main: null, theme: 'system', popupCorners: {}, ...kept })

/** Where the windows were; what does not parse is forgotten. */
export const readWindowState = (document: DocumentStore): WindowState => parse(document.read())

/** The same from the document's file, before there is any code that keeps documents. */
export function glanceAtWindowState(file: string): WindowState {
  try {
    return parse(Object(parseJson(readFileSync(file, 'utf8'))))
  } catch {
    // None was kept, or it cannot be read: whoever opens the document will say so.
    return parse({})
  }
}

export function updateWindowState(document: DocumentStore, change: Partial<WindowState>): void {
  document.write({ ...readWindowState(document), ...change })
}
