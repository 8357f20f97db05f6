import { describe, expect, test } from 'vitest'
import {
  assess,
  executeOrders,
  type Facts,
  policiesOf,
  type Ruling,
  readAsOf,
  type TransitionStep,
  type UnreadRow,
} from '#geo'
import { aFacts, aPack, aPlace, aRound, aStep, aZone, box, cases, SHANGHAI } from '../../helpers/facts'
import { oneOrder } from '../../helpers/one-order'
import { onePolicy } from '../../helpers/policies'

/** Sealed and controlled are released after seven days. */
const sevenDays = onePolicy({ id: 'days', days: { since: { event: 'level.entered' }, gte: 7 } })

const at = (facts: Facts, asOf: string, id: string) =>
  assess(facts, { asOf: readAsOf(SHANGHAI, asOf)! }).zones.find((one) => one.id === id)!
const lowered = (facts: Facts, asOf: string, id: string) =>
  at(facts, asOf, id).transitions.find(({ kind }) => kind === 'release' || kind === 'downgrade')!
const held = (facts: Facts, asOf: string, id: string) => {
  const { state, conditions } = lowered(facts, asOf, id)
  return [state, ...conditions.filter((one) => one.state !== 'met').map((one) => `${one.id} ${one.reason}`)]
}
const aRow = (over: Partial<UnreadRow> = {}): UnreadRow => ({
  ...{ list: 'zones', file: 'zones.geojson', row: 3, why: 'not-a-day', zone: null, transition: null },
  ...over,
})

const ruledOut = ({ list, file, row }: UnreadRow): Ruling => ({
  ...{ list, file, row, segment: null, kind: 'enteredByMistake', of: null, by: '周某', role: 'approver' },
  ...{ reason: '表尾的合计行', at: 0, event: 'e1' },
})

