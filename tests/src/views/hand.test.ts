import { expect, test } from 'vitest'
import type { Survey } from '#geo'
import { fold } from '../../../src/log/fold/fold'
import { invalidPart } from '../../../src/log/outside/schema'
import { checkOf } from '../../../src/operations/hand/check-post'
import { reportOf, zeroOf } from '../../../src/operations/hand/report-zero'
import { caseOf, newCase, postRows, reportDay, silentUnits } from '../../../src/views/hand/forms/hand-form'
import { newSignal, pendingOf, peopleOf, poolSize, signalOf } from '../../../src/views/hand/forms/signal-form'
import { groundOf } from '../../../src/views/hand/ground-line'
import { caseDesk } from '../../../src/views/hand/row-desk'
import { aCheck, aFacility, aFacts, aPack, aPlace, aRound, aZone, box, moment } from '../../helpers/facts'
import { aDay, LogPen } from '../../helpers/log'

const AT = moment('2022-05-27T14:00').at
const ZONE = 'Asia/Shanghai'
const facts = aFacts({
  pack: aPack({ reporting: { kind: 'village', cutoff: '12:00', items: ['fever', 'back'] } }),
  places: [
    aPlace({ code: 'T', kind: 'town', name: '东镇' }),
    aPlace({ code: 'V1', kind: 'village', parent: 'T', name: '甲村' }),
    aPlace({ code: 'V2', kind: 'village', parent: 'T', name: '乙村' }),
  ],
  facilities: [
    aFacility({ id: 'K1', kind: 'checkpoint', name: '东口', shifts: '08-16 police1 medic1' }),
    aFacility({
      id: 'K2',
      kind: 'checkpoint',
      name: '西口',
      shifts: '08-16 police1',
      to: moment('2022-05-26'),
    }),
    aFacility({ id: 'K3', kind: 'checkpoint', name: '南口', lockedHours: '00-24' }),
  ],
  checks: [aCheck({ checkpoint: 'K1', at: '2022-05-27T09:00', missing: 'all' })],
  stated: new Set(['checks', 'facilities']),
})
const valid = (body: Parameters<LogPen['say']>[0]) => invalidPart(new LogPen().say(body)[0])

test('units that are silent: those of the answer, or all that must report where no report is known', () => {
  const named = { silentNames: [{ code: 'V2', name: '乙村', town: 'T' }] }
  expect(silentUnits({ reporting: named } as unknown as Survey, facts)).toEqual([
    { code: 'V2', name: '乙村', town: '东镇' },
  ])
  expect(silentUnits({ reporting: null } as unknown as Survey, facts)?.map(({ code }) => code)).toEqual([
    'V1',
    'V2',
  ])
  expect(silentUnits({ reporting: null } as unknown as Survey, aFacts({}))).toBe(null)
  expect(reportDay(facts, moment('2022-05-28T00:00').at)).toBe('2022-05-27')
})

test('posts that stand at the hour, those that lack somebody first, with the roles of the shift', () => {
  expect(postRows(facts, AT).map(({ id, state, roles }) => [id, state, roles])).toEqual([
    ['K1', 'empty', ['police', 'medic']],
    ['K3', 'locked', []],
  ])
})

test('what the forms write is valid: zero is zero of every item, a field that is empty is missing', () => {
  const of = { place: 'V1', day: '2022-05-27', at: AT, timezone: ZONE }
  const zero = zeroOf(['fever', 'back'], of)
  expect(zero).toMatchObject({ filedAt: '2022-05-27T14:00:00+08:00', items: { fever: '0', back: '0' } })
  expect([zero, reportOf({ fever: '10余', back: '' }, of)].map(valid)).toEqual([null, null])
  const check = checkOf({ checkpoint: 'K1', state: 'empty', missing: null, at: AT, timezone: ZONE })
  expect(valid(check)).toBe(null)
  const fields = newCase(facts, AT)
  expect(fields.reportedAt).toBe('2022-05-27 14:00')
  const told = { ...fields, place: { code: 'V1', position: null }, kind: 'confirmed', foundIn: 'community' }
  expect(caseOf({ ...told, reportedAt: '昨天' }, ZONE).reportedAt).toBe(null)
  expect(caseOf({ ...told, reportedAt: '2022-05-26' }, ZONE).reportedAt).toBe('2022-05-26')
  expect(valid({ type: 'case.reported@1', case: caseOf(told, ZONE) })).toBe(null)
})

test('a case is found by its number, also by one that it got later, with what was done to it', () => {
  const pen = new LogPen()
  pen.bring('cases', [{ id: 'C1', kind: 'confirmed', place: 'V1', reportedAt: aDay('2022-05-01') }])
  const record = caseOf({ ...newCase(facts, AT), kind: 'suspected', foundIn: 'visit' }, ZONE)
  const [entered] = pen.say({ type: 'case.reported@1', case: { ...record, place: 'V2' } })
  const row = entered!.id
  pen.say({ type: 'cases.corrected@1', row, set: { id: 'C7', kind: 'confirmed' }, because: '复核' })
  const read = () => fold(pen.events, pen.blocks, { known: null })
  const deskOf = (asked: string) => caseDesk(asked, read(), read().rowHistory)
  expect(deskOf('C1')).toMatchObject({ row: 'C1', id: 'C1', stands: true, history: [] })
  expect(deskOf('C7')).toMatchObject({
    row,
    id: 'C7',
    stands: true,
    values: { kind: 'confirmed', place: 'V2' },
  })
  expect(deskOf('C7')!.history.map(({ kind }) => kind)).toEqual(['entered', 'corrected'])
  pen.say({ type: 'cases.retracted@1', row, because: '误报' })
  expect(deskOf(row)).toMatchObject({ id: 'C7', stands: false })
  expect(deskOf('C9')).toBe(null)
})

