import module from 'node:module'
import { join } from 'node:path'

/**
 * Keeps what V8 made of the code that is loaded from now on, beside the user's data, so that the next start need not make it again.
 * An Electron with a Node before 22 compiles each time.
 */
export function keepCompiledCode(userDataFolder: string): void {
  if ('enableCompileCache' in module) module.enableCompileCache(join(userDataFolder, 'Compiled Code'))
}
