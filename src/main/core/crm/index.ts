export { type CrmOpener, createCrmOpener } from './crm-opener.ts'
