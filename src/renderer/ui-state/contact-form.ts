import type { Contact } from '../../shared/domain/contact.ts'

/** A number as it is typed; `key` tells its line from the others as lines come and go. */
export interface DraftNumber {
  readonly key: number
  readonly text: string
  readonly label: string
}

/** A contact as its form holds it. */
export interface FormDraft {
  readonly name: string
  readonly company: string
  readonly numbers: readonly DraftNumber[]
}

/** A contact that is being written, until it is saved or given up. */
export interface ContactForm {
  /** Under which it is saved. */
  readonly contactId: string
  /** The contact that is changed, as it was when its form was filled; null for a new one. */
  readonly base: Contact | null
  readonly draft: FormDraft
}