test('people of a signal are tubes times the pool of the last round by then, one each of a single sample, and the one who made an antigen test', () => {
  expect(poolSize({ rounds: [] }, AT)).toBe(10)
  const rounds = ['2022-05-26', '2022-05-25', '2022-05-28'].map((startedAt, i) =>
    aRound({ zone: 'S', round: `${i}`, startedAt, method: ['pool20', 'pool10', 'pool5'][i]! }),
  )
  expect(poolSize({ rounds }, AT)).toBe(20)
  expect(peopleOf({ kind: 'pooled', tubes: '２' }, 20)).toBe('40')
  expect(peopleOf({ kind: 'single', tubes: '3' }, 20)).toBe('3')
  expect(peopleOf({ kind: 'antigen', tubes: '3' }, 20)).toBe('1')
  expect(peopleOf({ kind: 'other', tubes: '3' }, 20)).toBe('')
  expect(peopleOf({ kind: 'pooled', tubes: 'x' }, 20)).toBe('')
})

test('what the form of a signal writes is valid; what is no count is a fault, and what is not typed is not said', () => {
  const fields = { ...newSignal(facts, AT), place: { code: 'V1', position: null } }
  const written = signalOf(fields, { pool: 10, timezone: ZONE })
  expect(written).toEqual({
    ...{ kind: 'pooled', at: '2022-05-27T14:00:00+08:00', place: 'V1', position: null, tubes: 1, people: 10 },
  })
  expect(valid({ type: 'signal.reported@1', signal: written })).toBe(null)
  const of = (over: object) => signalOf({ ...fields, ...over }, { pool: 10, timezone: ZONE })
  expect(of({ people: '7' }).people).toBe(7)
  expect(of({ people: '' }).people).toBe(null)
  expect(of({ tubes: '1.5' }).tubes).toBeNaN()
  expect(of({ place: { code: null, position: [113, 23] } })).toMatchObject({
    place: null,
    position: [113, 23],
  })
})

test('the ground of a place: its names outwards, zones from strict to loose, its people; of a position the zones there', () => {
  const around = aFacts({
    places: [
      aPlace({ code: 'T', kind: 'town', name: '东镇', shape: box(113, 34, 113.1, 34.1) }),
      aPlace({
        code: 'V',
        kind: 'village',
        parent: 'T',
        name: '甲村',
        people: 90,
        shape: box(113, 34, 113.02, 34.02),
      }),
    ],
    zones: [
      aZone({ id: 'P', from: '2022-05-10', members: ['T'] }),
      aZone({ id: 'S', from: '2022-05-10', drawn: box(113, 34, 113.05, 34.05) }),
    ],
  })
  const zones = [
    { id: 'P', rank: 1, word: 'waiting', outline: box(113, 34, 113.1, 34.1) },
    { id: 'S', rank: 3, word: 'toApprove', outline: box(113, 34, 113.05, 34.05) },
  ]
  const survey = { zones } as unknown as Survey
  const of = (code: string | null, position: [number, number] | null) =>
    groundOf({ code, position }, around, survey)
  expect(of('V', null)).toMatchObject({ names: ['甲村', '东镇'], people: 90 })
  expect(of('V', null).zones.map(({ id }) => id)).toEqual(['S', 'P'])
  expect(pendingOf(of('V', null).zones).map(({ id }) => id)).toEqual(['S'])
  expect(of(null, [113.08, 34.08]).zones.map(({ id }) => id)).toEqual(['P'])
  expect(of(null, [114, 34])).toEqual({ names: [], zones: [], people: null })
})

test('the ground of a place: a zone that cuts it or has one of its parts is said, one at its border is not', () => {
  const facts = aFacts({
    places: [
      aPlace({ code: 'T', kind: 'town', shape: box(113, 34, 113.1, 34.1) }),
      aPlace({ code: 'V', kind: 'village', parent: 'T' }),
    ],
    zones: [aZone({ id: 'M', from: '2022-05-10', members: ['V'] })],
  })
  const zones = [
    { id: 'cut', rank: 3, outline: box(113.09, 34.09, 113.2, 34.2) },
    { id: 'beside', rank: 3, outline: box(113.1, 34, 113.2, 34.1) },
    { id: 'M', rank: 1, outline: [] },
  ]
  const { zones: found } = groundOf({ code: 'T', position: null }, facts, { zones } as unknown as Survey)
  expect(found.map(({ id }) => id)).toEqual(['cut', 'M'])
})
