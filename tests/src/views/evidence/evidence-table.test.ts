import { expect, test } from 'vitest'
import { assessWithFindings, type ConditionAnswer } from '#geo'
import { decidingRow, whyDeciding } from '../../../../src/briefing/deciding-rows'
import { rowsAt } from '../../../../src/export/row-at'
import type { Register } from '../../../../src/log/fold/register'
import { rowsOfCondition } from '../../../../src/views/evidence/asked-rows'
import { cellPrinter } from '../../../../src/views/evidence/evidence-cells'
import { evidenceTables, type TableWords } from '../../../../src/views/evidence/evidence-table'
import { columnWord } from '../../../../src/views/import/change-words'
import { aCollection, aFeature, aSquare, MemoryLog } from '../../../helpers/pack-input'

const TITLED = '某县病例台账\n单位：某县\n病例编号,报告日期,类型,现住址\n'
const PACK = {
  'pack.json': {
    ...{ format: 'cordon-pack', version: 1, timezone: 'Asia/Shanghai', frame: 'wgs84' },
    ...{ policy: 'cn-2021-three-zone', use: 'review', title: { zh: '县' } },
  },
  'places.geojson': aCollection(
    aFeature({ code: 'D', kind: 'district', name: '某县' }),
    aFeature({ code: 'V', kind: 'village', parent: 'D', people: 10, name: '东村' }, aSquare(120, 30)),
  ),
  'zones.geojson': aCollection(aFeature({ id: 'Z', level: 'sealed', from: '2022-05-01', members: ['V'] })),
  'cases.csv': `${TITLED}C1,2022-05-02,确诊,V\n\nC2,2022-05-09,无症状,V\n`,
  'rounds.csv':
    'zone,round,startedAt,finishedAt,listed,sampled,resulted,result\n' +
    'Z,1,2022-05-17T08:00,2022-05-17T18:00,10,10,10,negative\nZ,2,2022-05-18T08:00,2022-05-18T18:00,10,10,10,negative\n',
}

const words = (facts: Register, locale: 'zh' | 'en'): TableWords => ({
  cell: cellPrinter(facts, {
    ...{ locale, yes: 'yes', no: 'no', year: '2022' },
    zone: (id) => `封01 ${id}`,
    level: (id) => id,
  }),
  heading: (of) => columnWord(of, locale),
  position: (lng, lat) => `${lng}, ${lat}`,
  number: (row, numbering) => `${numbering} ${row}`,
  learned: 'learned',
  whereabouts: 'position',
})

async function conditions() {
  const log = new MemoryLog()
  await log.take(PACK)
  const facts = log.register()
  const asOf = Date.parse('2022-05-20T12:00+08:00')
  const { assess } = assessWithFindings(facts, { asOf, known: null, policy: null })
  const all = assess.zones.flatMap(({ transitions }) => transitions.flatMap((one) => one.conditions))
  return {
    facts,
    of: (file: string) => all.find(({ evidence }) => evidence.some((one) => one.file === file))!,
  }
}

function shown(facts: Register, condition: ConditionAnswer, locale: 'zh' | 'en' = 'zh') {
  const asked = rowsOfCondition(condition, (why) => why)
  const found = rowsAt(facts, asked)
  const pairs = asked.map((one, i) => ({ asked: one, found: found[i]! }))
  return evidenceTables(pairs, facts.sources, words(facts, locale))
}

