import { type Facts, formatInstant, formatMoment, type Line, type Moment, type Shape } from '#geo'

export type Written = string | number | boolean | null

/** One row of a list under its canonical column names, with its geometry apart. */
export interface WrittenRow {
  readonly cells: Readonly<Record<string, Written>>
  readonly shape?: Shape | null
  readonly line?: Line | null
  readonly position?: readonly [number, number] | null
}

export type Writer = (facts: Facts) => WrittenRow[]

export const known = (facts: Facts, { knownAt }: { readonly knownAt: number | null }): Written =>
  knownAt === null ? null : formatInstant(facts.pack.timezone, knownAt)

function plain(facts: Facts, fact: object): Record<string, Written> {
  const cells: Record<string, Written> = {}
  for (const [name, value] of Object.entries(fact)) {
    if (name === 'origin') continue
    if (Array.isArray(value) && value.every((part) => typeof part === 'string'))
      cells[name] = value.join(';') || null
    else if (value === null || typeof value !== 'object') cells[name] = value as Written
    else if ('isDay' in value) cells[name] = momentText(facts, value as Moment)
  }
  return cells
}

/** Null for a time that no cell and no file of the row tells. */
export const momentText = (facts: Facts, moment: Moment): string | null =>
  Number.isNaN(moment.at) ? null : formatMoment(facts.pack.timezone, moment)

interface WithOrigin {
  readonly origin: { readonly knownAt: number | null }
}

export const simple =
  (pick: (facts: Facts) => readonly WithOrigin[]): Writer =>
  (facts) =>
    pick(facts).map((fact) => ({ cells: { ...plain(facts, fact), knownAt: known(facts, fact.origin) } }))

export function withGeometry<Fact extends WithOrigin>(
  pick: (facts: Facts) => readonly Fact[],
  geometryOf: (fact: Fact) => Pick<WrittenRow, 'shape' | 'line' | 'position'>,
): Writer {
  return (facts) =>
    pick(facts).map((fact) => {
      const cells = plain(facts, fact)
      for (const name of ['shape', 'line', 'drawn', 'position']) delete cells[name]
      return { cells: { ...cells, knownAt: known(facts, fact.origin) }, ...geometryOf(fact) }
    })
}
