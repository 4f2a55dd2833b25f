/** What is to be keyed in once a number answers, as it stands behind that. */
export interface ExtensionBehind {
  readonly extension: string
  /** The index after it. */
  readonly end: number
}

// The words that libphonenumber knows, and those of German, French, Portuguese and Japanese offices.
const named =
  /[ ,;]{0,3}\(?(?:e?xt(?:ensi(?:on|ón|o\u0301n))?n?|anexo|int|доб|durchwahl|dw|poste|ramal|内線)[.:]{0,2} ?-?(\d{1,20})(?![\p{Script=Latin}\d])#?/iuy
const parameter = /;ext=(\d{1,20})(?!\d)/iy
// Behind one sign alone fewer digits are believed: they may be a second number.
const marked = /,? ?\(?[x#~][.:]? ?(\d{1,9})(?![\p{Script=Latin}\d*#]|[.-]\d)#?/iuy
const paused = /,{1,3}(\d{1,5})(?=#?\s*(?:$|[\n;)]))#?/y

/** The extension behind a number whose last digit is before that index of a plain text, or null. */
export function extensionBehind(text: string, index: number): ExtensionBehind | null {
  for (const pattern of [parameter, named, marked, paused]) {
    pattern.lastIndex = index
    const extension = pattern.exec(text)?.[1]
    if (extension !== undefined) return { extension, end: pattern.lastIndex }
  }
  return null
}
