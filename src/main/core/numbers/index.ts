export { kindOfAddress, readAddress } from './read-address.ts'
export { showAddress } from './show-address.ts'
