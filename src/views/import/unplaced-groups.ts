import type { UnplacedRow } from '#geo'

/** Unplaced rows of one cause and file, as one item. */
export interface UnplacedGroup {
  readonly file: string
  readonly why: string
  readonly rows: readonly UnplacedRow[]
  /** codes of the places where they may be */
  readonly near: readonly string[]
  /** ids of the zones that they hold */
  readonly holds: readonly string[]
}

/** Those that hold most zones first. */
export function unplacedGroups(rows: readonly UnplacedRow[]): UnplacedGroup[] {
  const groups = new Map<string, UnplacedRow[]>()
  for (const row of rows) {
    const key = [row.list, row.file, row.refused, row.why].join('\n')
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  const grouped = [...groups.values()].map(
    (group): UnplacedGroup => ({
      file: group[0]!.file,
      why: group[0]!.why,
      rows: group,
      near: distinct(group.flatMap(({ near }) => near)),
      holds: distinct(group.flatMap(({ holds }) => holds.map(({ zone }) => zone))),
    }),
  )
  return grouped.sort((a, b) => b.holds.length - a.holds.length || b.rows.length - a.rows.length)
}

const distinct = (all: readonly string[]): string[] => [...new Set(all)].sort()
