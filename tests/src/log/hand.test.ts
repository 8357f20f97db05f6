import { describe, expect, test } from 'vitest'
import { coverage, readMoment } from '#geo'
import { admit } from '../../../src/log/admit'
import type { Body } from '../../../src/log/events'
import { fold } from '../../../src/log/fold/fold'
import type { CaseRecord } from '../../../src/log/hand/hand-body'
import { handFault } from '../../../src/log/hand/hand-faults'
import { invalidPart } from '../../../src/log/outside/schema'
import { undoDrafts } from '../../../src/log/undo'
import { AUTHOR, aDay, aTime, LogPen } from '../../helpers/log'

const all = { known: null }
const NOON = '2022-05-20T12:00:00+08:00'
const NOW = Date.parse('2022-05-20T18:00:00+08:00')

const aCase = (over: Partial<CaseRecord> = {}): Body => ({
  type: 'case.reported@1',
  case: {
    ...{ id: 'C9', reportedAt: '2022-05-20 11:30', sampledAt: null, kind: 'confirmed', origin: 'local' },
    ...{ foundIn: 'community', place: 'V1', position: null },
    ...over,
  },
})
const aReport = (items: Record<string, string> = { fever: '0', back: '0' }): Body => ({
  type: 'report.filed@1',
  place: 'V1',
  day: '2022-05-20',
  filedAt: NOON,
  items,
})
const aCheck = (state: 'onDuty' | 'short' | 'empty' | 'locked', missing: string | null = null): Body => ({
  type: 'checkpoint.checked@1',
  ...{ checkpoint: 'K1', at: NOON, state, missing },
})

/** A log of a district with a village, a post and a description that asks for reports. */
function aLog(): LogPen {
  const pen = new LogPen()
  pen.say({
    type: 'pack.described@1',
    pack: {
      ...{ title: { zh: '甲', en: null }, timezone: 'Asia/Shanghai', frame: 'wgs84', policy: null },
      ...{ use: 'review', synthetic: true, licence: null, asOf: null, perimeter: { guardDistanceM: 50 } },
      reporting: { kind: 'village', cutoff: '12:00', items: ['fever', 'back'] },
    },
  })
  pen.bring('places', [
    { code: 'D', name: '甲区', kind: 'district' },
    { code: 'V1', name: '东村', kind: 'village', parent: 'D' },
    { code: 'V2', name: '西村', kind: 'village', parent: 'D' },
  ])
  pen.bring('facilities', [
    { id: 'K1', kind: 'checkpoint', lng: 113, lat: 23, shifts: '08-16 police1 medic1' },
    { id: 'K2', kind: 'checkpoint', lng: 113.1, lat: 23, shifts: '08-16 police1' },
  ])
  return pen
}
const read = (pen: LogPen) => fold(pen.events, pen.blocks, all)
const idsOf = (pen: LogPen): (string | null)[] => {
  const { id } = read(pen).cases
  return Array.from(id.codes, (code) => id.values[code] ?? null)
}

