import { createRequestGate, type OutsideRequest, readCommandLine } from '../core/links/index.ts'
import { onOpenUrl } from './open-url.ts'
import { onFurtherStart } from './single-instance.ts'

/** The words of a command line behind the program's own. */
export const wordsOf = (argv: readonly string[]): readonly string[] => argv.slice(1)

/** What this start, further ones and links ask for, held until the application can answer. */
export function gatherOutsideRequests(first: readonly OutsideRequest[]) {
  const gate = createRequestGate()
  gate.add(first)
  onFurtherStart((argv) => gate.add(readCommandLine(wordsOf(argv)).requests))
  onOpenUrl((url) => gate.add([{ kind: 'link', url }]))
  return gate
}
