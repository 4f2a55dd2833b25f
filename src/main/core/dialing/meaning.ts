/** A phone number found in a text. */
export interface NumberTarget {
  /** E.164. */
  readonly address: string
  /** What was written behind it to be keyed in by hand: the 89 of "x89"; null where there was nothing. */
  readonly extension: string | null
  readonly isPremium: boolean
  readonly isTollFree: boolean
  /** ISO 3166; null where the digits do not tell, e.g. of satellite phones. A toll-free number may serve all who share its calling code. */
  readonly country: string | null
}

/** What a person meant by a text that they typed, copied or clicked, whether or not it may be dialed. */
export type Meaning =
  | { readonly kind: 'extension'; readonly address: string }
  | { readonly kind: 'number'; readonly target: NumberTarget }
  /** In the order in which they stand in the text, each once. */
  | { readonly kind: 'several'; readonly targets: readonly [NumberTarget, NumberTarget, ...NumberTarget[]] }
  | { readonly kind: 'feature-code'; readonly code: string }
  | { readonly kind: 'emergency'; readonly digits: string }
  | { readonly kind: 'nothing'; readonly reason: 'empty' | 'no-number' | 'too-long' }

export interface ReadingRules {
  /** ISO 3166, reads numbers written without a country code. */
  readonly region: string
  readonly isKnownExtension: (digits: string) => boolean
}
