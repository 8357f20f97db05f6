import type { AssessAnswer, When } from '#geo'

/** How ids, moments and sentences are printed. */
export interface RecordWords {
  readonly zone: (id: string) => string
  readonly move: (transition: string) => string
  readonly level: (id: string) => string
  readonly moment: (when: When | null) => string
  readonly kind: (kind: string) => string
  readonly row: (place: { readonly file: string; readonly row: number }) => string
  readonly count: (n: number) => string
  /** where there is no date, for it hung on people */
  readonly hangsOnPeople: string
  readonly joiner: string
  readonly condition: 'zh' | 'en'
}

/** Zone, change, when it was lowered, when the rule allowed it, and the conditions that were open. */
export function earlyRows({ loweredEarly = [], zones }: AssessAnswer, words: RecordWords): string[][] {
  const sentences = new Map(
    zones.flatMap(({ transitions }) =>
      transitions.flatMap(({ conditions }) =>
        conditions.map((one) => [one.id, one[words.condition]] as const),
      ),
    ),
  )
  return loweredEarly.map(({ zone, transition, to, at, eligibleAt, unmet }) => [
    words.zone(zone),
    `${words.move(transition)} → ${words.level(to)}`,
    words.moment(at),
    eligibleAt === null ? words.hangsOnPeople : words.moment(eligibleAt),
    unmet.map((id) => sentences.get(id) ?? id).join(words.joiner),
  ])
}

/** Zone, level and since when by the order, its row, and what the record of the zone says. */
export function otherwiseRows({ recordedOtherwise = [] }: AssessAnswer, words: RecordWords): string[][] {
  return recordedOtherwise.map(({ zone, from, level, recorded, orderedBy }) => [
    words.zone(zone),
    words.level(level),
    words.moment(from),
    words.row(orderedBy),
    `${words.level(recorded.level)} · ${words.row(recorded)}`,
  ])
}

/** Kinds of places that no rule classifies, and how many there are. */
export function unclassifiedRows({ unclassified = [] }: AssessAnswer, words: RecordWords): string[][] {
  return unclassified.map(({ kind, places }) => [words.kind(kind), words.count(places)])
}