describe('a row of zones that an import refused', () => {
  const alone = aFacts({ zones: [aZone({ id: 'P', level: 'precaution', from: '2022-04-01' })] })
  const HELD = ['unknown', 'othersLifted zone-row-unread', 'stricterInside zone-row-unread']

  test('Z62 Z100 may be a zone that precaution waits for: unknown, with the row as evidence, until it is mended', () => {
    expect(held(alone, '2022-04-02', 'P')).toEqual(['due'])
    const facts = { ...alone, unread: [aRow()] }
    expect(held(facts, '2022-04-02', 'P')).toEqual(HELD)
    const inside = lowered(facts, '2022-04-02', 'P').conditions.find(({ id }) => id === 'stricterInside')!
    expect([inside.figures.have, inside.zh]).toEqual([null, '区内尚有更严的分区 — 个'])
    expect(lowered(facts, '2022-04-02', 'P').conditions[0]!.evidence).toEqual([
      { file: 'zones.geojson', row: 3, at: null, value: 'not-a-day' },
    ])
    expect(at(facts, '2022-04-02', 'P').forecast).toHaveLength(1)
  })

  test('Z62 is listed with what it holds and the date without it, and holds nothing once it is ruled out', () => {
    const facts = { ...alone, unread: [aRow(), aRow({ row: 4 })] }
    const { unplaced } = assess(facts, { asOf: readAsOf(SHANGHAI, '2022-04-02')! })
    const holds = ['othersLifted', 'stricterInside'].map((leaf) => ({
      ...{ zone: 'P', transition: 'lift-precaution', leaf },
    }))
    expect(unplaced).toMatchObject([
      { list: 'zones', row: 3, refused: true, holds, ruledOut: null },
      { list: 'zones', row: 4, holds },
    ])
    expect(lowered(facts, '2022-04-02', 'P').oncePlacedAt).not.toBeNull()
    const one = { ...facts, rulings: [ruledOut(aRow())] }
    expect(held(one, '2022-04-02', 'P')).toEqual(HELD)
    const both = { ...facts, rulings: [ruledOut(aRow()), ruledOut(aRow({ row: 4 }))] }
    expect(held(both, '2022-04-02', 'P')).toEqual(['due'])
  })

  test('Z62 a file that was refused whole may hold any number of zones', () => {
    expect(held({ ...alone, unread: [aRow({ row: null })] }, '2022-04-02', 'P')).toEqual(HELD)
  })

  const strictest = (over: Partial<UnreadRow>, more: Partial<Facts> = {}) =>
    aFacts({
      places: [
        aPlace({ code: 'T', name: '西镇', kind: 'town' }),
        ...['V1', 'V2'].map((code) => aPlace({ code, name: `${code}村`, kind: 'village', parent: 'T' })),
      ],
      zones: [aZone({ id: 'S', from: '2022-04-01', policy: sevenDays.id, members: ['V1'] })],
      policies: [sevenDays],
      unread: [aRow(over)],
      ...more,
    })
  const OWN = ['unknown', 'stricterInside zone-row-unread']

  test('Z62 of another zone it holds none at the strictest level: none stricter lies in it', () => {
    expect(held(strictest({ zone: 'Q' }), '2022-05-02', 'S')).toEqual(['due'])
  })

  test('Z65 of the zone itself it may give it other ground or another beginning: unknown until it is ruled out', () => {
    const facts = strictest({ zone: 'S' })
    expect(held(facts, '2022-05-02', 'S')).toEqual(OWN)
    expect(at(facts, '2022-05-02', 'S').forecast).toHaveLength(1)
    expect(lowered(facts, '2022-05-02', 'S').oncePlacedAt).not.toBeNull()
    expect(held({ ...facts, rulings: [ruledOut(aRow())] }, '2022-05-02', 'S')).toEqual(['due'])
  })

  test('Z65 without an id it is of any zone of the ground that it names; with nothing read, of every zone', () => {
    const named = (...members: string[]) => held(strictest({ members }), '2022-05-02', 'S')[0]
    expect(named('V1')).toBe('unknown')
    expect(named('V1村')).toBe('unknown')
    expect(named('西镇')).toBe('unknown')
    expect(named('V2', '无此村')).toBe('unknown')
    expect(named('V2')).toBe('due')
    expect(held(strictest({}), '2022-05-02', 'S')).toEqual(OWN)
    expect(held(strictest({ row: null }), '2022-05-02', 'S')).toEqual(OWN)
  })

  test('Z65 what its own row contradicts is not blocked either: whichever of the two was taken', () => {
    const row = { zone: 'S', reportedAt: '2022-05-01', kind: 'confirmed' }
    const quiet = onePolicy({ id: 'quiet', days: { since: { event: 'case', agg: 'last' }, gte: 7 } })
    const more = {
      policies: [quiet],
      zones: [aZone({ id: 'S', from: '2022-04-01', policy: quiet.id, members: ['V1'] })],
      cases: cases([{ id: 'N', ...row }]),
    }
    expect(held(strictest({ zone: 'Q' }, more), '2022-05-02', 'S')[0]).toBe('blocked')
    expect(held(strictest({ zone: 'S' }, more), '2022-05-02', 'S')[0]).toBe('unknown')
    expect(held(strictest({ row: null }, more), '2022-05-02', 'S')[0]).toBe('blocked')
  })

  test('Z62 a row of steps says nothing of zones', () => {
    expect(held({ ...alone, unread: [aRow({ list: 'transitions' })] }, '2022-04-02', 'P')).toEqual(['due'])
  })
})

