import { describe, expect, it } from 'vitest'
import { plainText } from '../../../../../src/main/core/plain-text.ts'
import { type Field, fieldAliases, readField } from '../../../../../src/main/core/webhooks/index.ts'

describe('readField', () => {
  const fields: readonly Field[] = [
    'callId',
    'messageId',
    'from',
    'to',
    'extension',
    'queueName',
    'callerName',
    'body'
  ]

  it.each(fields)('finds %s under each of its names', (field) => {
    for (const alias of fieldAliases[field]) expect(readField({ [alias]: 'value' }, field)).toBe('value')
  })

  it('takes the likeliest name that says something', () => {
    expect(readField({ from_number: '', from: null, caller: '+15551234567' }, 'from')).toBe('+15551234567')
    expect(readField({ from: 'second', from_number: 'first' }, 'from')).toBe('first')
  })

  it('reads a number as text, and nothing else', () => {
    expect(readField({ extension: 1001 }, 'extension')).toBe('1001')
    expect(readField({ extension: { id: 1 } }, 'extension')).toBeNull()
    expect(readField({ extension: true }, 'extension')).toBeNull()
  })
})

describe('plainText', () => {
  it('removes what makes a text look like something else, and leaves emoji alone', () => {
    expect(plainText(' +1555\u202e765\u0000\u001b[31m ')).toBe('+1555765[31m')
    expect(plainText('two\nlines\t👨‍👩‍👧')).toBe('two\nlines\t👨‍👩‍👧')
  })
})
