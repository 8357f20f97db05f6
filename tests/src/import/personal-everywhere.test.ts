import { describe, expect, test } from 'vitest'
import { whyNotKept } from '../../../src/import/files/personal-file'
import type { ImportPlan } from '../../../src/import/plan'
import { sentenceOf } from '../../../src/import/sentences/sentences'
import { isAboutPersons } from '../../../src/log/personal/kept-text'
import { blockToNdjson } from '../../../src/log/rows/segment'
import type { Field } from '../../../src/records/field'
import { KINDS, type Kind } from '../../../src/records/records'
import { planOf } from '../../helpers/pack-input'
import { PERSONAL_HEADERS, PERSONAL_VALUES } from '../../helpers/personal-values'

/** Everything that an import would write, and every sentence about it. */
function everythingOf(plan: ImportPlan): string {
  const { drafts, refusals, files, problems, questions, proposal, blocks } = plan
  const kept = [...blocks.values()].map((block) =>
    block.list === 'bytes' || block.columns.bytes?.type === 'bytes'
      ? new TextDecoder().decode(
          block.columns.bytes?.type === 'bytes' ? block.columns.bytes.bytes : undefined,
        )
      : blockToNdjson(block),
  )
  const said = problems.flatMap((problem) => [sentenceOf(problem, 'zh'), sentenceOf(problem, 'en')])
  const all = [JSON.stringify({ drafts, refusals, files, questions, proposal }), ...kept, ...said].join('\n')
  return all.replace(/[0-9a-f]{32,}/g, '')
}

/** A cell that the field takes, so that rows are taken. */
function aCell(field: Field, row: number): string {
  if (field.values) return Object.keys(field.values)[0]!
  if (['to', 'finishedAt', 'releasedAt'].includes(field.name)) return '2023-01-01'
  switch (field.type) {
    case 'moment':
    case 'day':
      return `2022-05-${String(1 + (row % 28)).padStart(2, '0')}`
    case 'count':
    case 'number':
      return String(row + 1)
    case 'lon':
      return '114.1'
    case 'lat':
      return '33.6'
    case 'flag':
      return 'true'
    default:
      return `${field.name.slice(0, 2)}${row + 1}`
  }
}

const isWritten = ({ type }: Field): boolean => !['shape', 'line', 'point'].includes(type)

/** A table of the kind with these further headers: under each every value once. */
function tableOf(kind: Pick<Kind, 'fields'>, headers: readonly string[]): string {
  const fields = kind.fields.filter(isWritten)
  const lines = PERSONAL_VALUES.map((_, row) =>
    [
      ...fields.map((field) => aCell(field, row)),
      ...headers.map((_header, at) => `"${PERSONAL_VALUES[(row + at) % PERSONAL_VALUES.length]![0]}"`),
    ].join(','),
  )
  return [[...fields.map(({ name }) => name), ...headers].join(','), ...lines].join('\n')
}

/** What of the values stands in the text, of names only where they are not kept by right. */
const foundIn = (text: string, { names = true } = {}): string[] =>
  PERSONAL_VALUES.flatMap(([value, parts], at) =>
    [value, ...parts].filter((part) => (names || (at > 4 && at < 29)) && text.includes(part)),
  )

const WRITTEN = KINDS.filter(({ list }) => list !== 'roads' && list !== 'backdrop')

