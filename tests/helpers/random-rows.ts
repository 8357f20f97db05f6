import type { Field } from '../../src/records/field'
import { identityFields, type Kind } from '../../src/records/kind'
import { aCollection, aFeature, aSquare, type Content } from './pack-input'
import type { Random } from './seeded'

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

/** A row of the kind, as a pack has it: what it has to have, and of the rest what chance brings. */
export function randomRow(kind: Kind, random: Random, row: number): Record<string, string> {
  const cells: Record<string, string> = {}
  const identity = identityFields(kind)
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

/** The rows as the file of a pack. */
export function packFileOf(kind: Kind, rows: readonly Record<string, string>[]): Record<string, Content> {
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
