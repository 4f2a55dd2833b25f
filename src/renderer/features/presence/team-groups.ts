import type { TeamGroup } from '../../../shared/domain/settings.ts'

/** The groups with `extension` in that of this name, or out of it; a name that is new makes a group, one left empty is gone. */
export function withMembership(
  groups: readonly TeamGroup[],
  name: string,
  extension: string,
  isMember: boolean
): readonly TeamGroup[] {
  const known = groups.find((group) => group.name === name)
  const others = known?.extensions.filter((it) => it !== extension) ?? []
  const changed: TeamGroup = { name, extensions: isMember ? [...others, extension] : others }
  return (known ? groups.map((group) => (group === known ? changed : group)) : [...groups, changed]).filter(
    ({ extensions }) => extensions.length > 0
  )
}
