import type { Contact } from '../../../shared/domain/contact.ts'
import { showAddress } from '../numbers/index.ts'
import type { ContactRecord } from './contact-record.ts'

/** A contact as a screen shows it. */
export const showContact = ({ id, name, company, numbers }: ContactRecord): Contact => ({
  id,
  name,
  company,
  numbers: numbers.map(({ address, label }) => ({ address, display: showAddress(address), label }))
})
