import type { CaseTable, Evidence, Facts, Instant, Place } from '#geo'

/**
 * Rows of cases that the log learned after the instant and that name the zone, or lie in one of its members: what may
 * stand behind a count that has changed.
 */
export function casesLearnedSince(
  facts: Pick<Facts, 'cases' | 'places' | 'zones'>,
  { zone, since }: { readonly zone: string; readonly since: Instant },
): Evidence[] {
  const { cases } = facts
  const members = new Set(facts.zones.findLast(({ id }) => id === zone)?.members)
  const parents = new Map(facts.places.map(({ code, parent }: Place) => [code, parent]))
  const found: Evidence[] = []
  for (let row = 0; row < cases.length; row++) {
    if (!(cases.knownAt[row]! > since)) continue
    const named = textAt(cases.zone, row)
    const own = named === null ? liesIn(textAt(cases.place, row), { members, parents }) : named === zone
    if (own)
      found.push({
        file: textAt(cases.file, row) ?? 'cases',
        row: cases.row[row]!,
        segment: cases.segment && textAt(cases.segment, row),
        ...{ at: null, value: null },
      })
  }
  return found
}

const textAt = (column: CaseTable['id'], row: number): string | null =>
  column.values[column.codes[row]!] ?? null

function liesIn(
  place: string | null,
  { members, parents }: { members: ReadonlySet<string>; parents: ReadonlyMap<string, string | null> },
): boolean {
  for (let code = place; code !== null; code = parents.get(code) ?? null) if (members.has(code)) return true
  return false
}
