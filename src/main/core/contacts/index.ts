export { contactSortName } from './contact-sort-name.ts'
export { type ContactsService, createContactsService } from './contacts-service.ts'
export { createDirectory, type Directory } from './directory.ts'
export { keptContactOf } from './team-contacts.ts'
