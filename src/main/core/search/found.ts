/** A person found: an address that was in touch or belongs to a contact. */
export interface FoundPerson {
  readonly address: string
  /** The name that Voice360 told of it, where there is one; a contact's name is known elsewhere. */
  readonly toldName: string | null
  readonly lastContactAtMs: number | null
}

/** A message or note found, with its whole text. */
export interface FoundText {
  readonly kind: 'message' | 'note'
  readonly id: string
  readonly address: string
  readonly atMs: number
  readonly body: string
}
