import { describe, expect, test } from 'vitest'
import type { LookupAnswer } from '#geo'
import { droppedLines } from '../../../src/views/lookup/dropped-lines'
import { arranged, type LookupWords, lookupRow, lookupTable } from '../../../src/views/lookup/lookup-rows'
import { aSurvey } from '../../helpers/a-survey'

const survey = aSurvey
const words: LookupWords = {
  t: (key, params = {}) => [key.replace('lookup.', ''), ...Object.values(params)].join(' '),
  locale: 'zh',
  survey,
  ruleName: (policy, rule) => `${policy}·${rule}`,
  measures: () => '足不出户',
}
const zone = survey.zones[0]!
const anAnswer = (over: Partial<LookupAnswer> = {}): LookupAnswer => ({
  ...{
    line: 1,
    text: '甲',
    state: 'matched',
    by: 'name',
    place: 'p1',
    name: '甲小区',
    within: [],
    became: null,
    kind: null,
  },
  ...{
    became: null,
    kind: null,
    position: null,
    swapped: false,
    orderUnsure: false,
    isZero: false,
    inDistrict: true,
    zone: zone.id,
    zoneName: zone.name,
  },
  ...{ level: zone.level, policy: 'p', rule: 'r', edgeM: 216.4, edgeOf: zone.id, since: '2022-05-13' },
  ...{ alsoIn: [], candidates: [], moreCandidates: 0, zones: [] },
  ...over,
})

describe('a looked-up line as a row', () => {
  test('inside a zone: its code, the rule, so far to its line', () => {
    expect(lookupRow(anAnswer(), words)).toMatchObject({
      zone: `${zone.code.zh} ${zone.name}`,
      rule: 'p·r',
      measures: '足不出户',
      edge: 'inside 216 m',
    })
  })

  test('in no zone: so far to the nearest, and no rule; without a position nothing is said of distance', () => {
    const outside = anAnswer({ zone: null, level: null, edgeM: -1631, since: null })
    expect(lookupRow(outside, words)).toMatchObject({
      zone: 'noZone',
      rule: '',
      measures: '',
      edge: `outside 1.63 km ${zone.code.zh}`,
      since: '',
    })
    expect(lookupRow(anAnswer({ edgeM: null }), words).edge).toBe('')
  })

  test('a building is called with its compound', () => {
    const building = anAnswer({ name: '2号楼', within: ['锦绣苑', '富强社区'] })
    expect(lookupRow(building, words).found).toBe('锦绣苑 2号楼 · by.name')
  })

  test('doubts about coordinates are said in the row', () => {
    expect(lookupRow(anAnswer({ swapped: true }), words).note).toBe('swapped')
    expect(lookupRow(anAnswer({ orderUnsure: true, inDistrict: false }), words).note).toBe(
      'orderUnsure；outOfDistrict',
    )
  })

  test('the copied table keeps every line, open ones with what they may mean', () => {
    const candidates = [{ code: 'p2', name: '乙', within: [] }]
    const open = anAnswer({ ...{ line: 2, state: 'ambiguous', zone: null, candidates } })
    const { head, rows } = lookupTable([anAnswer(), open], words)
    expect(rows.map((row) => row.length)).toEqual([head.length, head.length])
    expect(rows[1]!.slice(0, 5)).toEqual([2, '甲', 'state.ambiguous', '乙 p2', null])
  })

  test('J9 a line of several zones is kept with them, and says so once a person has settled it', () => {
    const { zone: id, zoneName, level, policy, rule, since } = anAnswer()
    const none = { zone: null, zoneName: null, level: null, policy: null, rule: null, since: null }
    const zones = [{ zone: id, zoneName, level, policy, rule, since }, none]
    const partly = anAnswer({ state: 'partly', ...none, zones })
    const { rows } = lookupTable(
      [partly, { ...partly, ...zones[0]!, state: 'matched', isSettled: true }],
      words,
    )
    expect(rows[0]!.slice(2, 5)).toEqual(['state.partly', `${zone.code.zh} ${zone.name} / noZone`, null])
    expect(rows[1]!.slice(2, 5)).toEqual([
      'state.settled',
      '甲小区 · by.name',
      `${zone.code.zh} ${zone.name}`,
    ])
    expect(rows[1]!.at(-1)).toBe('state.settled')
  })

  test('rows are held by any printed part and ordered by level, edge or line', () => {
    const rows = [
      lookupRow(anAnswer({ line: 1, zone: null, level: null, edgeM: -30 }), words),
      lookupRow(anAnswer({ line: 2, edgeM: 500 }), words),
      lookupRow(anAnswer({ line: 3, text: '乙', edgeM: null }), words),
    ]
    const ranks = new Map([[zone.level, 3]])
    const lines = (filter: string, order: 'line' | 'level' | 'edge' | 'zone') =>
      arranged(rows, { filter, order, ranks }).map(({ line }) => line)
    expect(lines('', 'line')).toEqual([1, 2, 3])
    expect(lines('', 'level')).toEqual([2, 3, 1])
    expect(lines('', 'edge')).toEqual([1, 2, 3])
    expect(lines(' 乙', 'line')).toEqual([3])
  })
})

describe('a dropped file', () => {
  const read = (path: string, text: string) => droppedLines({ path, bytes: new TextEncoder().encode(text) })

  test('a text is its lines; a CSV is asked by the column that says where', () => {
    expect(read('a.txt', '甲\n乙')!.columns[0]!.lines).toEqual(['甲', '乙'])
    const csv = read('a.csv', '序号,现住址\n1,甲\n2,乙\n')!
    expect(csv.columns[csv.likely]).toEqual({ header: '现住址', lines: ['甲', '乙'] })
  })

  test('two columns of coordinates are one of positions', () => {
    const csv = read('a.csv', 'id,lng,lat\n1,120.1,31.2\n2,,\n')!
    expect(csv.columns[csv.likely]).toEqual({ header: 'lng, lat', lines: ['120.1, 31.2', ''] })
  })

  test('what is not UTF-8 is not read', () => {
    expect(droppedLines({ path: 'a.csv', bytes: Uint8Array.of(0xb0, 0xa1, 0xff) })).toBeNull()
  })
})
