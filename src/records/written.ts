import { type Facts, formatInstant, formatMoment, type Line, type Moment, type Shape } from '#geo'

export type Written = string | number | boolean | null

/** One row of a list under its canonical column names, with its geometry apart. */
export interface WrittenRow {
  readonly cells: Readonly<Record<string, Written>>
  readonly shape?: Shape | null
  readonly line?: Line | null
  readonly position?: readonly [number, number] | null
}

/** Writes rows of a list as `facts` hold them. */
export type Writer<Row> = (rows: readonly Row[], facts: Facts) => WrittenRow[]

/** When a row was learned, as text. */
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

/** Every value under the name that the row has for it. */
export const plainly: Writer<WithOrigin> = (rows, facts) =>
  rows.map((row) => ({ cells: { ...plain(facts, row), knownAt: known(facts, row.origin) } }))

/** The same of rows with ground, which stands apart. */
export const withGeometry =
  <Row extends WithOrigin>(
    geometryOf: (row: Row) => Pick<WrittenRow, 'shape' | 'line' | 'position'>,
  ): Writer<Row> =>
  (rows, facts) =>
    rows.map((row) => {
      const cells = plain(facts, row)
      for (const name of ['shape', 'line', 'drawn', 'position']) delete cells[name]
      return { cells: { ...cells, knownAt: known(facts, row.origin) }, ...geometryOf(row) }
    })
