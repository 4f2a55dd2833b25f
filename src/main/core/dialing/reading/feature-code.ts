/**
 * The keys of a code that switches something at the telephone system or the carrier, alone or before a number ("#31#…" hides the
 * caller): "*", "#", "+" and digits, in their order. Null where the text has neither "*" nor "#", or more than keys.
 */
export function featureCodeIn(text: string): string | null {
  if (!/[*#]/.test(text) || !/^[\d*#+ ().-]+$/.test(text)) return null
  return text.replace(/[ ().-]/g, '')
}

/** Whether what looks like a code is a number with a bullet before it ("* 212 555 0101"), or an extension behind it ("… #7"). */
export const mayBeNumber = (text: string): boolean =>
  /^[*#] [^*#]+$/.test(text) || /^[^*#]+# ?\d{1,9}$/.test(text)
