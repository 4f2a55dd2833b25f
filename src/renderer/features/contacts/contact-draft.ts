import { type Contact, type ContactDraft, maxContactNumbers } from '../../../shared/domain/contact.ts'
import type { Interpretation } from '../../../shared/domain/dialing.ts'
import { t } from '../../text/text.ts'
import type { FormDraft } from '../../ui-state/index.ts'

/** What is wrong with a draft, field by field; numbers by their key. */
export interface DraftProblems {
  readonly name?: string
  readonly numbers: ReadonlyMap<number, string>
}

/** The form of a contact, or of a new one with the number it is for. */
export function formDraftOf(contact: Contact | null, number: string | null): FormDraft {
  const numbers = contact?.numbers.map(({ display, label }) => ({ text: display, label: label ?? '' })) ?? []
  const first = { text: number ?? '', label: '' }
  return {
    name: contact?.name ?? '',
    company: contact?.company ?? '',
    numbers: (numbers.length > 0 ? numbers : [first]).map((it, key) => ({ key, ...it }))
  }
}

/** `draft` with one more empty line for a number, as long as one more can be kept. */
export function withNumber(draft: FormDraft): FormDraft {
  if (draft.numbers.length >= maxContactNumbers) return draft
  const key = Math.max(-1, ...draft.numbers.map((it) => it.key)) + 1
  return { ...draft, numbers: [...draft.numbers, { key, text: '', label: '' }] }
}

/** What is sent of a form; lines left empty are no numbers. */
export const contactDraftOf = ({ name, company, numbers }: FormDraft): ContactDraft => ({
  name: name.trim(),
  company: company.trim() || null,
  numbers: numbers
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, label }) => ({ text: text.trim(), label: label.trim() || null }))
})

/** What keeps a draft from being saved, null for nothing. `read` says what each typed number means, by its key. */
export function problemsOf(
  draft: FormDraft,
  read: ReadonlyMap<number, Interpretation>
): DraftProblems | null {
  const numbers = new Map<number, string>()
  for (const { key, text } of draft.numbers) {
    const interpretation = text.trim() === '' ? undefined : read.get(key)
    const problem = interpretation && problemOfNumber(interpretation)
    if (problem) numbers.set(key, problem)
  }
  const [first] = draft.numbers
  const hasNumber = draft.numbers.some(({ text }) => text.trim() !== '')
  if (!hasNumber && first) numbers.set(first.key, t('contacts.needsNumber'))
  const hasName = draft.name.trim() !== ''
  if (hasName && numbers.size === 0) return null
  return { numbers, ...(hasName ? {} : { name: t('contacts.needsName') }) }
}

/** The problems of fields that still hold what was found wrong; what is mended is not blamed any longer. */
export function problemsLeft(problems: DraftProblems, found: FormDraft, now: FormDraft): DraftProblems {
  const textOf = ({ numbers }: FormDraft, key: number) => numbers.find((it) => it.key === key)?.text
  const numbers = [...problems.numbers].filter(([key]) => textOf(found, key) === textOf(now, key))
  const isNameLeft = problems.name !== undefined && found.name === now.name
  return { numbers: new Map(numbers), ...(isNameLeft ? { name: problems.name } : {}) }
}

/** Emergency and premium numbers may call: only what is no number, or several, cannot be kept. */
function problemOfNumber(read: Interpretation): string | null {
  if (read.outcome === 'dialable') return read.candidates.length > 1 ? t('contacts.twoNumbers') : null
  return read.reason === 'no-number' || read.reason === 'empty' ? t('contacts.noNumber') : null
}
