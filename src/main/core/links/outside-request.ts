/** What another program asks of this one: a link that it opened, or a number given on the command line; without one, the copied one. */
export type OutsideRequest =
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'dial'; readonly text: string }

/** In characters: what is longer holds no number that someone meant to call. */
export const longestRequest = 2_000

/** As many as are looked at of those that come at once: more than one is never answered. */
export const mostRequests = 100
