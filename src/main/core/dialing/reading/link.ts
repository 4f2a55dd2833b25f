/** One recipient of a link. */
export interface LinkSubject {
  /** The number, with its extension written behind it. */
  readonly text: string
  /** What a local number belongs to, e.g. "+1-212"; null where it is not said, or is a domain. */
  readonly globalContext: string | null
}

// A blank within it makes a label of the scheme: "Tel: 030 123456, Fax: 030 123457".
const link = /^(tel|sms|smsto|callto):(?:\/\/)?([^\s?&]*)(?:[?&].*)?$/is
const visualSeparators = /[().-]/g

/**
 * Whom a tel:, sms: or callto: link is for (RFC 3966, RFC 5724): none where it cannot be read, null where the text is no link.
 * A name, as Skype has them, is given as it stands.
 */
export function subjectsOfLink(text: string): readonly LinkSubject[] | null {
  const [, scheme = '', recipients = ''] = link.exec(text.trim()) ?? []
  if (scheme === '') return null
  // Between the recipients of a message; in a number to call it is a pause.
  const written = scheme.toLowerCase().startsWith('sms') ? recipients.split(',') : [recipients]
  try {
    return written.map(readSubject)
  } catch {
    return []
  }
}

/** @throws URIError at a broken percent-encoding */
function readSubject(written: string): LinkSubject {
  const [number = '', ...parameters] = written.split(';').map(decodeURIComponent)
  const extension = parameterOf(parameters, 'ext').replace(visualSeparators, '')
  const context = parameterOf(parameters, 'phone-context')
  return {
    text: keyed(number) + (/^\d+$/.test(extension) ? `;ext=${extension}` : ''),
    globalContext: /^\+[\d().-]+$/.test(context) ? context : null
  }
}

function parameterOf(parameters: readonly string[], name: string): string {
  const prefix = `${name}=`
  return parameters.find((one) => one.toLowerCase().startsWith(prefix))?.slice(prefix.length) ?? ''
}

/** Without what only makes it easier to read, and with one sign for the pauses. */
const keyed = (number: string): string =>
  /^[+\d().-]*$/.test(number)
    ? number.replace(visualSeparators, '')
    : number.replace(/(?<=\d)[pw]+(?=\d+#?$)/i, ',')
