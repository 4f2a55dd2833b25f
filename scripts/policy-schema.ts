import { z } from 'zod'
import { policyDocumentSchema } from '../src/shared/domain/policy.ts'

/** The JSON Schema of a policy file, as it stands in `resources/policy.schema.json` for editors and deployment tools. */
export function policyJsonSchema(): string {
  const schema = z.toJSONSchema(policyDocumentSchema, {
    io: 'input',
    reused: 'ref',
    override({ jsonSchema }) {
      // Of the program's own copy, and not of the file.
      delete jsonSchema.readOnly
    }
  })
  return `${JSON.stringify({ title: 'Voice360 Companion policy', ...schema }, null, 2)}\n`
}
