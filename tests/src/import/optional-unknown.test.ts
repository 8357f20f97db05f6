import { describe, expect, test } from 'vitest'
import { figuresOf } from '../../../geo/zones/record/round-figures'
import { cellAt } from '../../../src/log/rows/cells'
import type { Field } from '../../../src/records/field'
import { KINDS, type Kind } from '../../../src/records/records'
import { aCollection, aFeature, aSquare, codesOf, MemoryLog, planOf } from '../../helpers/pack-input'

const WORDS = [
  ...[
    'x',
    '×',
    '_',
    '**',
    '—',
    '-',
    '/',
    '不详',
    '未知',
    '不明',
    '空白',
    '待查',
    'n/a',
    'N/A',
    '未统计',
    '暂无',
    '#N/A',
  ],
  ...['约3', '3余', '１0多'],
]
/** Words that say of a count that it is about so many. */
const ABOUT = ['约3', '3余', '１0多']

/** What a row has to have, by field; the rest of it is left out. */
const HAS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  places: { code: 'V1', name: '东村', kind: 'village' },
  roads: { class: 'primary' },
  backdrop: { kind: 'water' },
  facilities: { id: 'F1' },
  zones: { id: 'Z1', level: 'sealed', from: '2022-07-09' },
  transitions: { zone: 'Z1', transition: 'release', step: 'approve', at: '2022-07-09', decision: 'given' },
  cases: { place: 'V1', reportedAt: '2022-07-09' },
  contacts: { place: 'V1', exposedAt: '2022-07-09' },
  rounds: { place: 'V1', zone: 'Z1', round: '1', startedAt: '2022-07-09' },
  facts: { place: 'V1', zone: 'Z1', at: '2022-07-09', fact: 'lastDisinfection', value: '是' },
  reports: { place: 'V1', day: '2022-07-09', 发热人数: '0' },
  occupancy: { site: 'F1', at: '2022-07-09' },
  checks: { checkpoint: 'F1', at: '2022-07-09' },
  passages: { checkpoint: 'F1', day: '2022-07-09' },
  metrics: { place: 'V1', at: '2022-07-09', metric: '新增' },
  surveys: { place: 'V1', zone: 'Z1', point: 'P1', day: '2022-07-09', method: 'breteau' },
}

const geometryOf = ({ list }: Kind): object =>
  list === 'roads'
    ? {
        type: 'LineString',
        coordinates: [
          [114, 33],
          [114.1, 33],
        ],
      }
    : aSquare(114, 33)

type Cells = Readonly<Record<string, string>>

function fileOf(kind: Kind, rows: readonly Cells[]): Record<string, string | object> {
  if (kind.geometry && kind.list !== 'facilities')
    return {
      [`${kind.file}.geojson`]: aCollection(...rows.map((cells) => aFeature(cells, geometryOf(kind)))),
    }
  const lines = [Object.keys(rows[0]!), ...rows.map((cells) => Object.values(cells))]
  return { [`${kind.file}.csv`]: `${lines.map((cells) => cells.join(',')).join('\n')}\n` }
}

/** The row under a number of its own, that no two are one. */
const numbered = (cells: Cells, i: number): Cells =>
  Object.fromEntries(
    Object.entries(cells).map(([field, cell]) => [
      field,
      /^[VZF]1$/.test(cell) ? `${cell[0]}${i + 1}` : cell,
    ]),
  )

const SWEPT: readonly (readonly [string, string, Kind, Field])[] = KINDS.flatMap((kind) =>
  kind.fields
    .filter(({ required, type }) => !required && !['shape', 'line', 'point'].includes(type))
    .map((field) => [kind.list, field.name, kind, field] as const),
)

