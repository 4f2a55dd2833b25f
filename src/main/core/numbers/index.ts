export { addressReader, type ReadAddress } from './address-reader.ts'
export { kindOfAddress, readAddress } from './read-address.ts'
export { showAddress } from './show-address.ts'