describe('nothing of a person', () => {
  test('I120 there are sixty headers and thirty values', () => {
    expect([new Set(PERSONAL_HEADERS).size >= 60, PERSONAL_VALUES.length]).toEqual([true, 30])
  })

  test.each(WRITTEN.map((kind) => [kind.list, kind] as const))(
    'I120 of %s nothing is written or said of sixty headers and thirty values',
    async (_list, kind) => {
      const plan = await planOf({ [`${kind.file}.csv`]: tableOf(kind, PERSONAL_HEADERS) })
      expect(plan.files[0]!.taken).toBe(isAboutPersons(kind.list) ? 30 : plan.files[0]!.taken)
      expect(plan.files[0]!.taken).toBeGreaterThan(0)
      expect(foundIn(everythingOf(plan), { names: isAboutPersons(kind.list) })).toEqual([])
      // a few at a time too, for of two headers of one field only the first is read
      for (let at = 0; at < PERSONAL_HEADERS.length; at += 6) {
        const headers = PERSONAL_HEADERS.slice(at, at + 6)
        const isAmong = (one: string): boolean => headers.includes(one)
        const fields = kind.fields.filter(({ synonyms, required }) => required || !synonyms.some(isAmong))
        const isFreeText =
          !isAboutPersons(kind.list) && kind.fields.some(({ synonyms }) => synonyms.some(isAmong))
        const some = await planOf({ [`${kind.file}.csv`]: tableOf({ fields }, headers) })
        expect([...headers, ...foundIn(everythingOf(some), { names: !isFreeText })]).toEqual(headers)
      }
    },
  )

  test.each(WRITTEN.map((kind) => [kind.list, kind] as const))(
    'I120 of %s nothing is written or said of a number in any of its own columns',
    async (_list, kind) => {
      const fields = kind.fields.filter(isWritten)
      for (const wrong of fields) {
        const lines = PERSONAL_VALUES.map(([value], row) =>
          fields.map((field) => (field === wrong ? `"${value}"` : aCell(field, row))).join(','),
        )
        const plan = await planOf({
          [`${kind.file}.csv`]: [fields.map(({ name }) => name).join(','), ...lines].join('\n'),
        })
        const names = isAboutPersons(kind.list)
        expect([wrong.name, ...foundIn(everythingOf(plan), { names })]).toEqual([wrong.name])
      }
    },
  )

  const LATER = [
    'signals',
    'followups',
    'temperatures',
    'exposures',
    'orders',
    'vaccination',
    'supplies',
    'stock',
  ]
  test.each(LATER)('I120 a file of %s that holds such is not kept byte for byte', (file) => {
    for (const header of [...PERSONAL_HEADERS, 'id', 'place', 'zone', 'note', 'text'])
      for (const [value] of PERSONAL_VALUES) {
        const bytes = new TextEncoder().encode(`id,${header}\n1,"${value}"\n`)
        const why = whyNotKept({ path: `${file}.csv`, bytes, role: 'kept' })
        expect([file, header, value, why?.code]).toEqual([file, header, value, 'personal-file'])
        expect(foundIn(sentenceOf(why!, 'zh'))).toEqual([])
      }
  })

  test('I120 a table without headers, a sheet of features and a placemark give nothing of a person either', async () => {
    const rows = PERSONAL_VALUES.map(([value], at) => `"${value}",2022-05-01,确诊,${at}`).join('\n')
    const properties = Object.fromEntries(
      PERSONAL_HEADERS.map((header, at) => [header, PERSONAL_VALUES[at % 30]![0]]),
    )
    const said = PERSONAL_VALUES.slice(5, 29)
      .map(([value]) => `电话 ${value}`)
      .join('；')
    const description = `联系人：张三丰；${said}`
    const point = { type: 'Point', coordinates: [114.1, 33.6] }
    const kml = `<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>1号卡点</name><description>${description}</description><Point><coordinates>114.1,33.6</coordinates></Point></Placemark></Document></kml>`
    const plan = await planOf({
      '病例.csv': rows,
      'cases.csv': rows,
      'contacts.csv': rows,
      '卡点.geojson': {
        type: 'FeatureCollection',
        features: [
          {
            type: 'Feature',
            properties: { id: 'K2', kind: 'checkpoint', ...properties, Name: '2号卡点' },
            geometry: point,
          },
        ],
      },
      '卡点.kml': kml,
    })
    expect(plan.files.filter(({ taken }) => taken === 1).map(({ file }) => file)).toEqual([
      '卡点.geojson',
      '卡点.kml',
    ])
    expect(foundIn(everythingOf(plan))).toEqual([])
  })
})