describe('a zone whose level nobody can read', () => {
  const facts = (over: object) =>
    aFacts({
      policies: [sevenDays],
      pack: aPack({ policy: sevenDays.id }),
      zones: [
        aZone({ id: 'C', level: 'controlled', from: '2022-04-01', drawn: box(113, 31, 113.1, 31.1) }),
        aZone({ id: 'X', from: '2022-04-01', drawn: box(113.02, 31.02, 113.03, 31.03), ...over }),
      ],
    })

  test('Z5 inside another one may be stricter: the outer one is unknown', () => {
    expect(held(facts({ level: '封锁区' }), '2022-05-02', 'C')).toEqual([
      'unknown',
      'stricterInside level-unknown',
    ])
    expect(held(facts({ level: 'sealed' }), '2022-05-02', 'C')).toEqual([
      'blocked',
      'stricterInside stricter-inside',
    ])
  })

  test('Z5 one that lies elsewhere holds nothing, nor one that names another parent', () => {
    const elsewhere = box(113.12, 31.02, 113.13, 31.03)
    expect(held(facts({ level: '封锁区', drawn: elsewhere }), '2022-05-02', 'C')).toEqual(['due'])
    expect(held(facts({ level: '封锁区', drawn: elsewhere, parent: 'C' }), '2022-05-02', 'C')[0]).toBe(
      'unknown',
    )
  })

  test('Z27 all round another one may be stricter: what lies between is unknown', () => {
    const between = facts({ level: '封锁区', drawn: box(113, 31, 113.1, 31.1) })
    const inner = aZone({
      id: 'C',
      level: 'controlled',
      from: '2022-04-01',
      drawn: box(113.02, 31.02, 113.03, 31.03),
    })
    const zones = [inner, between.zones[1]!]
    expect(held({ ...between, zones }, '2022-05-02', 'C')).toEqual([
      'unknown',
      'stricterAround level-unknown',
    ])
  })
})

describe('a step that an import refused', () => {
  const step = (name: string, time: string, over = {}) =>
    aStep({ zone: 'S', transition: 'unseal', step: name, at: time, ...over })
  const approved = [
    step('apply', '2022-05-27T08:00'),
    step('approve', '2022-05-27T09:30', { takesEffectAt: '2022-05-27T18:00' }),
  ]
  const ordered = (unread: readonly UnreadRow[], steps = approved) => {
    const facts = aFacts({
      pack: aPack({ policy: oneOrder.id }),
      policies: [oneOrder],
      zones: [aZone({ id: 'S', from: '2022-05-13T20:00' }), aZone({ id: 'T', from: '2022-05-13T20:00' })],
      rounds: [aRound({ zone: 'S', startedAt: '2022-05-26T06:00', finishedAt: '2022-05-27T08:00' })],
      steps,
      unread,
    })
    return { ...facts, ...executeOrders(facts, policiesOf(facts)) }
  }
  const aDecline = (over: Partial<UnreadRow> = {}): UnreadRow =>
    aRow({ list: 'transitions', file: 'transitions.csv', zone: 'S', transition: 'unseal', ...over })

  test('Z63 may have sent the approval back: the order is suspended before its hour and not carried out', () => {
    expect(at(ordered([]), '2022-05-27T18:00', 'S').level).toBe('controlled')
    const facts = ordered([aDecline()])
    expect(held(facts, '2022-05-27T12:00', 'S')).toEqual(['unknown', 'stepUnread step-row-unread'])
    expect(lowered(facts, '2022-05-27T12:00', 'S').approval!.suspended).toEqual(['stepUnread'])
    expect(at(facts, '2022-05-27T18:00', 'S').level).toBe('sealed')
    expect(at(facts, '2022-05-27T12:00', 'S').forecast).toHaveLength(1)
  })

  test('Z63 ruled out it suspends nothing, and the order is carried out at its hour', () => {
    const { orders: _, ...facts } = ordered([aDecline()])
    const told = { ...facts, rulings: [ruledOut(aDecline())] }
    expect(lowered(told, '2022-05-27T12:00', 'S').state).toBe('approval')
    const { zones } = executeOrders(told, policiesOf(told))
    expect(at({ ...told, zones }, '2022-05-27T18:00', 'S').level).toBe('controlled')
  })

  test('Z63 one that names no known zone or transition may be of any; of another zone or transition it is not', () => {
    const state = (over: Partial<UnreadRow>) =>
      lowered(ordered([aDecline(over)]), '2022-05-27T12:00', 'S').state
    expect(state({ zone: null, transition: null, row: null })).toBe('unknown')
    expect(state({ zone: 's1', transition: '降级' })).toBe('unknown')
    expect(state({ zone: 'T' })).toBe('approval')
    expect(state({ list: 'zones', zone: 'T' })).toBe('approval')
  })

  test('Z63 where nothing was given there is nothing to send back', () => {
    expect(lowered(ordered([aDecline()], []), '2022-05-27T12:00', 'S').state).toBe('due')
  })
})