describe('L90 what is entered by hand is a row of its list from the log, known from when it was said', () => {
  test('a report, a check and a case', () => {
    const pen = aLog()
    const [report] = pen.say(aReport({ fever: '10余', back: '' }))
    pen.say(aCheck('short', 'medic1'))
    pen.say(aCase())
    const register = read(pen)
    expect(register.unapplied).toEqual([])
    expect(register.reports).toEqual([
      {
        ...{ place: 'V1', day: '2022-05-20', filedAt: aTime(NOON) },
        items: { fever: { kind: 'approximate', atLeast: 10 }, back: { kind: 'missing' } },
        origin: { file: 'log.ndjson', row: 4, segment: null, knownAt: report!.recordedAt },
      },
    ])
    expect(register.checks[0]).toMatchObject({ checkpoint: 'K1', by: AUTHOR.unit, missing: 'medic1' })
    expect(idsOf(pen)).toEqual(['C9'])
    expect(fold(pen.events, pen.blocks, { known: report!.recordedAt - 1 }).reports).toEqual([])
  })

  test('a list of which there is no file stays unknown, and what was entered does not speak for the others', () => {
    const pen = aLog()
    pen.say(aCase(), aCheck('empty'))
    const register = read(pen)
    expect([...register.stated].sort()).toEqual(['facilities', 'places'])
    expect(register.listSources).toEqual([])
  })

  test('two people of whom the same is said are two, and a number that a case has is not entered again', () => {
    const pen = aLog()
    pen.say(aCase({ id: null }))
    pen.say(aCase({ id: null }))
    pen.say(aCase())
    pen.say(aCase({ kind: 'asymptomatic' }))
    const { cases, unapplied } = read(pen)
    expect(cases.length).toBe(3)
    expect(unapplied.map(({ code }) => code)).toEqual(['already-held'])
  })

  test('undone, the register is what it was', () => {
    const pen = aLog()
    const before = read(pen)
    pen.say(aReport())
    pen.say(aCheck('locked'))
    pen.say(aCase())
    for (let n = 0; n < 3; n += 1) pen.say(...undoDrafts(pen.events, 'd1'))
    const after = read(pen)
    for (const list of ['cases', 'reports', 'checks', 'stated', 'listSources'] as const)
      expect(after[list]).toEqual(before[list])
    expect(after.rowHistory.map(({ reversed }) => reversed?.by)).toEqual([AUTHOR, AUTHOR, AUTHOR])
  })

  test.each<[string, Body, unknown]>([
    ['a day that is none', aReport(), { day: '2022-02-30' }],
    ['an item that is no text', aReport(), { items: { fever: 0 } }],
    ['a state that is none', aCheck('empty'), { state: 'asleep' }],
    ['a place without a code', aCase(), { case: { id: null } }],
  ])('%s is not valid', (_, body, over) => {
    const [event] = new LogPen().say(body)
    expect(invalidPart(event)).toBe(null)
    expect(invalidPart({ ...event, ...(over as object) })).not.toBe(null)
  })
})

describe('L91 a post and a report by hand are answered at once', () => {
  const asOf = Date.parse('2022-05-20T14:00:00+08:00')
  const answer = (pen: LogPen) => coverage(read(pen), { asOf }).reporting

  test('a unit that says zero has reported, late after the cut-off, and no other has', () => {
    const pen = aLog()
    expect(answer(pen)).toBe(null)
    pen.say({ ...aReport(), filedAt: '2022-05-20T13:00:00+08:00' } as Body)
    expect(answer(pen)).toMatchObject({ filed: 1, zero: 1, late: ['V1'], missing: ['V2'] })
  })
})

describe('L92 a correction stands field by field when the file comes again, and a withdrawn row stays away', () => {
  const imported = [
    { id: 'C1', kind: 'asymptomatic', place: 'V1', reportedAt: aDay('2022-05-01') },
    { id: 'C2', kind: 'confirmed', place: 'V1', reportedAt: aDay('2022-05-01') },
  ]
  function again(pen: LogPen, rows: readonly Record<string, unknown>[]): void {
    const offered = new LogPen('other')
    const draft = offered.importing('cases', rows as never)
    const { drafts, blocks } = admit({ drafts: [draft], blocks: offered.blocks }, pen.events, pen.blocks)
    for (const [hash, block] of blocks) pen.blocks.set(hash, block)
    pen.say(...drafts)
  }

  test('with what the file has since brought in its place', () => {
    const pen = aLog()
    pen.bring('cases', imported)
    pen.say({
      type: 'cases.corrected@1',
      ...{ row: 'C1', set: { kind: 'confirmed', place: 'V2' }, because: '复核' },
    })
    pen.say({ type: 'cases.retracted@1', row: 'C2', because: '外区' })
    again(pen, [
      { ...imported[0], kind: 'suspected', zone: 'Z' },
      { ...imported[1], zone: 'Z' },
    ])
    const { cases, rowHistory, unapplied } = read(pen)
    expect(unapplied).toEqual([])
    expect(idsOf(pen)).toEqual(['C1'])
    const told = (column: { codes: Int32Array; values: readonly string[] }) => column.values[column.codes[0]!]
    expect([told(cases.kind), told(cases.place), told(cases.zone)]).toEqual(['confirmed', 'V2', 'Z'])
    expect(rowHistory.map(({ kind, set, because }) => ({ kind, set, because }))).toEqual([
      {
        kind: 'corrected',
        set: [
          { field: 'kind', before: 'asymptomatic', after: 'confirmed', brought: 'suspected' },
          { field: 'place', before: 'V1', after: 'V2' },
        ],
        because: '复核',
      },
      { kind: 'retracted', set: [], because: '外区' },
    ])
  })

  test('a case that was entered by hand is the same where a file brings it, and is the file’s where it was withdrawn', () => {
    const pen = aLog()
    pen.say(aCase({ id: 'C1' }), aCase({ id: 'C2' }))
    pen.say({ type: 'cases.retracted@1', row: 'C2', because: '误报' })
    again(pen, imported)
    const { cases, unapplied } = read(pen)
    expect(unapplied).toEqual([])
    expect(idsOf(pen).sort()).toEqual(['C1', 'C2'])
    expect(cases.length).toBe(2)
    expect(read(pen).stated.has('cases')).toBe(true)
    again(pen, imported)
    expect(idsOf(pen)).toHaveLength(2)
  })

  test('an empty file of a list of which only rows by hand are known states it', () => {
    const pen = aLog()
    pen.say(aCase())
    again(pen, [])
    expect(read(pen).stated.has('cases')).toBe(true)
    expect(idsOf(pen)).toEqual(['C9'])
  })
})

