import type { Written } from '../team/index.ts'

/** A contact as it is kept; addresses in their stored form. */
export interface ContactRecord {
  readonly id: string
  readonly name: string
  readonly company: string | null
  readonly numbers: readonly { readonly address: string; readonly label: string | null }[]
}

/** A contact with whose it is: the user's own, or the team's as of a revision of what is shared. */
export interface KeptContact extends ContactRecord {
  readonly shared: (Written & { readonly revision: number }) | null
}

/** One number of a contact, and whose it is. */
export interface ContactName {
  /** Of a contact of the team; the user's own count before it. */
  readonly isShared: boolean
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
