import { describe, expect, test } from 'vitest'
import { BUILT_IN_POLICIES, validatePolicy } from '#geo'
import { sentenceOf } from '../../../src/import/sentences/sentences'
import { append, tailOf, UnwritableEvent } from '../../../src/log/append'
import type { Body } from '../../../src/log/events'
import { firstUnwritable } from '../../../src/log/well-formed'
import { reportedOf } from '../../../src/records/reports/reported'
import { aCollection, aFeature, codesOf, MemoryLog, planOf } from '../../helpers/pack-input'

const HALF = '\\ud83d'
const collection = (properties: string): string =>
  `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":${properties}},{"type":"Feature","geometry":null,"properties":{"code":"B","kind":"town"}}]}`

describe('values no document can hold', () => {
  test.each([
    ['a name', `{"code":"A","kind":"town","name":"${HALF}"}`, 'name'],
    ['a code', `{"code":"A${HALF}","kind":"town"}`, 'code'],
    ['a column nobody knows', `{"code":"A","kind":"town","x":{"y":["${HALF}"]}}`, 'x.y.0'],
    ['a header', `{"code":"A","kind":"town","${HALF}":1}`, '"\\ud83d"'],
    ['a number', '{"code":"A","kind":"town","people":1e400}', 'people'],
    ['a number nobody knows', '{"code":"A","kind":"town","x":-1e400}', 'x'],
  ])('I32 %s that cannot be kept refuses its row alone', async (_, properties, column) => {
    const log = new MemoryLog()
    const files = { 'places.geojson': collection(properties) }
    const plan = await planOf(files)
    expect(codesOf(plan)).toEqual(['places.geojson:1 unwritable-value'])
    expect(plan.problems[0]!.column).toBe(column)
    expect(plan.files[0]).toMatchObject({ taken: 1, refused: 1 })
    await log.take(files)
    expect(log.register().places.map(({ code }) => code)).toEqual(['B'])
  })

  test('I32 a coordinate beyond all numbers refuses its row', async () => {
    const text = collection('{"code":"A","kind":"town"}').replace(
      'null',
      '{"type":"Polygon","coordinates":[[[1e400,30],[120,30],[120,31],[1e400,30]]]}',
    )
    expect(codesOf(await planOf({ 'places.geojson': text }))).toEqual(['places.geojson:1 broken-coordinates'])
  })

  test.each([
    [`"title":{"zh":"${HALF}"}`, 'title.zh'],
    [`"licence":"${HALF}"`, 'licence'],
    ['"perimeter":{"guardDistanceM":1e400}', 'perimeter.guardDistanceM'],
    [`"reporting":{"kind":"village","cutoff":"12:00","items":["${HALF}"]}`, 'reporting.items.0'],
  ])(
    'I32 a setting of pack.json (%#) that cannot be kept falls back and says so',
    async (setting, column) => {
      const log = new MemoryLog()
      const files = {
        'pack.json': `{"format":"cordon-pack","version":1,"policy":"cn-2021-three-zone",${setting}}`,
      }
      const plan = await planOf(files)
      expect(plan.problems).toMatchObject([{ code: 'bad-setting', column }])
      expect(plan.pack).toMatchObject({ policy: 'cn-2021-three-zone', perimeter: { guardDistanceM: 50 } })
      expect(await log.take(files)).toHaveLength(1)
    },
  )

  test('Z73 until when a list is complete may stand in pack.json; what is no time is told and left out', async () => {
    const description = { format: 'cordon-pack', version: 1, 'asOf.cases': '2022-05-27T14:00' }
    const plan = await planOf({ 'pack.json': { ...description, 'asOf.contacts': 'gestern' } })
    expect(plan.problems).toMatchObject([{ code: 'bad-setting', column: 'asOf.contacts' }])
    expect(plan.pack.until).toEqual({ cases: '2022-05-27T14:00' })
    expect(await new MemoryLog().take({ 'pack.json': description })).toHaveLength(1)
  })

  test.each([
    [5000, '50'],
    [1000.5, '50'],
    [-3, '50'],
  ])('I32 a guard distance of %s m is not used', async (guardDistanceM, suggestion) => {
    const plan = await planOf({
      'pack.json': { format: 'cordon-pack', version: 1, perimeter: { guardDistanceM } },
    })
    expect(plan.problems).toMatchObject([{ code: 'bad-setting', column: 'perimeter', suggestion }])
    expect(plan.pack.perimeter.guardDistanceM).toBe(50)
  })

  test('I32 indicators and policies that cannot be kept are refused', async () => {
    const plan = await planOf({
      'indicators.json': `[{"id":"a","zh":"甲","kind":"new","threshold":1e400},{"id":"b","zh":"${HALF}","kind":"new"},{"id":"c","zh":"丙","kind":"new"}]`,
      'policies/p.json': `{"id":"p","extends":"cn-2021-three-zone","name":{"zh":"${HALF}"}}`,
    })
    expect(codesOf(plan)).toEqual([
      'indicators.json:1 broken-indicators',
      'indicators.json:2 broken-indicators',
      'policies/p.json:- unwritable-value',
    ])
    expect(() =>
      append(plan.drafts, tailOf([]), { by: { name: '', unit: '' }, device: 'd', now: 0 }),
    ).not.toThrow()
  })

  test('I32 a count of more digits than there are people is refused, in a report it is text', async () => {
    const plan = await planOf({
      'rounds.csv': `zone,round,startedAt,sampled\nZ1,1,2022-05-01,${'9'.repeat(400)}\nZ1,2,2022-05-01,99999999999\nZ1,3,2022-05-01,10000000000\n`,
    })
    expect(
      plan.problems.filter(({ severity }) => severity === 'error').map(({ row, code }) => [row, code]),
    ).toEqual([
      [2, 'beyond-count'],
      [3, 'beyond-count'],
    ])
    expect(plan.problems[0]!.seen!.length).toBeLessThan(100)
    for (const text of ['9'.repeat(400), `${'9'.repeat(400)}+`]) expect(reportedOf(text).kind).toBe('text')
  })

  test('I32 a file whose name cannot be kept is not taken', async () => {
    const plan = await planOf({ 'places/\ud800.geojson': collection('{"code":"A","kind":"town"}') })
    expect(plan.problems.map(({ code }) => code)).toEqual(['unsafe-path'])
  })

  test.each<[string, string, Body]>([
    ['an author', '\ud800', { type: 'zone.renamed@1', zone: 'Z', name: 'a' }],
    ['a zone', 'Lin', { type: 'zone.renamed@1', zone: 'Z', name: 'a\udc00' }],
    ['a reason', 'Lin', { type: 'zone.deleted@1', zone: 'Z', because: '\ud800x' }],
  ])('I32 %s typed with half a character writes nothing and is named', (_, name, draft) => {
    const writing = { by: { name, unit: '' }, device: 'd', now: 0 }
    expect(() => append([draft], tailOf([]), writing)).toThrow(UnwritableEvent)
    const good: Body = { type: 'zone.renamed@1', zone: 'Z', name: '👍' }
    expect(append([good], tailOf([]), { ...writing, by: { name: '𠮷', unit: '' } })).toHaveLength(1)
  })

  test('I32 what can be kept is kept: pairs, zero, empty', () => {
    expect(firstUnwritable({ a: ['👍', '', 0, null, -0, 1e308], b: undefined })).toBeNull()
  })
})

