import { eachMade } from '../../formats/rows'
import type { FormatTable, RawRow } from '../../formats/table'
import { isAboutPersons } from '../../log/personal/kept-text'
import type { Field } from '../../records/field'
import { ageBandOf } from '../../records/person-fields'
import type { Kind } from '../../records/records'
import { readField, textOf } from '../cells/fields'
import type { Derived } from '../headers/derived-table'
import { matchHeaders, spellings } from '../headers/headers'
import { personalOf } from '../personal'

type Cells = RawRow['cells']
type Said = Derived['said'][number]

const AGES: readonly string[] = ['年龄', '年齡', '年龄周岁', '周岁', '岁数', 'age', 'ageyears']
/** Days of which the first that stands in a row is the day at which its person is so old. */
const DAYS = ['reportedAt', 'sampledAt', 'onsetOn', 'exposedAt', 'transferredAt'] as const
/** Days are compared by year, month and date only: which zone they are of makes no age. */
const ANY_ZONE = 'Asia/Shanghai'

/** Sex and birthday as an identity number of the mainland tells them. */
interface Told {
  readonly sex: 'male' | 'female'
  /** `YYYYMMDD` */
  readonly born: string
}

/**
 * The table of a list of persons with sex and age band: the band from a column of ages, which is not kept itself, else
 * from an identity number and the day of the row; the sex from the identity number where no cell says it.
 */
export function withPersonDerived(kind: Kind, table: FormatTable): Derived {
  if (!isAboutPersons(kind.list)) return { table, said: [] }
  const { fields } = matchHeaders(kind, table.headers, { told: table.told })
  const headers = new Map([...fields].map(([field, header]) => [field.name, header]))
  const taken = new Set(headers.values())
  const free = table.headers.filter((header) => !taken.has(header))
  const age = free.find((header) => spellings(header).some((one) => AGES.includes(one))) ?? null
  const identity = free.find((header) => holdsIdentities(header, kind, table)) ?? null
  if (age === null && identity === null) return { table, said: [] }
  const days = DAYS.flatMap((name) => {
    const field = kind.fields.find((one) => one.name === name)
    const header = headers.get(name)
    return field && header !== undefined ? [{ field, header }] : []
  })
  const newest = identity === null ? '' : newestOf(table, days)
  const sexIn = headers.get('sex') ?? 'sex'
  const bandIn = headers.get('ageBand') ?? 'ageBand'
  const made = eachMade(table.rows, (row) => {
    const told = identity === null ? null : toldBy(textOf(row.cells[identity]))
    const day = told && (dayIn(row.cells, days) || newest)
    const band =
      (age === null ? null : bandOf(textOf(row.cells[age]))) ?? (told && day ? bandAt(told, day) : null)
    const cells: Record<string, unknown> = { ...row.cells }
    if (band !== null && textOf(cells[bandIn]) === null) cells[bandIn] = band
    if (told && textOf(cells[sexIn]) === null) cells[sexIn] = told.sex
    return { ...row, cells }
  })
  const added = [
    ...(identity === null || taken.has(sexIn) ? [] : [sexIn]),
    ...(taken.has(bandIn) ? [] : [bandIn]),
  ]
  return {
    table: { ...table, headers: [...table.headers.filter((header) => header !== age), ...added], rows: made },
    said: saidOf({ age, identity, hasSex: taken.has(sexIn) }),
  }
}

function saidOf({
  age,
  identity,
  hasSex,
}: {
  age: string | null
  identity: string | null
  hasSex: boolean
}): Said[] {
  const said: Said[] = []
  if (age !== null) said.push({ code: 'age-band-from-age', column: age })
  if (identity !== null && age === null) said.push({ code: 'age-band-from-identity', column: identity })
  if (identity !== null && !hasSex) said.push({ code: 'sex-from-identity', column: identity })
  return said
}

/** Rows that are looked at before a column is taken for one of identity numbers, and for the newest day. */
const LOOKED_AT = 200

function holdsIdentities(header: string, { list }: Kind, { rows }: FormatTable): boolean {
  if (personalOf(header, list) !== 'number') return false
  return rows.slice(0, LOOKED_AT).some(({ cells }) => toldBy(textOf(cells[header])) !== null)
}

type Days = readonly { readonly field: Field; readonly header: string }[]

/** The newest day of the table: that of a row whose own cannot be read. */
const newestOf = ({ rows }: FormatTable, days: Days): string =>
  rows
    .slice(0, LOOKED_AT)
    .map(({ cells }) => dayIn(cells, days))
    .sort()
    .at(-1) ?? ''

/** The first day of the row, `YYYYMMDD`; empty where none can be read. */
function dayIn(cells: Cells, days: Days): string {
  for (const { field, header } of days) {
    const read = readField(field, cells[header], ANY_ZONE)
    if (!read.ok || read.value === null || typeof read.value !== 'object' || !('isDay' in read.value))
      continue
    return new Date(read.value.at + EAST).toISOString().slice(0, 10).replaceAll('-', '')
  }
  return ''
}
const EAST = 8 * 3_600_000

/** The band of an age as it is written: `30`, `30岁`, `３０周岁`, `8个月`; null where it tells none. */
function bandOf(text: string | null): string | null {
  const plain = (text ?? '').normalize('NFKC').replace(/\s/g, '').toLowerCase()
  const [, count, unit] =
    /^(\d{1,3})(?:\.\d+)?(周?岁|歲|y|years?|个?月龄?|日龄?|天)?(?:\d{1,2}个?月)?$/.exec(plain) ?? []
  if (count === undefined) return null
  const inYear = unit?.includes('月') ? 12 : /[日天]/.test(unit ?? '') ? 365 : 1
  return ageBandOf(Math.floor(Number(count) / inYear))
}

const LONG = /^\d{6}((?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))\d{2}(\d)[\dx]$/i
const SHORT = /^\d{6}(\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))\d{2}(\d)$/

/** What an identity number of 18 or 15 digits tells; null where the text is none. */
function toldBy(text: string | null): Told | null {
  const plain = (text ?? '').normalize('NFKC').replace(/[\s'`-]/g, '')
  const match = LONG.exec(plain)
  const [born, digit] = match ? [match[1]!, match[2]!] : shortTold(plain)
  return born === null ? null : { sex: Number(digit) % 2 === 1 ? 'male' : 'female', born }
}

function shortTold(plain: string): readonly [string | null, string] {
  const match = SHORT.exec(plain)
  return match ? [`19${match[1]}`, match[2]!] : [null, '']
}

function bandAt({ born }: Told, day: string): string | null {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4))
  return ageBandOf(day.slice(4) < born.slice(4) ? years - 1 : years)
}
