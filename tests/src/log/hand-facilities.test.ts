import { describe, expect, test } from 'vitest'
import { assess, coverage, type SurveyFigure, survey } from '#geo'
import type { Body } from '../../../src/log/events'
import { fold } from '../../../src/log/fold/fold'
import type { FacilityRecord, OccupancyRecord } from '../../../src/log/hand/facility-body'
import { handFault, isHandSaid } from '../../../src/log/hand/hand-faults'
import { invalidPart } from '../../../src/log/outside/schema'
import { undoDrafts } from '../../../src/log/undo'
import {
  facilityOf,
  newFacility,
  nextFacilityId,
  type ShiftFields,
  shiftsTyped,
  siteRows,
  wrongRole,
} from '../../../src/views/hand/forms/facility-form'
import { metricCalled, topPlace } from '../../../src/views/hand/forms/metric-form'
import { aFacility, aFacts, moment } from '../../helpers/facts'
import { aVillageLog, type LogPen } from '../../helpers/log'

const NOW = Date.parse('2022-05-20T18:00:00+08:00')
const NOON = '2022-05-20T12:00:00+08:00'

const aSite = (over: Partial<FacilityRecord> = {}): Body => ({
  type: 'facility.opened@1',
  facility: {
    ...{ id: 'G02', kind: 'quarantine', name: '东宾馆', place: 'V1', position: null, from: NOON, to: null },
    ...{ road: null, shifts: null, lockedHours: null, rooms: 120, tables: null, tubesPerDay: null },
    beds: null,
    ...over,
  },
})
const rooms = (over: Partial<OccupancyRecord> = {}): Body => ({
  type: 'occupancy.stated@1',
  occupancy: { site: 'G02', at: '2022-05-20 14:00', rooms: null, occupied: 80, closed: 10, ...over },
})

function aLog(): LogPen {
  const pen = aVillageLog()
  pen.bring('facilities', [{ id: 'G01', kind: 'quarantine', name: '西宾馆', rooms: 40 }])
  return pen
}
const read = (pen: LogPen) => fold(pen.events, pen.blocks, { known: null })

describe('L106 a site that is set up and its rooms are rows of their lists, and count at once', () => {
  test('its rooms are in the answer, from its hour on', () => {
    const pen = aLog()
    for (const body of [aSite(), rooms()]) expect(invalidPart(pen.say(body)[0]!)).toBeNull()
    const register = read(pen)
    expect(register.unapplied).toEqual([])
    const asked = (asOf: string) => coverage(register, { asOf: Date.parse(asOf) }).quarantine
    expect(asked('2022-05-20T15:00:00+08:00')).toMatchObject({ rooms: 160, occupied: 80, free: 30 })
    expect(asked('2022-05-20T11:00:00+08:00')?.sites.map(({ id }) => id)).toEqual(['G01'])
  })

  test('undone nothing of them is left; corrected and withdrawn they are so', () => {
    const pen = aLog()
    const before = JSON.stringify(read(pen).facilities)
    pen.say(aSite())
    pen.say({ type: 'facilities.corrected@1', row: 'G02', set: { rooms: 100 }, because: '复核' })
    expect(read(pen).facilities.find(({ id }) => id === 'G02')?.rooms).toBe(100)
    const [stated] = pen.say(rooms())
    const row = read(pen).rowHistory.find(({ event }) => event === stated!.id)!.row
    pen.say({ type: 'occupancy.retracted@1', row, because: '误报' })
    expect(read(pen).occupancy).toEqual([])
    for (let n = 0; n < 4; n += 1) pen.say(...undoDrafts(pen.events, 'd1'))
    expect(JSON.stringify(read(pen).facilities)).toBe(before)
  })

  test('one that stands is corrected, not entered a second time', () => {
    const pen = aLog()
    pen.say(aSite({ id: 'G01', rooms: 9 }))
    expect(read(pen).unapplied).toMatchObject([{ code: 'already-held' }])
    expect(read(pen).facilities.find(({ id }) => id === 'G01')?.rooms).toBe(40)
  })
})

describe('L107 what lacks something or cannot be is said at its field', () => {
  const pen = aLog()
  pen.say(aSite())
  const facts = read(pen)
  const faultOf = (body: Body) => isHandSaid(body) && handFault(body, facts, NOW)

  test.each<[Partial<FacilityRecord>, string, string]>([
    [{ kind: null }, 'kind', 'no-kind'],
    [{ kind: 'hotel' }, 'kind', 'no-kind'],
    [{ name: ' ' }, 'name', 'no-name'],
    [{ name: '东宾馆 13812345678' }, 'name', 'personal'],
    [{ place: null }, 'place', 'no-ground'],
    [{ place: 'V9' }, 'place', 'no-such-place'],
    [{ id: 'G01' }, 'id', 'facility-taken'],
    [{ rooms: -1 }, 'rooms', 'no-whole-number'],
    [{ rooms: Number.NaN }, 'rooms', 'no-whole-number'],
    [{ from: '昨天' }, 'from', 'no-time'],
    [{ shifts: '早班 police1' }, 'shifts', 'no-hours'],
    [{ lockedHours: '夜里' }, 'lockedHours', 'no-hours'],
  ])('a facility with %o', (over, field, code) =>
    expect(faultOf(aSite({ id: 'G03', ...over }))).toEqual({ field, code }),
  )

  test.each<[Partial<OccupancyRecord>, string, string]>([
    [{ site: 'G09' }, 'site', 'no-such-site'],
    [{ occupied: null }, 'occupied', 'no-whole-number'],
    [{ occupied: 111 }, 'occupied', 'more-than-rooms'],
    [{ occupied: 90, rooms: 95 }, 'occupied', 'more-than-rooms'],
    [{ closed: 0.5 }, 'closed', 'no-whole-number'],
    [{ at: '2022-05-21 09:00' }, 'at', 'implausible-time'],
  ])('rooms with %o', (over, field, code) => expect(faultOf(rooms(over))).toEqual({ field, code }))

  test('one that opens tomorrow can be entered, and what is whole has no fault', () => {
    expect(faultOf(aSite({ id: 'G03', from: '2022-05-22' }))).toBeNull()
    expect(faultOf(rooms())).toBeNull()
    expect(faultOf(rooms({ occupied: 110 }))).toBeNull()
  })
})

