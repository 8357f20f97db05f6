import { describe, expect, test } from 'vitest'
import { type Answers, answersOf, type Facts } from '#geo'
import { gapsOf } from '../../../src/views/wall/gaps'
import { aFacility, aFacts, aPlace, aRoad, aRound, aZone, box, moment, origin } from '../../helpers/facts'

const asOf = moment('2022-05-20T12:00').at
const places = [
  aPlace({ code: 'D', kind: 'district', shape: box(113, 33, 113.04, 33.02) }),
  aPlace({ code: 'T1', kind: 'town', parent: 'D', shape: box(113, 33, 113.04, 33.02) }),
]
const zones = [aZone({ id: 'S1', from: '2022-05-13', drawn: box(113.01, 33.005, 113.02, 33.015) })]
const through = aRoad([112.99, 33.01, 113.05, 33.01], { name: '大路', class: 'primary' })
const LISTS = ['places', 'zones', 'cases', 'roads'] as const

function seen(over: Partial<Facts>, more: readonly ('facilities' | 'rounds' | 'checks')[] = []): Answers {
  const facts = aFacts({ places, zones, roads: [through], ...over, stated: new Set([...LISTS, ...more]) })
  return answersOf(facts, { asOf, known: null })
}
const lineOf = ({ coverage: { perimeter } }: Answers) => perimeter!.find(({ id }) => id === 'S1')!
const guardedOf = ({ assess: { zones: all } }: Answers) =>
  all[0]!.transitions[0]?.findings.find(({ id }) => id === 'finding.crossings')
const UNKNOWN = { guarded: null, unguarded: null, closed: null }

describe('X8 without a list of checkpoints', () => {
  test('nobody knows how an open road is held: it is no gap, and is counted in no state', () => {
    const answers = seen({})
    expect(lineOf(answers)).toMatchObject(UNKNOWN)
    expect(lineOf(answers).crossings.map(({ state, post }) => [state, post])).toEqual([
      [null, null],
      [null, null],
    ])
    expect(answers.coverage.perimeterTotal).toEqual({ ...UNKNOWN, unheld: 2 })
    expect(answers.survey.perimeter).toMatchObject({ ...UNKNOWN, total: 2, unheld: 2, gaps: [] })
    expect(answers.survey.perimeter!.district).toEqual({ ...UNKNOWN, total: 2 })
    expect(answers.survey.towns[0]!.unguarded).toBeNull()
    expect(gapsOf(answers.survey, 'zh').find(({ id }) => id === 'crossings')).toMatchObject({
      ...{ open: null, all: 2, names: [] },
      title: { key: 'crossingsUnheld' },
    })
  })

  test('a list of other facilities says nothing of checkpoints; one without any row says there is none', () => {
    const other = seen({ facilities: [aFacility({ id: 'Q1', kind: 'quarantine' })] }, ['facilities'])
    expect(lineOf(other)).toMatchObject(UNKNOWN)
    const none = seen({}, ['facilities'])
    expect(lineOf(none)).toMatchObject({ guarded: 0, unguarded: 2, closed: 0 })
    expect(none.coverage.quarantine).toEqual({ rooms: 0, occupied: 0, free: 0, at: null, sites: [] })
  })

  test('a closed road is closed, and a line that only closed roads cross, or none, is known', () => {
    const closed = seen({ roads: [{ ...through, closed: true }] })
    expect(lineOf(closed)).toMatchObject({ guarded: 0, unguarded: 0, closed: 2 })
    expect(lineOf(seen({ roads: [] }))).toMatchObject({ guarded: 0, unguarded: 0, closed: 0 })
  })

  test('the finding is unknown and not unmet', () => {
    const facts = { policy: 'cn-2021-three-zone' }
    const answers = seen({ zones: zones.map((stay) => ({ ...stay, ...facts })) })
    expect(guardedOf(answers)).toMatchObject({
      state: 'unknown',
      reason: 'posts-unknown',
      figures: { of: 2 },
    })
  })
})

describe('X13 ends at the line', () => {
  test('stand from west to east whatever the order of the roads', () => {
    const stub = (lon: number) => aRoad([lon, 33.0, lon, 33.00499999], { name: `路${lon}` })
    const roads = [stub(113.018), stub(113.012), stub(113.015)]
    const ends = (given: typeof roads) =>
      seen({ roads: given }).coverage.endsAtLine!.filter(({ kind }) => kind === 'zone')
    expect(ends(roads).map(({ position }) => position[0])).toEqual([113.012, 113.015, 113.018])
    expect(ends(roads.toReversed())).toEqual(ends(roads))
  })
})

describe('S16 lists that nobody has taken', () => {
  test('no list of rounds is null, an empty one is empty', () => {
    expect(seen({}).coverage.testing).toBeNull()
    expect(seen({}, ['rounds']).coverage.testing).toEqual([])
    const round = aRound({ zone: 'S1', round: '1', startedAt: '2022-05-15' })
    expect(seen({ rounds: [round] }).coverage.testing).toHaveLength(1)
  })

  test('rooms of which some are not known are a lower bound, and so is what is in use', () => {
    const facilities = [
      aFacility({ id: 'Q1', kind: 'quarantine', rooms: 50 }),
      aFacility({ id: 'Q2', kind: 'quarantine' }),
    ]
    const occupancy = [
      { site: 'Q1', at: moment('2022-05-19'), rooms: null, occupied: 20, closed: null, origin: origin('o') },
    ]
    const { coverage: covered, survey: shown } = seen({ facilities, occupancy }, ['facilities'])
    expect(covered.quarantine).toMatchObject({ rooms: 50, leastOf: ['rooms', 'occupied', 'free'] })
    expect(shown.figures.find(({ id }) => id === 'roomsInUse')).toMatchObject({
      value: 20,
      isLeast: true,
      delta: null,
    })
    const whole = seen({ facilities: facilities.slice(0, 1), occupancy }, ['facilities'])
    expect(whole.coverage.quarantine!.leastOf).toBeUndefined()
    expect(whole.survey.figures.find(({ id }) => id === 'roomsInUse')!.isLeast).toBeUndefined()
  })
})