describe('a step that was taken and cannot be read', () => {
  const step = (name: string, time: string, over = {}) =>
    aStep({ zone: 'S', transition: 'unseal', step: name, at: time, ...over })
  const approved = [
    step('apply', '2022-05-27T08:00'),
    step('approve', '2022-05-27T09:30', { takesEffectAt: '2022-05-27T18:00' }),
  ]
  const decline = (over = {}) =>
    step('approve', '2022-05-27T12:00', {
      ...{ decision: 'declined', origin: { file: 'transitions.csv', row: 9, knownAt: null } },
      ...over,
    })
  const ordered = (steps: readonly TransitionStep[], over: Partial<Facts> = {}) => {
    const facts = aFacts({
      pack: aPack({ policy: oneOrder.id }),
      policies: [oneOrder],
      zones: [
        aZone({ id: 'S', name: '甲', from: '2022-05-13T20:00' }),
        aZone({ id: 'T', name: '乙', from: '2022-05-13T20:00' }),
      ],
      rounds: [aRound({ zone: 'S', startedAt: '2022-05-26T06:00', finishedAt: '2022-05-27T08:00' })],
      steps,
      ...over,
    })
    return { ...facts, ...executeOrders(facts, policiesOf(facts)) }
  }
  const listed = (facts: Facts) =>
    assess(facts, { asOf: readAsOf(SHANGHAI, '2022-05-27T13:00')! }).unplaced?.map(
      ({ list, row, why, zones, holds, refused }) => ({
        list,
        row,
        why,
        zones,
        refused,
        holds: holds.length,
      }),
    )
  const asHeld = (why: string, over = {}) => [
    { list: 'transitions', row: 9, why, zones: ['S'], refused: false, holds: 1, ...over },
  ]
  const expectHeld = (facts: Facts) => {
    expect(held(facts, '2022-05-27T13:00', 'S')).toEqual(['unknown', 'stepUnread step-row-unread'])
    expect(at(facts, '2022-05-27T13:00', 'S').forecast).toHaveLength(1)
    expect(at(facts, '2022-05-27T18:00', 'S').level).toBe('sealed')
  }
  const expectDeclined = (facts: Facts) => {
    expect(lowered(facts, '2022-05-27T13:00', 'S')).toMatchObject({
      state: 'due',
      approval: { next: 'assess' },
    })
    expect(at(facts, '2022-05-27T18:00', 'S').level).toBe('sealed')
    expect(listed(facts)).toEqual([])
  }

  test('Z78 of an absurd year may have declined what was given, until it is ruled out', () => {
    expect(at(ordered(approved), '2022-05-27T18:00', 'S').level).toBe('controlled')
    for (const year of ['2202', '1922']) {
      const facts = ordered([...approved, decline({ at: `${year}-05-27T12:00` })])
      expectHeld(facts)
      expect(listed(facts)).toEqual(asHeld('implausible-time'))
      const told = ordered(facts.steps, {
        rulings: [ruledOut(aRow({ list: 'transitions', ...{ file: 'transitions.csv', row: 9 } }))],
      })
      expect(lowered(told, '2022-05-27T13:00', 'S').state).toBe('approval')
      expect(at(told, '2022-05-27T18:00', 'S').level).toBe('controlled')
    }
  })

  test('Z78 an order for an hour of an absurd year is not carried out: list, zone and leaf are those of the step', () => {
    for (const year of ['2202', '1922']) {
      const origin = { file: 'transitions.csv', row: 9, knownAt: null }
      const facts = ordered([
        approved[0]!,
        { ...step('approve', '2022-05-27T09:30', { takesEffectAt: `${year}-05-27T18:00` }), origin },
      ])
      expectHeld(facts)
      expect(listed(facts)).toEqual(asHeld('implausible-time'))
      expect(at(facts, '2202-06-01T12:00', 'S').level).toBe('sealed')
    }
    const late = ordered([
      approved[0]!,
      step('approve', '2022-05-27T09:30', { takesEffectAt: '2023-05-27T18:00' }),
    ])
    expect(lowered(late, '2022-05-27T13:00', 'S').state).toBe('approval')
  })

  test('Z79 is one of the zone and transition that it names by name or another spelling', () => {
    for (const over of [
      { zone: '甲' },
      { zone: 's' },
      { transition: '降级' },
      { transition: 'lower' },
      { transition: 'UNSEAL' },
    ])
      expectDeclined(ordered([...approved, decline(over)]))
    const named = approved.map((one) => ({ ...one, zone: '甲', transition: '降级' }))
    expect(at(ordered(named), '2022-05-27T18:00', 'S').level).toBe('controlled')
  })

  test('Z79 that names no known zone or transition holds what it may be of, from when it was taken', () => {
    const zone = ordered([...approved, decline({ zone: 'S9' })])
    expectHeld(zone)
    expect(listed(zone)).toEqual(asHeld('unknown-zone', { zones: ['S', 'T'] }))
    const transition = ordered([...approved, decline({ transition: 'unsael' })])
    expectHeld(transition)
    expect(listed(transition)).toEqual(asHeld('unknown-transition'))
    const alike = [
      aZone({ id: 'S', name: '甲', from: '2022-05-13T20:00' }),
      aZone({ id: 'T', name: '甲', from: '2022-05-13T20:00' }),
    ]
    const several = ordered([...approved, decline({ zone: '甲' })], { zones: alike })
    expectHeld(several)
    expect(listed(several)).toEqual(asHeld('several-zones', { zones: ['S', 'T'] }))
    const before = ordered([...approved, decline({ transition: 'unsael', at: '2022-05-01T12:00' })])
    expect(lowered(before, '2022-05-27T13:00', 'S').state).toBe('approval')
    const other = ordered([...approved, decline({ zone: 'T', transition: 'unsael' })])
    expect(lowered(other, '2022-05-27T13:00', 'S').state).toBe('approval')
  })

  test('Z80 a decline with only the day of the approval may have come after it; of another day it is told', () => {
    const facts = ordered([...approved, decline({ at: '2022-05-27' })])
    expectHeld(facts)
    expect(listed(facts)).toEqual(asHeld('order-unknown'))
    const before = ordered([...approved, decline({ at: '2022-05-26' })])
    expect(lowered(before, '2022-05-27T13:00', 'S').state).toBe('approval')
  })

  test('Z80 of what is declined and given at one instant the decline counts, whatever the order of rows', () => {
    const instant = decline({ at: '2022-05-27T09:30' })
    const first = { ...instant, origin: { ...instant.origin, row: 1 } }
    expectDeclined(ordered([...approved, instant]))
    expectDeclined(
      ordered([first, ...approved.map((one) => ({ ...one, origin: { ...one.origin, row: 5 } }))]),
    )
  })

  test('Z81 without a decision may have declined what was given before it, not what was given since', () => {
    const undecided = (time: string): UnreadRow => {
      const { at, origin } = decline({ at: time })
      const { file, row } = origin
      return aRow({
        ...{ list: 'transitions', file, row, why: 'no-decision', zone: 'S' },
        transition: 'unseal',
        isTaken: true,
        at,
      })
    }
    const facts = ordered(approved, { unread: [undecided('2022-05-27T12:00')] })
    expectHeld(facts)
    expect(listed(facts)).toEqual(asHeld('no-decision'))
    const held = (time: string) =>
      lowered(ordered(approved, { unread: [undecided(time)] }), '2022-05-27T13:00', 'S').state
    expect(held('2022-05-27T08:30')).toBe('approval')
    expect(held('2022-05-27')).toBe('unknown')
    expect(held('2202-05-27T12:00')).toBe('unknown')
  })
})

