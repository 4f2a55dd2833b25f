import type { Translate } from '../../src/main/core/translate.ts'

/** Answers the text's key and values instead of its words, so that a test does not depend on how they are put. */
export const textByKey: Translate = (key, values) =>
  values === undefined ? key : `${key} ${JSON.stringify(values)}`
