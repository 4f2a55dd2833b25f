/** A contact as it is kept; addresses in their stored form. */
export interface ContactRecord {
  readonly id: string
  readonly name: string
  readonly company: string | null
  readonly numbers: readonly { readonly address: string; readonly label: string | null }[]
}

/** One number of a contact, and whose it is. */
export interface ContactName {
  readonly address: string
  readonly name: string
  readonly company: string | null
}

export interface ContactQuery {
  readonly text: string
  /** The last contact of the page before. */
  readonly after: { readonly name: string; readonly id: string } | null
  readonly limit: number
}
