import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { policyJsonSchema } from '../../../../scripts/policy-schema.ts'
import { root } from '../../../../scripts/root.ts'
import { policyDocumentSchema } from '../../../../src/shared/domain/policy.ts'

test('the JSON Schema that is handed out is the one that is read by (node scripts/make-policy-schema.ts)', () => {
  expect(readFileSync(join(root, 'resources', 'policy.schema.json'), 'utf8')).toBe(policyJsonSchema())
})

test('the example of docs/fleet.md is a policy', () => {
  const [, example] = /```json\n([^`]+)```/.exec(readFileSync(join(root, 'docs', 'fleet.md'), 'utf8')) ?? []
  expect(policyDocumentSchema.safeParse(JSON.parse(example ?? '')).error).toBeUndefined()
})

test.each([
  ['https://api.voice360.app/v3/voice', true],
  ['http://127.0.0.1:4010/v3/voice', true],
  ['http://[::1]/v3', true],
  ['http://api.voice360.app/v3/voice', false],
  ['http://127.0.0.1.evil.example/v3', false],
  ['http://localhost.evil.example', false],
  ['file:///etc/passwd', false],
  ['api.voice360.app', false]
])('an API at %s: %s', (apiUrl, isTaken) => {
  expect(policyDocumentSchema.safeParse({ version: 1, account: { apiUrl } }).success).toBe(isTaken)
})
