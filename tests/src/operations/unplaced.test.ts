import { describe, expect, test } from 'vitest'
import { assess, readAsOf, type UnplacedRow } from '#geo'
import { fold } from '../../../src/log/fold/fold'
import type { Register } from '../../../src/log/fold/register'
import { undoDrafts } from '../../../src/log/undo'
import { narrowingDrafts, notNarrowed } from '../../../src/operations/unplaced/narrow-rows'
import {
  isGroundOpen,
  isTimeOpen,
  notPlaced,
  type Placing,
  placingDrafts,
} from '../../../src/operations/unplaced/place-rows'
import {
  notRuled,
  type RulingOut,
  rulingDrafts,
  rulingKindsOf,
} from '../../../src/operations/unplaced/rule-out-rows'
import { nameUnknown } from '../../../src/operations/unplaced/taught-name'
import { aPack } from '../../helpers/facts'
import { aDay, aTime, LogPen } from '../../helpers/log'
import { onePolicy } from '../../helpers/policies'

const ZONE = 'Asia/Shanghai'
const AS_OF = readAsOf(ZONE, '2022-05-20T12:00')!

const square = (lon: number) => [
  [Float64Array.from([lon, 34, lon + 0.02, 34, lon + 0.02, 34.02, lon, 34.02, lon, 34])],
]

/** Two sealed villages and one outside; rows at 0, 0 and one without a time, each of a file of its own. */
function aLog(): LogPen {
  const pen = new LogPen()
  const when = { id: 'noNewCase', days: { since: { event: 'case' }, gte: 7 }, ifMissing: true }
  pen.say(
    { type: 'policy.adopted@1', policy: onePolicy(when) },
    { type: 'pack.described@1', pack: aPack({ policy: 'test-one', use: 'review' }) },
  )
  pen.bring('places', [
    { code: 'T', name: '召陵镇', kind: 'town' },
    { code: 'V1', name: '东村', kind: 'village', parent: 'T', shape: square(113) },
    { code: 'V2', name: '西村', kind: 'village', parent: 'T', shape: square(113.02) },
    { code: 'V3', name: '外村', kind: 'village', parent: 'T', shape: square(113.04) },
  ])
  const zone = { level: 'sealed', from: aDay('2022-05-01'), policy: 'test-one' }
  pen.bring('zones', [
    { id: 'A', members: 'V1', ...zone },
    { id: 'B', members: 'V2', ...zone },
  ])
  const at = aTime('2022-05-19T10:00:00+08:00')
  pen.bring(
    'cases',
    ['C1', 'C2', 'C3'].map((id) => ({ id, reportedAt: at, kind: 'confirmed', lng: 0, lat: 0 })),
    'zero.csv',
  )
  pen.say({
    ...{ type: 'list.stated@1', list: 'cases', source: null, ground: 'district' },
    ...{ until: null, because: null },
  })
  return pen
}

const registerOf = (pen: LogPen): Register =>
  fold(pen.events, pen.blocks, { known: null, learned: 'fromTheBeginning' })

function seen(pen: LogPen): { states: string; open: UnplacedRow[]; rows: UnplacedRow[] } {
  const { zones, unplaced = [] } = assess(registerOf(pen), { asOf: AS_OF })
  return {
    states: zones.map(({ id, transitions }) => `${id} ${transitions[0]!.state}`).join(', '),
    open: unplaced.filter(({ ruledOut }) => ruledOut === null),
    rows: [...unplaced],
  }
}

const takeBack = (pen: LogPen): void => {
  pen.say(...undoDrafts(pen.events, pen.device))
}
const HELD = 'A unknown, B unknown'

