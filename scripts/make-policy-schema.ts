import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { policyJsonSchema } from './policy-schema.ts'
import { root } from './root.ts'

// node scripts/make-policy-schema.ts, after a setting or the policy's own schema changed
writeFileSync(join(root, 'resources', 'policy.schema.json'), policyJsonSchema())
