import { expect, test } from 'vitest'
import { updateTroubleOf } from '../../../../src/main/electron/update-trouble.ts'

test.each([
  [Object.assign(new Error('sha512 checksum mismatch'), { code: 'ERR_CHECKSUM_MISMATCH' }), 'notGenuine'],
  [Object.assign(new Error('not signed'), { code: 'ERR_UPDATER_INVALID_SIGNATURE' }), 'notGenuine'],
  [Object.assign(new Error('no file'), { code: 'ERR_UPDATER_CHANNEL_FILE_NOT_FOUND' }), 'unpublished'],
  [Object.assign(new Error('404 Not Found'), { statusCode: 404 }), 'unpublished'],
  [Object.assign(new Error('503'), { statusCode: 503 }), 'unreachable'],
  [new Error('net::ERR_INTERNET_DISCONNECTED'), 'unreachable'],
  [Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), 'unreachable'],
  [new Error('EACCES: permission denied'), 'otherTrouble'],
  ['text', 'otherTrouble']
])('%s is %s', (error, trouble) => {
  expect(updateTroubleOf(error)).toBe(trouble)
})
