import type { FormatTable } from '../../formats/table'
import type { Kind } from '../../records/records'
import { textOf } from '../cells/fields'
import { type Asking, type FileRead, NOTHING_READ } from '../files/file-read'
import type { ListFile } from '../list-file'
import { aProblem, type Problem } from '../problem'
import { withYears, type YearsLacking, yearsLacking } from './years'
import { withZonesTold, type ZonesLacking, zonesLacking } from './zone-levels'

/** What a table lacks that somebody has to say. */
interface Lacking {
  readonly path: string
  readonly encoding: string | null
  readonly rows: number
  readonly years: YearsLacking | null
  readonly zones: ZonesLacking | null
}

/** Reads the table once more with a change, and with what is to be said of the changed table. */
export type AnsweredIn = (
  change: (table: FormatTable) => FormatTable,
  moreOf: (table: FormatTable) => readonly Problem[],
) => FileRead

/** What has to be asked of a table; null where nothing has. */
export function lackingIn({
  path,
  kind,
  table,
}: {
  readonly path: string
  readonly kind: Kind
  readonly table: FormatTable
}): Lacking | null {
  const years = yearsLacking(kind, table)
  const zones = zonesLacking(kind, table, path)
  return years || zones ? { path, encoding: table.encoding, rows: table.rows.length, years, zones } : null
}

/** What has to be asked of a list, and how it is read with the answers. Nothing of its table is kept. */
export function askingOf(
  { path, encoding, rows, years, zones }: Lacking,
  list: ListFile,
  answeredIn: AnsweredIn,
): Asking {
  return {
    ...{ list, years, zones },
    answered: (answers) => {
      if (answers.zones?.isNone) {
        const problem = aProblem(path, 'no-zones', { seen: String(rows) })
        const unlisted = [{ file: path, encoding, rows }]
        return { ...NOTHING_READ, unlisted, problems: [problem], becomes: null, absent: 0 }
      }
      const answeredYears = years && answers.years
      const answeredZones = zones && answers.zones
      let [becomes, absent] = [null as string | null, 0]
      const change = (table: FormatTable): FormatTable => {
        const dated = answeredYears ? withYears(table, years, answeredYears) : null
        if (dated) ({ becomes, absent } = dated)
        const read = dated?.table ?? table
        return answeredZones ? withZonesTold(read, zones, answeredZones) : read
      }
      const said = { years: answeredYears && years, zones: answeredZones && zones }
      const read = answeredIn(change, (table) => answersSaid(path, { ...said, table }))
      return { ...read, becomes, absent }
    },
  }
}

/** What was read by an answer is told, once a column. */
function answersSaid(
  path: string,
  {
    years,
    zones,
    table,
  }: {
    readonly years: YearsLacking | null
    readonly zones: ZonesLacking | null
    readonly table: FormatTable
  },
): Problem[] {
  const firsts = firstsIn(years)
  const asked = new Set([
    ...[...firsts.values()].map(({ row }) => row),
    ...(zones?.level ?? []),
    ...(zones?.begin ?? []),
  ])
  const cellsOf = new Map(
    table.rows.filter(({ row }) => asked.has(row)).map(({ row, cells }) => [row, cells]),
  )
  const cellOf = (row: number, header: string): string | null => textOf(cellsOf.get(row)?.[header])
  const dated = [...firsts].map(([column, { row, seen, count }]) => {
    const detail = { count, areaM2: null, pairs: [] }
    return aProblem(path, 'year-answered', { column, row, seen, suggestion: cellOf(row, column), detail })
  })
  const told = (['level', 'begin'] as const).flatMap((part) => {
    const header = zones?.[`${part}Header`] ?? (part === 'level' ? 'level' : 'from')
    const told = zones?.[part].filter((row) => cellOf(row, header) !== null) ?? []
    const [row] = told
    if (row === undefined) return []
    const detail = { count: told.length, areaM2: null, pairs: [] }
    return [aProblem(path, `${part}-answered`, { column: header, seen: cellOf(row, header), detail })]
  })
  return [...dated, ...told]
}

/** By column, the first of its cells without a year and how many there are. */
function firstsIn(years: YearsLacking | null) {
  const firsts = new Map<string, { readonly row: number; readonly seen: string; readonly count: number }>()
  for (const { row, seen, header } of years?.cells ?? []) {
    const before = firsts.get(header)
    firsts.set(header, before ? { ...before, count: before.count + 1 } : { row, seen, count: 1 })
  }
  return firsts
}
