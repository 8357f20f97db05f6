import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  type AssessAnswer,
  assess,
  type CoverageAnswer,
  coverage,
  type Facts,
  type Survey,
  survey,
} from '#geo'
import { readPack } from '../../../src/cli/read-pack'

const at = (time: string): number => Date.parse(`${time}:00+08:00`)
const TWO = at('2022-05-27T14:00')
const TEN = at('2022-05-27T22:00')

let facts: Facts
let assessed: AssessAnswer
let covered: CoverageAnswer
let shown: Survey

beforeAll(async () => {
  facts = (await readPack(join(import.meta.dirname, '../../../public/demo/lanxi'))).factsKnown(null)
  assessed = assess(facts, { asOf: TWO, known: null, policy: null })
  covered = coverage(facts, { asOf: TWO })
  shown = survey(facts, { asOf: TWO, assess: assessed, coverage: covered })
})

const zone = (id: string) => shown.zones.find((one) => one.id === id)!
const open = (id: string) => zone(id).missing.map((one) => `${one.id} ${one.state}`)
const figure = (id: string) => shown.figures.find((one) => one.id === id)!

describe('the demo at 14:00 on 27 May', () => {
  test('D10 has 16 zones in force, and 18 at the height', () => {
    const count = (level: string) => shown.levels.find((one) => one.level === level)!.count
    expect([count('sealed'), count('controlled'), count('precaution')]).toEqual([7, 5, 4])
    const total = (day: (typeof shown.timeline)[number]) =>
      Object.values(day.counts).reduce((a, b) => a + b, 0)
    expect(Math.max(...shown.timeline.map(total))).toBe(18)
  })

  test('D11 has one lowering approved, one waiting, two overdue, one unknown', () => {
    expect(shown.headline).toMatchObject({
      approved: 1,
      toApprove: 1,
      toAssess: 0,
      met: 0,
      overdueUnmet: 2,
      unknown: 1,
    })
    expect(zone('S-06')).toMatchObject({ word: 'approved', date: '2022-05-27T18:00:00+08:00', into: 'C-04' })
    expect(zone('S-03')).toMatchObject({ word: 'toApprove', into: 'C-02' })
  })

  test('D12 the others wait for different things', () => {
    expect(open('S-01')).toEqual(['finalRound unmet', 'dailyRound unmet'])
    expect(zone('S-01').missing[0]!.figures.missing).toBe(269)
    expect(open('S-04')).toEqual(['noNewCase unmet', 'contactsMoved unmet'])
    expect(open('S-07')).toEqual(['environment unknown'])
    for (const id of ['S-02', 'S-05']) expect(zone(id).word).toBe('waiting')
    expect([zone('S-02').date, zone('S-05').date].map((date) => date!.slice(0, 10))).toEqual([
      '2022-05-30',
      '2022-05-29',
    ])
  })

  test('D13 only the condition the district added is local; nothing is passed off as national', () => {
    const [first] = assessed.zones.find((one) => one.id === 'S-01')!.transitions
    expect(first!.conditions.map((one) => `${one.mark} ${one.authority}`)).toEqual([
      '增 city',
      '密 city',
      '核 city',
      '轮 local',
      '环 city',
    ])
  })

  test('D14 lies inside its controlled zone, but for 封05', () => {
    const inside = assessed.zones
      .filter((one) => one.level === 'sealed')
      .map((one) => [one.id, one.enclosedBy])
    expect(inside).toEqual([
      ...[
        ['S-01', 'C-01'],
        ['S-02', 'C-01'],
        ['S-03', 'C-02'],
        ['S-04', 'C-03'],
      ],
      ...[
        ['S-05', 'P-03'],
        ['S-06', 'C-04'],
        ['S-07', 'C-05'],
      ],
    ])
  })

  test('D15 has 64 crossings of zones, 61 guarded, and 13 gateways, all guarded', () => {
    expect(covered.perimeterTotal).toEqual({ guarded: 61, unguarded: 3, closed: 0 })
    expect(shown.perimeter!.district).toEqual({ total: 13, guarded: 13, unguarded: 0, closed: 0 })
    expect(shown.perimeter!.gaps.map((one) => one.crossing.post)).toEqual(['noRecord', null, 'empty'])
    const ofZones = new Set(
      covered
        .perimeter!.filter((one) => one.kind === 'zone')
        .flatMap((one) => one.crossings.map((c) => c.position.join())),
    )
    const gateways = covered.perimeter!.find((one) => one.kind === 'district')!.crossings
    expect(gateways.some((one) => ofZones.has(one.position.join()))).toBe(false)
  })

  test.each([20, 21])(
    'D15 has as many gaps as crossings without a post on the evening of 13 May, %i:00',
    (hour) => {
      const asOf = at(`2022-05-13T${hour}:00`)
      const answers = {
        assess: assess(facts, { asOf, known: null, policy: null }),
        coverage: coverage(facts, { asOf }),
      }
      const { unguarded, gaps } = survey(facts, { asOf, ...answers }).perimeter!
      expect(unguarded).toBeGreaterThan(15)
      expect(gaps).toHaveLength(unguarded!)
    },
  )

  test('D16 at 22:00 two more posts are empty, and the line of 封06, lowered at 18:00, is none any more', () => {
    const late = coverage(facts, { asOf: TEN })
    expect(late.perimeterTotal).toEqual({ guarded: 55, unguarded: 5, closed: 0 })
  })

  test('D17 has 88 cases, 39 in the community, none there for three days, 11 at the height', () => {
    const { cumulative, yesterday, today, daily, communityZeroRun, unattributed } = shown.cases!
    expect(cumulative).toMatchObject({ total: 88, community: 39, controlled: 49, since: '2022-05-12' })
    expect(yesterday).toMatchObject({ total: 1, community: 0, controlled: 1, converted: 1 })
    expect([today.total, Math.max(...daily.map((one) => one.total)), unattributed]).toEqual([0, 11, 0])
    expect(communityZeroRun).toEqual({ days: 3, from: '2022-05-24', to: '2022-05-26' })
    const byZone = Object.fromEntries(
      shown.zones.filter((one) => one.cases > 0).map((one) => [one.id, one.cases]),
    )
    expect(byZone).toEqual({
      'S-01': 19,
      'S-02': 15,
      'S-03': 9,
      'S-04': 14,
      'S-05': 6,
      'S-06': 5,
      'S-07': 3,
      'C-02': 6,
      'C-05': 5,
    })
  })

  test('D18 has its running figures, with the change against the same hour', () => {
    const values = ['contactsInCare', 'contactsToMove', 'roomsInUse', 'returnees', 'openCalls'].map((id) => [
      figure(id).value,
      figure(id).delta,
    ])
    expect(values).toEqual([
      [1187, -86],
      [17, -7],
      [1386, -22],
      [327, 36],
      [58, 9],
    ])
    expect(figure('roomsInUse').at).toBe('2022-05-27T12:00:00+08:00')
    expect(shown.sources.filter((one) => one.late).map((one) => one.id)).toEqual(['occupancy'])
  })

  test('D19 is in the fifth round', () => {
    expect(shown.rounds.map((one) => (one.sampledShare! * 100).toFixed(1))).toEqual([
      '98.9',
      '99.3',
      '99.6',
      '100.0',
      '67.8',
    ])
    expect((shown.rounds[4]!.resultedShare! * 100).toFixed(1)).toBe('41.2')
    expect(shown.rounds.map((one) => one.positiveTubes)).toEqual([14, 12, 4, 1, 0])
    expect(new Set(shown.towns.map((one) => (one.sampled! / one.listed!).toFixed(2))).size).toBeGreaterThan(8)
  })

  test('D20 hears from 154 of 160 villages: zero, approximate and withheld among them', () => {
    expect(shown.reporting).toMatchObject({ expected: 160, filed: 154 })
    expect(shown.reporting!.silentNames.map((one) => one.name).sort()).toEqual([
      '廖家渡',
      '彭家桥',
      '武家集',
      '胡家坝',
      '郑家庄',
      '龚家圩',
    ])
    for (const count of [shown.reporting!.zero, shown.reporting!.approximate, shown.reporting!.withheld])
      expect(count).toBeGreaterThan(0)
  })

  test('D21 no two headline figures are equal', () => {
    const headline = [
      88,
      39,
      49,
      64,
      61,
      13,
      160,
      154,
      6,
      17,
      1187,
      1386,
      327,
      58,
      269,
      16,
      12,
      10,
      126,
      shown.district.compounds,
    ]
    expect(new Set(headline).size).toBe(headline.length)
    expect(shown.district.areaM2 / 1e6).toBeCloseTo(224.3, 1)
  })
})
