import {
  type CaseTable,
  type ContactTable,
  type Facts,
  formatInstant,
  formatMoment,
  type Line,
  type ListName,
  type Moment,
  type MomentColumn,
  type Reported,
  type Shape,
  type TextColumn,
} from '#geo'

export type Written = string | number | boolean | null

/** One row of a list under its canonical column names, with its geometry apart. */
export interface WrittenRow {
  readonly cells: Readonly<Record<string, Written>>
  readonly shape?: Shape | null
  readonly line?: Line | null
  readonly position?: readonly [number, number] | null
}

/** Some rows of a list, by their places in it. */
export function rowsIn(facts: Facts, list: ListName, places: readonly number[]): WrittenRow[] {
  if (list === 'cases' || list === 'contacts') return places.map((row) => tableRow(facts, facts[list], row))
  const all = rowsOf(facts, list)
  return places.map((place) => all[place]!)
}

type Writer = (facts: Facts) => WrittenRow[]

/** The rows of a list as facts hold them now, under the canonical names of their columns. */
export function rowsOf(facts: Facts, list: ListName): WrittenRow[] {
  return WRITERS[list]?.(facts) ?? []
}

const known = (facts: Facts, { knownAt }: { readonly knownAt: number | null }): Written =>
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
const momentText = (facts: Facts, moment: Moment): string | null =>
  Number.isNaN(moment.at) ? null : formatMoment(facts.pack.timezone, moment)

interface WithOrigin {
  readonly origin: { readonly knownAt: number | null }
}

const simple =
  (pick: (facts: Facts) => readonly WithOrigin[]): Writer =>
  (facts) =>
    pick(facts).map((fact) => ({ cells: { ...plain(facts, fact), knownAt: known(facts, fact.origin) } }))

function withGeometry<Fact extends WithOrigin>(
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

const WRITERS: Partial<Record<ListName, Writer>> = {
  places: withGeometry(
    (facts) => facts.places,
    ({ shape }) => ({ shape }),
  ),
  roads: withGeometry(
    (facts) => facts.roads,
    ({ line }) => ({ line }),
  ),
  backdrop: withGeometry(
    (facts) => facts.backdrop,
    ({ shape, line }) => ({ shape, line }),
  ),
  facilities: withGeometry(
    (facts) => facts.facilities,
    ({ position }) => ({ position }),
  ),
  zones: withGeometry(
    (facts) => facts.zones,
    ({ drawn }) => ({ shape: drawn }),
  ),
  transitions: (facts) => [...simple(({ steps }) => steps)(facts), ...undecidedSteps(facts)],
  cases: (facts) => tableRows(facts, facts.cases),
  contacts: (facts) => tableRows(facts, facts.contacts),
  rounds: simple((facts) => facts.rounds),
  facts: simple((facts) => facts.statedFacts),
  reports: (facts) =>
    facts.reports.map((report) => {
      const { place, day, filedAt, items, origin, town } = report
      const said = Object.fromEntries(Object.entries(items).map(([name, item]) => [name, reportedText(item)]))
      const filed = filedAt === null ? null : momentText(facts, filedAt)
      return {
        cells: {
          ...(town === undefined ? {} : { town }),
          place,
          day,
          filedAt: filed,
          ...said,
          knownAt: known(facts, origin),
        },
      }
    }),
  occupancy: simple((facts) => facts.occupancy),
  checks: simple((facts) => facts.checks),
  passages: simple((facts) => facts.passages),
  metrics: simple((facts) => facts.metrics),
  surveys: (facts) =>
    (facts.surveys ?? []).map(({ position, on, origin, ...cells }) => ({
      cells: {
        ...cells,
        ...{
          day: momentText(facts, on)?.slice(0, 10) ?? null,
          lng: position?.[0] ?? null,
          lat: position?.[1] ?? null,
        },
        knownAt: known(facts, origin),
      },
    })),
}

/** Steps of which no row says how they were decided: without them a decline could be lost. */
function undecidedSteps(facts: Facts): WrittenRow[] {
  return (facts.unread ?? [])
    .filter(({ list, why }) => list === 'transitions' && why === 'no-decision')
    .map(({ zone, transition, step = null, at, knownAt = null }) => ({
      cells: {
        ...{ zone, transition, step, decision: null },
        at: at ? momentText(facts, at) : null,
        knownAt: known(facts, { knownAt }),
      },
    }))
}

function reportedText(item: Reported): string | null {
  switch (item.kind) {
    case 'count':
      return String(item.value)
    case 'approximate':
      return 'about' in item ? `约${item.about}` : `${item.atLeast}+`
    case 'withheld':
      return 'x'
    case 'missing':
      return null
    case 'text':
      return item.text
  }
}

/** Columns → rows. `file`, `segment` and `row` say where a row came from and stay out; `lon` is written as `lng`. */
function tableRows(facts: Facts, table: CaseTable | ContactTable): WrittenRow[] {
  return Array.from({ length: table.length }, (_, row) => tableRow(facts, table, row))
}

function tableRow(facts: Facts, table: CaseTable | ContactTable, row: number): WrittenRow {
  const cells: Record<string, Written> = {}
  for (const [name, column] of Object.entries(table))
    if (!['length', 'file', 'segment', 'row', 'knownAt'].includes(name))
      cells[name === 'lon' ? 'lng' : name] = cellAt(facts, column, row)
  const learned = table.knownAt[row]!
  cells.knownAt = Number.isNaN(learned) ? null : formatInstant(facts.pack.timezone, learned)
  return { cells }
}

function cellAt(facts: Facts, column: TextColumn | MomentColumn | Float64Array, row: number): Written {
  if (column instanceof Float64Array) return Number.isNaN(column[row]!) ? null : column[row]!
  if ('codes' in column) return column.values[column.codes[row]!] ?? null
  const at = column.at[row]!
  return Number.isNaN(at) ? null : momentText(facts, { at, isDay: column.isDay[row] === 1 })
}