describe('I163 what is optional and not known costs the value and never the row', () => {
  test('I163 the sweep has every kind and every field that no row has to have', () => {
    expect(Object.keys(HAS).sort()).toEqual(KINDS.map(({ list }) => list).sort())
    expect(SWEPT.length).toBeGreaterThan(100)
  })

  test.each(SWEPT)('I163 %s: %s', async (list, name, kind, field) => {
    const words = WORDS.filter((word) => field.type === 'count' || !ABOUT.includes(word))
    const rows = words.map((word, i) => ({ ...numbered(HAS[list]!, i), [name]: word }))
    const plan = await planOf(fileOf(kind, rows))
    expect(plan.files[0], codesOf(plan).join()).toMatchObject({ taken: words.length, refused: 0 })
    const [block] = [...plan.blocks.values()]
    const kept = words.filter((_, row) => cellAt(block!.columns[name], row) !== null)
    // free text keeps what stands there; a cross is a no
    const isText = (field.type === 'text' && !field.values) || field.type === 'list'
    if (!isText) expect(kept).toEqual(field.type === 'flag' ? ['×'] : [])
  })

  test('I163 rows whose number nobody knows are rows of their own', async () => {
    const rows = [
      '未知,V1,2022-07-09',
      '未知,V1,2022-07-09',
      'x,V1,2022-07-09',
      'x,V2,2022-07-08',
      'C1,V1,2022-07-09',
    ]
    const plan = await planOf({ 'cases.csv': `id,place,reportedAt\n${rows.join('\n')}\n` })
    expect(plan.files[0]).toMatchObject({ taken: 5, refused: 0 })
  })
})

/** The round as the kernel has it, of a row that says negative. */
async function roundSaying(cells: Readonly<Record<string, string>>) {
  const row = {
    zone: 'Z1',
    round: '1',
    startedAt: '2022-07-09',
    finishedAt: '2022-07-09',
    listed: '100',
    sampled: '100',
  }
  const log = new MemoryLog()
  await log.take(fileOf(KINDS.find(({ list }) => list === 'rounds')!, [{ ...row, result: '全阴', ...cells }]))
  return figuresOf(log.register().rounds)
}

describe('I164 what is not known opens nothing that it may hold', () => {
  test.each([
    ['positivePeople', '不详', null],
    ['positivePeople', 'x', null],
    ['positivePeople', '约3', 'positive'],
    ['positivePeople', '3余', 'positive'],
    ['positiveTubes', '待查', null],
    ['positiveTubes', '约2', null],
    ['resulted', '未统计', null],
    ['resulted', '约90', null],
    ['positivePeople', '—', 'negative'],
    ['positivePeople', '0', 'negative'],
    ['resulted', '100', 'negative'],
  ])('I164 a round that says negative with %s %s is %s', async (field, word, result) => {
    expect((await roundSaying({ [field]: word })).result).toBe(result)
  })

  test('I164 an order of which nobody knows when it takes effect is undecided', async () => {
    const header = 'zone,transition,step,at,decision,takesEffectAt'
    const decisionsOf = async (effect: string, decision = '批准') => {
      const log = new MemoryLog()
      await log.take({
        'transitions.csv': `${header}\nZ1,release,approve,2022-07-09,${decision},${effect}\n`,
      })
      return log.register().steps.map((step) => step.decision)
    }
    for (const word of ['待定', '不详', 'x']) expect(await decisionsOf(word), word).toEqual([])
    expect(await decisionsOf('')).toEqual(['given'])
    expect(await decisionsOf('2022-07-10')).toEqual(['given'])
    expect(await decisionsOf('待定', '不同意')).toEqual(['declined'])
  })

  test('I164 a stroke under a result is no negative one', async () => {
    const log = new MemoryLog()
    await log.take({
      'contacts.csv': 'id,place,exposedAt,result\nK1,V1,2022-07-09,-\nK2,V1,2022-07-09,阴性\n',
    })
    const { codes, values } = log.register().contacts.result
    expect([...codes].map((code) => values[code] ?? null)).toEqual([null, 'negative'])
  })
})
