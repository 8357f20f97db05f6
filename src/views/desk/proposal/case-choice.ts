import { type Facts, formatInstant, isSeen, rowNames } from '#geo'

/** A counted case that a proposal can start from. */
export interface CaseChoice {
  /** its id, else the name of its row */
  readonly id: string
  /** reporting time, as printed */
  readonly at: string
  readonly place: string | null
}

/** Counted cases that are seen at the instant, the newest first. */
export function caseChoices({ cases, places, pack }: Facts, asOf: number): readonly CaseChoice[] {
  const names = new Map(places.map(({ code, name }) => [code, name]))
  const text = ({ codes, values }: typeof cases.id, row: number): string | null => values[codes[row]!] ?? null
  return Array.from({ length: cases.length }, (_, row) => row)
    .filter((row) => isSeen(cases.reportedAt.at[row]!, cases.reportedAt.isDay[row] === 1, asOf))
    .filter((row) => text(cases.kind, row) !== 'suspected')
    .sort((a, b) => cases.reportedAt.at[b]! - cases.reportedAt.at[a]!)
    .map((row) => {
      const place = text(cases.place, row)
      return {
        id: rowNames(cases)[row]!,
        at: formatInstant(pack.timezone, cases.reportedAt.at[row]!),
        place: place === null ? null : (names.get(place) ?? place),
      }
    })
}
