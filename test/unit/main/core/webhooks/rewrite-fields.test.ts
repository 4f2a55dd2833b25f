import { describe, expect, test } from 'vitest'
import { type FieldRewriter, rewriteFields } from '../../../../../src/main/core/webhooks/index.ts'

/** Tells each value by the name under which it is read. */
const naming: FieldRewriter = {
  key: (key) => key,
  value: ({ name, isInside }, value) => `${name}${isInside ? '' : '!'}=${String(value)}`
}
const rewritten = (raw: string) => rewriteFields(raw, naming)

describe('a body of JSON', () => {
  test('keeps its shape, and each value is told by its flat name', () => {
    const raw = {
      event_name: 'X',
      metadata: { fromNumber: '+1', call: { id: 7 }, tags: ['a', { b: null }] },
      call: { 'queue name': 'Sales' }
    }
    expect(JSON.parse(rewritten(JSON.stringify(raw)) ?? '')).toEqual({
      event_name: 'event_name!=X',
      metadata: {
        fromNumber: 'from_number=+1',
        call: { id: 'call_id=7' },
        tags: ['tags_item=a', { b: 'tags_item_b=null' }]
      },
      call: { 'queue name': 'call_queue_name!=Sales' }
    })
  })

  test('whose metadata is a text of JSON keeps it as one', () => {
    const raw = JSON.stringify({ metadata: JSON.stringify({ to: '1001' }) })
    expect(JSON.parse(rewritten(raw) ?? '')).toEqual({ metadata: '{"to":"to=1001"}' })
  })

  test('reaches no prototype', () => {
    const raw = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":2}}}'
    expect(rewritten(raw)).toContain('__proto__')
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })
})

test('a form or a query stays one', () => {
  const raw =
    'event_name=X&metadata%5Bfrom_number%5D=%2B1&metadata.call.id=7&metadata=%7B%22to%22%3A%221001%22%7D'
  expect([...new URLSearchParams(rewritten(raw) ?? '')]).toEqual([
    ['event_name', 'event_name!=X'],
    ['metadata[from_number]', 'from_number=+1'],
    ['metadata.call.id', 'call_id=7'],
    ['metadata', '{"to":"to=1001"}']
  ])
})

test('keys can be renamed', () => {
  const raw = '{"+1415":1,"metadata":{"a":2}}'
  expect(rewriteFields(raw, { key: (key) => key.toUpperCase(), value: (_field, value) => value })).toBe(
    '{"+1415":1,"METADATA":{"A":2}}'
  )
})

test.each(['', '  ', '[1]', '"text"', '{"broken":'])('%j holds no fields', (raw) => {
  expect(rewritten(raw)).toBeNull()
})
