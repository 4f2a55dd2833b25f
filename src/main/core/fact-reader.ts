import type { FieldAliases } from '../../shared/domain/event-reading.ts'
import { addressReader, type ReadAddress } from './numbers/index.ts'
import type { EventReader } from './ports.ts'

/** What turns the fields of an event into facts. */
export interface FactReader {
  readonly readAddress: ReadAddress
  readonly aliases: FieldAliases
}

export const createFactReader = ({ region, aliases }: EventReader): FactReader => ({
  readAddress: addressReader(region),
  aliases
})
