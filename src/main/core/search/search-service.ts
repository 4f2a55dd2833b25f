import type { Call } from '../../../shared/domain/call.ts'
import type { Party } from '../../../shared/domain/party.ts'
import type { SearchResult } from '../../../shared/domain/search.ts'
import type { Directory } from '../contacts/index.ts'
import type { SearchLedger } from '../ports.ts'
import { typedDigits } from './digits.ts'
import type { FoundPerson, FoundText } from './found.ts'
import { snippetOf } from './snippet.ts'
import { hasWord, type TypedWord, typedWords, wordsOf } from './words.ts'

/** Finds people and what was written. */
export interface SearchService {
  find(query: { readonly text: string; readonly limit: number }): Promise<SearchResult>
}

interface Dependencies {
  readonly ledger: SearchLedger
  readonly directory: Pick<Directory, 'describe'>
  readonly colleagues: () => readonly { readonly extension: string; readonly name: string }[]
  readonly myExtension: () => string | null
  readonly findCall: (callId: string) => Promise<Call | null>
}

/** Colleagues come first: they are few, and known without the ledger. */
export function createSearchService(dependencies: Dependencies): SearchService {
  const { ledger, directory, colleagues, myExtension, findCall } = dependencies

  /** With whom a text is; of a note on a call, whom I see there. */
  async function partyOf({ kind, id, address }: FoundText): Promise<Party> {
    const call = kind === 'note' ? await findCall(id) : null
    return call?.other ?? directory.describe(address)
  }

  return {
    async find({ text, limit }) {
      const typed = typedWords(text, 'each')
      if (typed.length === 0 && typedDigits(text).length === 0) return { people: [], texts: [] }
      const found = await ledger.search({ text, limit })
      const extensions = colleagues()
        .filter((colleague) => isColleague(colleague, text, typed))
        .map(({ extension }) => extension)
      const people = withFirst(extensions, found.people).slice(0, limit)
      const texts = found.texts.map(async (each) => ({
        kind: each.kind,
        id: each.id,
        party: await partyOf(each),
        atMs: each.atMs,
        text: snippetOf(each.body, typedWords(text, 'last'))
      }))
      return {
        people: people.map(({ address, toldName, lastContactAtMs }) => ({
          party: directory.describe(address, toldName),
          // A call between colleagues is contact with both, and I am one of them.
          lastContactAtMs: address === myExtension() ? null : lastContactAtMs
        })),
        texts: await Promise.all(texts)
      }
    }
  }
}

const isColleague = (
  { extension, name }: { readonly extension: string; readonly name: string },
  text: string,
  typed: readonly TypedWord[]
): boolean => {
  const words = wordsOf(name)
  const [digits] = typedDigits(text)
  return (
    (digits !== undefined && extension.startsWith(digits)) ||
    (typed.length > 0 && typed.every((word) => hasWord(words, word)))
  )
}

function withFirst(addresses: readonly string[], people: readonly FoundPerson[]): readonly FoundPerson[] {
  const known = new Map(people.map((person) => [person.address, person]))
  const first = addresses.map(
    (address) => known.get(address) ?? { address, toldName: null, lastContactAtMs: null }
  )
  const isFirst = new Set(addresses)
  return [...first, ...people.filter(({ address }) => !isFirst.has(address))]
}