test('O8 evidence is a table in the words of its reader, with the headers of its file beside them', async () => {
  const { facts, of } = await conditions()
  const { tables, missing } = shown(facts, of('cases.csv'))
  expect(missing).toEqual([])
  const [table] = tables
  expect([table!.list, table!.files]).toEqual([
    'cases',
    [{ name: 'cases.csv', numbering: 'sheet', header: 3 }],
  ])
  expect(table!.columns.map(({ heading, own }) => [heading, own])).toEqual([
    ['病例编号', null],
    ['报告日期', null],
    ['类型', null],
    ['现住址', null],
  ])
  expect(table!.lines.map(({ number, cells }) => [number, ...cells.map(({ text }) => text)])).toEqual([
    ['sheet 6', 'C2', '5月9日', '无症状', '东村'],
  ])
  const [english] = shown(facts, of('cases.csv'), 'en').tables
  expect(english!.columns.map(({ heading, own }) => [heading, own])).toEqual([
    ['No.', '病例编号'],
    ['Reported', '报告日期'],
    ['Kind', '类型'],
    ['Place', '现住址'],
  ])
  expect(english!.lines[0]!.cells.map(({ text, held }) => [text, held])).toEqual([
    ['C2', null],
    ['9 May', '2022-05-09'],
    ['asymptomatic', null],
    ['东村', 'V'],
  ])
})

test('O9 the row that decides stands first and says why, then the newest of the others', async () => {
  const { facts, of } = await conditions()
  expect(whyDeciding(of('cases.csv'))).toEqual(['clock'])
  const [rounds] = shown(facts, of('rounds.csv')).tables
  expect(rounds!.lines.map(({ number, why }) => [number, why])).toEqual([
    ['sheet 3', 'round'],
    ['sheet 2', null],
  ])
})

const counting = (state: 'met' | 'unmet', more: object): ConditionAnswer =>
  ({
    ...{ id: 'count', zh: '', en: '', mark: null, authority: 'national', anyOf: null },
    ...{ state, at: null, until: null, reason: null },
    evidence: [1, 2, 3, 4].map((row) => ({ file: 'cases.csv', row, at: `2022-05-0${row}`, value: null })),
    figures: { n: 0, have: 4, of: 0, within: 14 },
    ...more,
  }) as ConditionAnswer

test('O9 of a count it is the row whose leaving turns the answer; without one all of them count', () => {
  const none = counting('unmet', { at: '2022-05-19', reason: 'days-left' })
  expect(whyDeciding(none)).toEqual([null, null, null, 'lapse'])
  const two = { n: 2, have: 4, of: 2, within: 14 }
  expect(whyDeciding(counting('unmet', { at: '2022-05-17', figures: two }))).toEqual([
    null,
    'lapse',
    null,
    null,
  ])
  expect(whyDeciding(counting('met', { until: '2022-05-18', figures: two }))).toEqual([
    null,
    null,
    'lapse',
    null,
  ])
  expect(whyDeciding(counting('met', {}))).toEqual(['counted', 'counted', 'counted', 'counted'])
  expect(decidingRow(none)!.row).toBe(4)
  const against = counting('unmet', { reason: 'flag-against-list', figures: { flag: 'contactsNegative' } })
  expect(whyDeciding(against)).toEqual(['statement', 'against', 'against', 'against'])
  expect(whyDeciding(counting('unmet', { reason: 'each-lacking', figures: { left: null } }))).toEqual(
    Array(4).fill('lacking'),
  )
})

test('O10 rows of which nothing is at hand are listed apart, and how rows are numbered is said', async () => {
  const { facts } = await conditions()
  const asked = [
    { file: 'cases.csv', row: 99, segment: null, why: null },
    { file: 'log.ndjson', row: 3, segment: null, why: null },
    { file: 'places.geojson', row: 1, why: null },
  ]
  const pairs = asked.map((one) => ({ asked: one, found: null }))
  const { tables, missing } = evidenceTables(pairs, facts.sources, words(facts, 'zh'))
  expect(tables).toEqual([])
  expect(missing.map(({ asked, numbering }) => [asked.row, numbering])).toEqual([
    [1, 'features'],
    [3, 'log'],
    [99, 'sheet'],
  ])
  const old = facts.sources.map((one) => ({ ...one, file: { ...one.file, table: undefined } }))
  const earlier = evidenceTables(pairs.slice(0, 1), old as never, words(facts, 'zh'))
  expect(earlier.missing[0]!.numbering).toBe('old')
})