describe('policies', () => {
  const base = { id: 'p', extends: 'cn-2021-three-zone' }
  const when = (condition: object): object => ({
    ...base,
    transitions: [{ id: 't', from: 'sealed', to: 'controlled', kind: 'downgrade', when: condition }],
  })
  const days = (gte: unknown): object => when({ days: { since: { event: 'case' }, gte } })
  const level = (more: object): object => ({ ...base, levels: [{ id: 'sealed', ...more }] })

  test.each([
    [days(1e9), 'out-of-range'],
    [days(-1), 'out-of-range'],
    [days(7.5), 'not-whole'],
    [when({ count: { event: 'case', withinDays: 1e9, lte: 0 } }), 'out-of-range'],
    [when({ count: { event: 'case', withinDays: 2.5, lte: 0 } }), 'not-whole'],
    [when({ rounds: { min: 1.5, result: 'negative' } }), 'not-whole'],
    [when({ rounds: { min: -1, result: 'negative' } }), 'out-of-range'],
    [when({ rounds: { min: 1, result: 'negative', coverage: 95 } }), 'out-of-range'],
    [when({ rounds: { min: 1, result: 'negative', withinHours: 1e9 } }), 'out-of-range'],
    [when({ metric: { name: 'x', consecutiveDays: 0.5, lt: 1 } }), 'not-whole'],
    [level({ ttlHours: 1e12 }), 'out-of-range'],
    [level({ rank: 1e9 }), 'out-of-range'],
    [level({ delimit: [{ type: 'buffer', of: 'case', radiusM: 1e12 }] }), 'out-of-range'],
    [level({ delimit: [{ type: 'adminUnit', of: ['home'], lookbackDays: 1e9 }] }), 'out-of-range'],
    [{ ...base, hysteresis: { downgradeAfterDays: 3.5 } }, 'not-whole'],
    [{ ...base, schedules: { sealed: { pcrDays: [1, 1e9] } } }, 'out-of-range'],
  ])(
    'I32 a policy with an absurd number (%#) is refused, with its place and the number',
    async (policy, code) => {
      expect(validatePolicy(policy).map((fault) => fault.code)).toEqual([code])
      const plan = await planOf({ 'policies/p.json': policy })
      expect(codesOf(plan)).toEqual(['policies/p.json:- broken-policy'])
      expect(plan.problems[0]!.seen).toContain(code)
      expect(plan.drafts).toEqual([])
    },
  )

  test('I32 what is published stays within the bounds', () => {
    for (const policy of BUILT_IN_POLICIES) expect(validatePolicy(policy)).toEqual([])
  })

  test('I33 policies that extend themselves, at once or over others, are refused; the others are taken', async () => {
    const plan = await planOf({
      'policies/a.json': { id: 'a', extends: 'b' },
      'policies/b.json': { id: 'b', extends: 'c' },
      'policies/c.json': { id: 'c', extends: 'a' },
      'policies/d.json': { id: 'd', extends: 'd' },
      'policies/e.json': { id: 'e', extends: 'cn-2021-three-zone' },
    })
    expect(codesOf(plan)).toEqual(['a', 'b', 'c', 'd'].map((id) => `policies/${id}.json:- policy-circle`))
    expect(sentenceOf(plan.problems[0]!, 'zh')).toContain('引用成环')
    expect(plan.drafts.map(({ type }) => type)).toEqual(['policy.adopted@1'])
  })
})

