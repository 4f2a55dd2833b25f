const dots = '••••••••'

/** The webhook's address with its secret hidden. */
export const hideSecret = (webhookUrl: string): string =>
  webhookUrl.replace(/(\/hooks\/)[^/?#]+/u, (_all, before: string) => `${before}${dots}`)