describe('L109 a figure that is merely counted', () => {
  const figures = [
    { id: 'samplers', zh: '采样员', en: 'Samplers' },
    { id: '广播点', zh: '广播点', en: '广播点' },
  ] as SurveyFigure[]

  test('is called as it is known in either language, else as it is typed', () => {
    expect(metricCalled(' 采样员 ', figures)).toBe('samplers')
    expect(metricCalled('SAMPLERS', figures)).toBe('samplers')
    expect(metricCalled('督导组', figures)).toBe('督导组')
  })

  test('is of the place in which all others lie, where there is one', () => {
    expect(topPlace(read(aLog()))).toEqual({ code: 'D', position: null })
    expect(topPlace({ places: [] })).toBeNull()
  })

  test('stands on the wall from its hour on', () => {
    const pen = aLog()
    const said = { zone: null, place: 'D', at: NOON, unit: null, paper: null }
    pen.say({ type: 'metric.stated@1', metric: '督导组', value: 15, ...said })
    const facts = read(pen)
    const at = (text: string) => {
      const asOf = Date.parse(text)
      const asked = { asOf, coverage: coverage(facts, { asOf }), assess: assess(facts, { asOf }) }
      return survey(facts, asked).figures.find(({ id }) => id === '督导组')?.value
    }
    expect(at('2022-05-20T13:00:00+08:00')).toBe(15)
    expect(at('2022-05-20T11:00:00+08:00')).toBeNull()
  })
})

describe('L108 the sheet of a crew, numbers that follow, and sites as they stand', () => {
  test('a shift in which nobody stands is none; a figure that is none is said', () => {
    const shifts: ShiftFields[] = [
      { hours: '00-08', roles: { police: '1', medic: '', leader: '0' } },
      { hours: '08-16', roles: {} },
      { hours: '16-24', roles: { police: '２', villageCadre: '1' } },
    ]
    expect(shiftsTyped(shifts)).toBe('00-08 police1; 16-24 police2 villageCadre1')
    expect(shiftsTyped([])).toBeNull()
    expect(wrongRole(shifts)).toBeNull()
    expect(wrongRole([{ hours: '00-08', roles: { medic: '一' } }])).toBe('medic')
  })

  test('the next number of its kind is one that nobody has', () => {
    const posts = ['K01', 'K02', 'K9', 'G07'].map((id) => aFacility({ id, kind: 'checkpoint' }))
    expect(nextFacilityId({ facilities: posts }, 'checkpoint')).toBe('K10')
    const taken = [...posts, aFacility({ id: 'K10', kind: 'lab' })]
    expect(nextFacilityId({ facilities: taken }, 'checkpoint')).toBe('K11')
    expect(nextFacilityId({ facilities: [] }, 'quarantine')).toBe('G-01')
    expect(nextFacilityId({ facilities: [] }, 'school')).toBe('school-01')
  })

  test('a post has no rooms and a site no crew, whatever was typed before the kind was changed', () => {
    const typed = { ...newFacility('Asia/Shanghai', NOW), name: '东口', rooms: '5', road: 'G312' }
    const shifts = [{ hours: '00-24', roles: { police: '1' } }]
    const at = { ...typed, shifts, place: { code: 'V1', position: null } }
    expect(facilityOf(at, 'K1', 'Asia/Shanghai')).toMatchObject({ rooms: null, shifts: '00-24 police1' })
    const site = facilityOf({ ...at, kind: 'quarantine' }, 'G1', 'Asia/Shanghai')
    expect(site).toMatchObject({ rooms: 5, shifts: null, road: null, from: '2022-05-20T18:00:00+08:00' })
  })

  test('sites with the most free rooms first, those of which nobody knows last', () => {
    const site = (id: string, beds: number | null) =>
      aFacility({ id, kind: 'quarantine', name: id, rooms: beds })
    const row = (of: string, occupied: number) => ({
      ...{ site: of, at: moment('2022-05-20T12:00'), rooms: null, occupied, closed: 1 },
      origin: { file: 'o.csv', row: 2, segment: null, knownAt: null },
    })
    const facts = aFacts({
      facilities: [site('A', 10), site('B', 10), site('C', 10)],
      occupancy: [row('A', 9), row('B', 2)],
    })
    expect(siteRows(facts, NOW).map(({ id, free, closed }) => [id, free, closed])).toEqual([
      ['B', 7, 1],
      ['A', 0, 1],
      ['C', null, null],
    ])
  })
})
