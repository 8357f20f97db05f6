import { describe, expect, test } from 'vitest'
import { listFiles } from '../../src/export/pack'
import type { Register } from '../../src/log/fold/register'
import { KINDS, type Kind } from '../../src/log/kinds'
import type { Field } from '../../src/log/rows/field'
import { aCollection, aFeature, aSquare, type Content, MemoryLog } from '../helpers/pack-input'
import { type Random, seeded } from '../helpers/seeded'

const two = (n: number): string => String(n).padStart(2, '0')

/** Texts that a list of the field may hold. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  parent: ['P0'],
  aliases: ['老东村;东庄', '东村'],
  members: ['V1;V2', 'V1'],
  heirOf: ['Z8;Z9'],
  tags: ['已转运;混管', 'W1'],
  policy: ['cn-2022-06'],
  round: ['1', '2', '3（补采）'],
  chain: ['链1', 'L-2'],
  transition: ['release', 'downgrade'],
  step: ['apply', 'assess', 'approve'],
  scope: ['area', '重点人群'],
}

function cellOf({ name, type, values }: Field, random: Random, row: number): string {
  const oneOf = (list: readonly string[]): string => list[random.between(0, list.length - 1)]!
  const day = `2022-07-${two(random.between(1, 28))}`
  if (values) return oneOf(Object.keys(values))
  switch (type) {
    case 'moment':
      return random.chance(0.3)
        ? day
        : `${day}T${two(random.between(0, 23))}:${two(random.between(0, 59))}:00+08:00`
    case 'day':
      return day
    case 'count':
      return String(random.between(0, 3000))
    case 'number':
      return String(random.between(-200, 900) / 10)
    case 'flag':
      return oneOf(['true', 'false'])
    case 'lon':
      return String(114 + random.between(0, 999_999) / 1e7)
    case 'lat':
      return String(33 + random.between(0, 999_999) / 1e7)
    default:
      return oneOf(TEXTS[name] ?? ['东村', '南庄, 北', '0012', '=1+1', '"甲"', `${name}${row}`])
  }
}

/** A row of the kind: what it has to have, and of the rest what chance brings. */
function rowOf(kind: Kind, random: Random, row: number): Record<string, string> {
  const cells: Record<string, string> = {}
  const identity = kind.identity ?? []
  const whole = new Set([...identity, ...(kind.oneOf ?? []).flat(), ...(kind.anyColumn ?? []).slice(0, 2)])
  for (const field of kind.fields) {
    if (['shape', 'line', 'point'].includes(field.type)) continue
    if (!field.required && !whole.has(field.name) && random.chance(0.4)) continue
    const isOwn = identity.includes(field.name) && field.type === 'text' && !field.values
    cells[field.name] = isOwn ? `${field.name[0]!.toUpperCase()}${row}` : cellOf(field, random, row)
  }
  if (kind.list === 'reports')
    for (const item of ['发热人数', '来返人员'])
      cells[item] = ['0', '12', '约40', '400余', 'x', '', '正常'][random.between(0, 6)]!
  if ('from' in cells && 'to' in cells) cells.to = '2022-08-01'
  if ('startedAt' in cells && 'finishedAt' in cells) cells.finishedAt = '2022-08-01'
  return cells
}

const SQUARE = (row: number): object => aSquare(114 + row / 10, 33)
const LINE = (row: number): object => ({
  type: 'LineString',
  coordinates: [
    [114, 33 + row / 10],
    [114.1, 33.01 + row / 10],
  ],
})

function fileOf(kind: Kind, rows: readonly Record<string, string>[]): Record<string, Content> {
  if (kind.geometry) {
    const features = rows.map(({ lng, lat, ...cells }, at) =>
      aFeature(
        cells,
        kind.list === 'roads'
          ? LINE(at)
          : kind.list === 'facilities'
            ? lng && lat
              ? { type: 'Point', coordinates: [Number(lng), Number(lat)] }
              : null
            : SQUARE(at),
      ),
    )
    return { [`${kind.file}.geojson`]: aCollection(...features) }
  }
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const cell = (text = ''): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return {
    [`${kind.file}.csv`]: `${[names, ...rows.map((row) => names.map((name) => cell(row[name])))].map((line) => line.join(',')).join('\n')}\n`,
  }
}

const rowsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

type Tabled =
  | { codes: Int32Array; values: string[] }
  | { at: Float64Array; isDay: Uint8Array }
  | Float64Array
  | number

function shownColumn(of: Tabled): unknown {
  if (typeof of === 'number') return of
  if (of instanceof Float64Array) return [...of]
  return 'codes' in of ? [...of.codes].map((code) => of.values[code] ?? null) : [[...of.at], [...of.isDay]]
}

/** The rows of a list as they are asked, without where they came from and when they were learned. */
function factsOf(facts: Register, kind: Kind): unknown {
  const name = { facts: 'statedFacts', transitions: 'steps' }[kind.list as string] ?? kind.list
  const value = (facts as unknown as Record<string, unknown>)[name]
  if (kind.list !== 'cases' && kind.list !== 'contacts')
    return rowsOf(value).map((row) => ({ ...(row as object), origin: null }))
  return Object.entries(value as Record<string, Tabled>)
    .filter(([column]) => !['file', 'segment', 'row', 'knownAt'].includes(column))
    .map(([column, of]) => [column, shownColumn(of)])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
}

describe('H41 what an import keeps is in the readable copy', () => {
  test.each(KINDS.map((kind) => [kind.list, kind] as const))('H41 O2 of %s', async (_, kind) => {
    for (let seed = 1; seed <= 12; seed++) {
      const random = seeded(seed * 977)
      const rows = Array.from({ length: 6 }, (_row, at) => rowOf(kind, random, at + 1))
      const log = new MemoryLog()
      await log.take(fileOf(kind, rows))
      const before = log.register()
      const copied = listFiles(before)
      const again = new MemoryLog()
      await again.take(Object.fromEntries([...copied].filter(([path]) => path.startsWith(`${kind.file}.`))))
      const [one, other] = [factsOf(before, kind), factsOf(again.register(), kind)]
      expect(JSON.stringify(one).length, `seed ${seed}`).toBeGreaterThan(60)
      expect(other, `seed ${seed}`).toEqual(one)
    }
  })
})