describe('a stay of an absurd year', () => {
  const many = cases(
    Array.from({ length: 30 }, (_, i) => ({
      ...{
        id: `C${i}`,
        zone: 'P',
        reportedAt: `2022-03-${String(i + 1).padStart(2, '0')}`,
        kind: 'confirmed',
      },
    })),
  )
  const facts = (times: { from: string; to?: string }) =>
    aFacts({
      cases: many,
      zones: [
        aZone({ id: 'P', level: 'precaution', from: '2022-04-01' }),
        aZone({ id: 'S', origin: { file: 'zones.geojson', row: 2, knownAt: null }, ...times }),
      ],
    })

  test('Z64 not begun, or over, by a year that cannot be true it may stand now: others are unknown until it is ruled out', () => {
    for (const times of [{ from: '2202-04-01' }, { from: '2002-04-01', to: '2002-04-20' }]) {
      const mistyped = facts(times)
      expect(held(mistyped, '2022-05-02', 'P')).toEqual([
        'unknown',
        'othersLifted zone-row-unread',
        'stricterInside zone-row-unread',
      ])
      const { unplaced } = assess(mistyped, { asOf: readAsOf(SHANGHAI, '2022-05-02')! })
      expect(unplaced).toMatchObject([
        { list: 'zones', id: 'S', row: 2, why: 'implausible-time', refused: false, holds: [{}, {}] },
      ])
      const told = { ...mistyped, rulings: [ruledOut(aRow({ row: 2 }))] }
      expect(held(told, '2022-05-02', 'P')).toEqual(['due'])
    }
    expect(held(facts({ from: '2022-06-01' }), '2022-05-02', 'P')).toEqual(['due'])
    expect(held(facts({ from: '2022-03-01', to: '2022-04-20' }), '2022-05-02', 'P')).toEqual(['due'])
  })

  test('Z64 nobody counts days from such a beginning: the zone itself is unknown, the row as evidence', () => {
    const own = (from: string) => {
      const zones = [aZone({ id: 'S', from, policy: sevenDays.id })]
      return { ...facts({ from: '2022-04-01' }), policies: [sevenDays], zones }
    }
    expect(held(own('2022-04-20'), '2022-05-02', 'S')).toEqual(['due'])
    const [state, ...open] = held(own('2002-04-20'), '2022-05-02', 'S')
    expect([state, open.map((one) => one.split(' ')[1])]).toEqual(['unknown', ['implausible-time']])
    expect(lowered(own('2002-04-20'), '2022-05-02', 'S').conditions[0]!.evidence).toMatchObject([
      { file: 'zones.geojson', row: 1 },
    ])
  })

  test('Z64 no test is scheduled and no limit runs from such a beginning', () => {
    const policy = {
      ...sevenDays,
      schedules: { sealed: { pcrDays: [1, 4, 7], source: 'G' } },
      deadlines: [
        {
          id: 'round',
          zh: '首轮',
          en: 'first round',
          from: 'zone.designated',
          done: 'round.finished',
          hours: 24,
          source: 'G',
        },
      ],
    }
    const own = (from: string) => {
      const zones = [aZone({ id: 'S', from, policy: policy.id })]
      return at({ ...facts({ from: '2022-04-01' }), policies: [policy], zones }, '2022-05-02', 'S')
    }
    expect([own('2022-04-20').schedule!.length, own('2022-04-20').deadlines!.length]).toEqual([3, 1])
    expect([own('2002-04-20').schedule, own('2002-04-20').deadlines]).toEqual([[], []])
  })
})
