import { closeSync, fstatSync, openSync, readFileSync, type Stats, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { PolicyFile } from '../core/ports.ts'
import type { PolicyPlace } from './policy-place.ts'

const writableByOthers = 0o022

/**
 * Reads the policy, unless somebody could have written it who is no administrator: the file and its folder have to belong to one
 * of `owners`, and nobody else may write them. Never throws.
 */
export function readPolicyFile({ path, owners }: PolicyPlace): PolicyFile {
  let file: number | null = null
  try {
    file = openSync(path, 'r')
    // What was opened is asked, and not the path, which could lead to another file by now.
    const trouble = troubleOf(fstatSync(file), owners) ?? troubleOf(statSync(dirname(path)), owners)
    return { path, trouble, text: trouble === null ? readFileSync(file, 'utf8') : null }
  } catch (error) {
    return { path, text: null, trouble: isAbsence(error) ? null : 'unreadable' }
  } finally {
    if (file !== null) closeSync(file)
  }
}

function troubleOf({ uid, mode }: Stats, owners: PolicyPlace['owners']): PolicyFile['trouble'] {
  if (owners === null) return null
  if (!owners.includes(uid)) return 'otherOwner'
  return (mode & writableByOthers) === 0 ? null : 'writableByOthers'
}

const isAbsence = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