describe('placing rows', () => {
  test('all rows of a cause and file are placed by one event, and all zones are as without them', () => {
    for (const [ground, states] of [
      [{ kind: 'place', id: 'V3' }, 'A due, B due'],
      [{ kind: 'place', id: 'V1' }, 'A blocked, B due'],
      [{ kind: 'zone', id: 'B' }, 'A due, B blocked'],
      [{ kind: 'position', at: [113.05, 34.01] }, 'A due, B due'],
    ] as const) {
      const pen = aLog()
      const { open, states: before } = seen(pen)
      expect([before, open.length]).toEqual([HELD, 3])
      const drafts = placingDrafts({ rows: open, ground, at: '' }, registerOf(pen))
      expect(drafts).toHaveLength(1)
      pen.say(...drafts)
      expect(seen(pen)).toMatchObject({ states, open: [] })
      takeBack(pen)
      expect(seen(pen)).toMatchObject({ states: HELD })
      expect(seen(pen).open).toHaveLength(3)
    }
  })

  test('one row of several is placed alone; the others hold on', () => {
    const pen = aLog()
    const [first] = seen(pen).open
    pen.say(
      ...placingDrafts({ rows: [first!], ground: { kind: 'place', id: 'V3' }, at: '' }, registerOf(pen)),
    )
    expect(seen(pen)).toMatchObject({ states: HELD })
    expect(seen(pen).open.map(({ id }) => id)).toEqual(['C2', 'C3'])
  })

  test('the name that nobody knows is taught with the placing: rows of the next morning say it and are placed', () => {
    const pen = aLog()
    const said = (id: string, place: string) => ({
      ...{ id, reportedAt: aTime('2022-05-19T10:00:00+08:00'), kind: 'confirmed', place },
    })
    const openOf = (file: string): UnplacedRow[] => seen(pen).open.filter((row) => row.file === file)
    pen.bring('cases', [said('C8', '老河沿'), said('C9', '老河沿')], 'first.csv')
    const rows = openOf('first.csv')
    expect(nameUnknown(rows, registerOf(pen))).toBe('老河沿')
    const before = JSON.stringify(registerOf(pen).places)
    const ground = { kind: 'place', id: 'V3' } as const
    const teaches = { name: '老河沿', because: '落位时记下的别名' }
    pen.say(...placingDrafts({ rows, ground, at: '', teaches }, registerOf(pen)))
    expect(registerOf(pen).places.find(({ code }) => code === 'V3')?.aliases).toEqual(['老河沿'])
    pen.bring('cases', [said('C10', '老河沿')], 'second.csv')
    expect([...openOf('first.csv'), ...openOf('second.csv')]).toEqual([])
    takeBack(pen)
    takeBack(pen)
    expect(JSON.stringify(registerOf(pen).places)).toBe(before)
    expect([openOf('first.csv').length, openOf('second.csv').length]).toEqual([2, 0])
  })

  test('no name is taught where the rows say several, a person, or nothing', () => {
    const pen = aLog()
    const at = aTime('2022-05-19T10:00:00+08:00')
    const rowsOf = (...places: (string | null)[]): string | null => {
      const file = `${places.join('-')}.csv`
      pen.bring(
        'cases',
        places.map((place, n) => ({ id: `${file}${n}`, reportedAt: at, kind: 'confirmed', place })),
        file,
      )
      return nameUnknown(
        seen(pen).open.filter((row) => row.file === file),
        registerOf(pen),
      )
    }
    expect(rowsOf('老河沿', '新河沿')).toBeNull()
    expect(rowsOf('王小明')).toBeNull()
    expect(rowsOf(null)).toBeNull()
    expect(rowsOf('老河沿', '老河沿')).toBe('老河沿')
  })

  test('a row without a time asks for the time alone, and a day typed is a day', () => {
    const pen = aLog()
    pen.bring('cases', [{ id: 'C9', kind: 'confirmed', place: 'V3' }], 'timeless.csv')
    const rows = seen(pen).open.filter(({ file }) => file === 'timeless.csv')
    expect([isGroundOpen(rows), isTimeOpen(rows)]).toEqual([false, true])
    const drafts = placingDrafts({ rows, ground: null, at: ' 2022-05-02 ' }, registerOf(pen))
    expect(drafts[0]).toMatchObject({ type: 'case.located@1', at: '2022-05-02', place: null, zone: null })
    pen.say(...drafts)
    expect(seen(pen).open.filter(({ file }) => file === 'timeless.csv')).toEqual([])
  })

  test('what would leave the row unplaced is not written: no ground, 0, 0, far away, no time, a time to come', () => {
    const pen = aLog()
    pen.bring('cases', [{ id: 'C9', kind: 'confirmed' }], 'timeless.csv')
    const register = registerOf(pen)
    const rows = seen(pen).open
    const zero = rows.filter(({ file }) => file === 'zero.csv')
    const timeless = rows.filter(({ file }) => file === 'timeless.csv')
    const code = (placing: Placing) => notPlaced(placing, { register, asOf: AS_OF })?.code ?? null
    const at = (lon: number, lat: number) => ({ kind: 'position' as const, at: [lon, lat] as const })
    expect(code({ rows: zero, ground: null, at: '' })).toBe('no-ground')
    expect(code({ rows: zero, ground: at(0, 0), at: '' })).toBe('outside-district')
    expect(code({ rows: zero, ground: at(114, 34), at: '' })).toBe('outside-district')
    expect(code({ rows: zero, ground: at(34.01, 113.01), at: '' })).toBe('outside-district')
    expect(code({ rows: zero, ground: at(113.01, 34.01), at: '' })).toBeNull()
    expect(code({ rows: timeless, ground: null, at: '昨天' })).toBe('not-a-time')
    expect(code({ rows: timeless, ground: null, at: '2032-05-02' })).toBe('after-learned')
    expect(code({ rows: timeless, ground: null, at: '2022-05-02 08:00' })).toBeNull()
  })
})