describe('parents', () => {
  const place = (code: string, parent: string | null, kind = 'town'): object =>
    aFeature({ code, kind, parent })

  test('I33 places that are each other’s parents are refused, what hangs below them is taken', async () => {
    const plan = await planOf({
      'places.geojson': aCollection(
        place('A', 'B'),
        place('B', 'C'),
        place('C', 'A'),
        place('S', 'S'),
        place('V', 'A', 'village'),
        place('D', null, 'district'),
      ),
    })
    expect(plan.refused.map(({ row, code, seen }) => [row, code, seen])).toEqual([
      [1, 'parent-circle', 'A → B → C → A'],
      [2, 'parent-circle', 'B → C → A → B'],
      [3, 'parent-circle', 'C → A → B → C'],
      [4, 'parent-circle', 'S → S'],
    ])
    expect(plan.files[0]).toMatchObject({ taken: 2 })
  })

  test('I33 a circle that closes over what the log already holds is refused too', async () => {
    const log = new MemoryLog()
    await log.take({ 'places.geojson': aCollection(place('A', 'B'), place('B', null)) })
    const plan = await planOf(
      { 'places.geojson': aCollection(place('B', 'A')) },
      { existing: log.register() },
    )
    expect(codesOf(plan)).toEqual(['places.geojson:1 parent-circle'])
  })

  test('I33 zones in a circle are refused, whichever of their stays says it', async () => {
    const zone = (id: string, parent: string | null, from: string, to: string | null): object =>
      aFeature({ id, level: 'sealed', from, to, parent, policy: 'cn-2021-three-zone' })
    const plan = await planOf({
      'zones.geojson': aCollection(
        zone('Z1', 'Z2', '2022-05-01', '2022-05-03'),
        zone('Z1', null, '2022-05-03', null),
        zone('Z2', 'Z1', '2022-05-01', null),
        zone('Z3', 'Z1', '2022-05-01', null),
      ),
    })
    expect(plan.refused.map(({ row, code }) => [row, code])).toEqual([
      [1, 'parent-circle'],
      [2, 'parent-circle'],
      [3, 'parent-circle'],
    ])
  })

  test('I33 a line of parents without end is refused where it passes any hierarchy', async () => {
    const features = Array.from({ length: 3000 }, (_, i) => place(`P${i}`, `P${i + 1}`))
    const plan = await planOf({ 'places.geojson': aCollection(...features) })
    expect(plan.files[0]).toMatchObject({ taken: 29, refused: 2971 })
    expect(plan.refused[0]!.code).toBe('parents-too-deep')
  })
})
