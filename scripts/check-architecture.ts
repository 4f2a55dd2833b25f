import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { confinedNames, forbiddenImports } from './architecture-rules.ts'
import { root } from './root.ts'

export interface Violation {
  readonly rule: string
  readonly from: string
  readonly to: string
}

/** Holds the sources below `folder` against the rules. A result with no modules means that nothing was looked at. */
export async function checkArchitecture(
  folder: string = root
): Promise<{ readonly moduleCount: number; readonly violations: readonly Violation[] }> {
  const { output } = await cruise(['src'], {
    baseDir: folder,
    ruleSet: { forbidden: forbiddenImports },
    validate: true,
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { conditionNames: ['import', 'node', 'types'], exportsFields: ['exports'] }
  })
  const result = output as ICruiseResult
  const imports = result.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }))
  const sources = globSync('src/**/*.{ts,tsx}', { cwd: folder })
  const names = sources.flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8')
    return confinedNames
      .filter(({ pattern, allowedIn }) => !allowedIn.test(file) && pattern.test(text))
      .map(({ rule, pattern }) => ({ rule, from: file, to: pattern.source }))
  })
  return {
    moduleCount: result.modules.filter(({ source }) => source.startsWith('src/')).length,
    violations: [...imports, ...names]
  }
}