describe('narrowing rows', () => {
  test('narrowed to a place rows hold only what lies in it; narrowed to the same again is refused', () => {
    const pen = aLog()
    const rows = seen(pen).open
    expect(notNarrowed({ rows, place: null })?.code).toBe('no-place')
    expect(notNarrowed({ rows, place: 'V2' })).toBeNull()
    pen.say(...narrowingDrafts({ rows, place: 'V2' }))
    expect(seen(pen).states).toBe('A due, B blocked')
    takeBack(pen)
    pen.say(...narrowingDrafts({ rows, place: 'T' }))
    expect(seen(pen).states).toBe(HELD)
    expect(notNarrowed({ rows: seen(pen).open, place: 'T' })?.code).toBe('narrowed-already')
  })

  test('a refused row is narrowed too, and nothing else of it is said', () => {
    const pen = aLog()
    pen.say({
      type: 'rows.refused@1',
      list: 'cases',
      source: 'bad.csv',
      refused: [{ row: 4, why: 'not-in-list' }],
    })
    const rows = seen(pen).open.filter(({ refused }) => refused)
    pen.say(...narrowingDrafts({ rows, place: 'V3' }))
    expect(seen(pen).open.find(({ refused }) => refused)).toMatchObject({ near: ['V3'], holds: [] })
  })
})

describe('ruling rows out', () => {
  const whole = (rows: readonly UnplacedRow[]): RulingOut => ({
    ...{ rows, kind: 'enteredByMistake', of: '', because: '空行，镇街来电确认' },
    ...{ name: '周', unit: '流调组', role: 'epidemiologist' },
  })

  test('reason, note and signature must all stand, each said when it lacks', () => {
    const { open } = seen(aLog())
    const code = (over: Partial<RulingOut>) => notRuled({ ...whole(open), ...over })?.code ?? null
    expect(code({})).toBeNull()
    expect(code({ kind: null })).toBe('no-kind')
    expect(code({ kind: 'duplicateOf' })).toBe('no-original')
    expect(code({ kind: 'duplicateOf', of: 'C2' })).toBe('own-original')
    expect(code({ kind: 'duplicateOf', of: 'C7' })).toBeNull()
    expect(code({ because: '  ' })).toBe('no-reason')
    expect(code({ name: '' })).toBe('no-author')
    expect(code({ unit: ' ' })).toBe('no-author')
    expect(code({ role: null })).toBe('no-role')
    for (const over of [{ kind: null }, { because: '' }, { role: null }, { name: '' }])
      expect(rulingDrafts({ ...whole(open), ...over })).toEqual([])
  })

  test('ruled out they hold nothing and stay listed with the name; undo makes them hold again', () => {
    const pen = aLog()
    const { open } = seen(pen)
    pen.say(...rulingDrafts(whole(open)))
    const { states, rows } = seen(pen)
    expect([states, rows.length]).toEqual(['A due, B due', 3])
    for (const { ruledOut, holds } of rows) {
      expect(holds).toEqual([])
      expect(ruledOut).toMatchObject({ kind: 'enteredByMistake', role: 'epidemiologist', by: '林' })
    }
    takeBack(pen)
    expect(seen(pen)).toMatchObject({ states: HELD })
  })

  test('L32 refused rows of zones and steps are ruled out as what they can be, and undo brings them back', () => {
    const pen = aLog()
    pen.bring('zones', [
      { id: 'C', members: 'V3', level: 'controlled', from: aDay('2022-05-01'), policy: 'test-one' },
    ])
    for (const [list, source] of [
      ['zones', 'zones.csv'],
      ['transitions', 'steps.csv'],
    ] as const)
      pen.say({ type: 'rows.refused@1', list, source, refused: [{ row: 5, why: 'missing' }] })
    const rows = seen(pen).open.filter(({ list }) => list === 'zones' || list === 'transitions')
    expect(rows.map(({ list, row, holds }) => [list, row, holds.map(({ zone }) => zone)])).toEqual([
      ['zones', 5, ['A', 'B', 'C']],
      ['transitions', 5, []],
    ])
    expect(rulingKindsOf(rows.slice(0, 1))).toEqual(['outsideDistrict', 'duplicateOf', 'enteredByMistake'])
    expect(rulingKindsOf(rows)).toEqual(['duplicateOf', 'enteredByMistake'])
    expect(notRuled({ ...whole(rows), kind: 'notInAnyZone' })?.code).toBe('no-kind')
    const drafts = rulingDrafts(whole(rows))
    expect(drafts.map(({ type }) => type)).toEqual(['stay.ruledOut@1', 'step.ruledOut@1'])
    pen.say(...drafts)
    expect(seen(pen).open).toHaveLength(3)
    takeBack(pen)
    expect(seen(pen).open.length).toBeGreaterThan(3)
  })
})