describe('L93 what is missing of an entry is said by its field', () => {
  const pen = aLog()
  pen.say(aReport())
  const facts = read(pen)
  test.each<[Body, string, string]>([
    [{ ...aReport(), place: 'V9' } as Body, 'place', 'no-such-place'],
    [aReport({ fever: ' ' }), 'items', 'no-items'],
    [{ ...aCheck('empty'), checkpoint: 'K9' } as Body, 'checkpoint', 'no-such-post'],
    [aCheck('short'), 'missing', 'no-role'],
    [aCase({ place: null }), 'place', 'no-ground'],
    [aCase({ place: 'V9' }), 'place', 'no-such-place'],
    [aCase({ reportedAt: null }), 'reportedAt', 'no-time'],
    [aCase({ reportedAt: '2022-13-20 11:30' }), 'reportedAt', 'no-time'],
    [aCase({ reportedAt: '2002-05-20' }), 'reportedAt', 'implausible-time'],
    [aCase({ reportedAt: '2022-05-21' }), 'reportedAt', 'implausible-time'],
    [{ ...aCheck('onDuty'), at: '2022-05-21T09:00' } as Body, 'at', 'implausible-time'],
    [aCase({ kind: null }), 'kind', 'no-kind'],
    [aCase({ foundIn: 'somewhere' }), 'foundIn', 'no-way'],
    [aCase({ id: '13812345678' }), 'id', 'personal'],
    [{ type: 'cases.retracted@1', row: 'C1', because: ' ' }, 'because', 'no-reason'],
    [{ type: 'cases.retracted@1', row: 'C1', because: '13812345678 来电' }, 'because', 'personal'],
    [{ type: 'cases.corrected@1', row: 'C1', set: {}, because: 'x' }, 'set', 'nothing-set'],
    [{ type: 'cases.corrected@1', row: 'C1', set: { place: 'V9' }, because: 'x' }, 'place', 'no-such-place'],
    [
      { type: 'cases.corrected@1', row: 'C1', set: { reportedAt: '2032-05-20' }, because: 'x' },
      ...(['reportedAt', 'implausible-time'] as const),
    ],
  ])('%j', (body, field, code) => {
    expect(handFault(body as never, facts, NOW)).toEqual({ field, code })
  })
  test('what is whole can be written', () => {
    for (const body of [aReport(), aCheck('onDuty'), aCheck('short', 'medic1'), aCase(), aCase({ id: null })])
      expect(handFault(body as never, facts, NOW)).toBe(null)
    expect(readMoment('Asia/Shanghai', '2022-05-20 11:30')).not.toBe(null)
  })
})
