import { checkArchitecture } from '../check-architecture.ts'

const { moduleCount, violations } = await checkArchitecture()
for (const { rule, from, to } of violations) console.error(`${rule}: ${from} → ${to}`)
console.log(`architecture: ${moduleCount} modules, ${violations.length} violations`)
process.exitCode = moduleCount > 0 && violations.length === 0 ? 0 : 1
