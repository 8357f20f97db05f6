import { describe, expect, test } from 'vitest'
import { attribute, hierarchyOf, placesAt, policiesOf, residentsOf } from '#geo'
import type { Body, LogEvent } from '../../../src/log/events'
import { fold } from '../../../src/log/fold/fold'
import { invalidPart } from '../../../src/log/outside/schema'
import { redoDrafts, undoDrafts } from '../../../src/log/undo'
import { box, moment } from '../../helpers/facts'
import { aDay, LogPen } from '../../helpers/log'

const at = (day: string) => moment(day).at
const said = { at: '2022-05-10', because: '县政府文件' }
const merged: Body = {
  ...{ type: 'place.merged@1', places: ['A', 'B'] },
  ...{ into: { code: 'B', name: null, people: null, households: null }, ...said },
}
const renamed: Body = { type: 'place.renamed@1', place: 'A', name: '柳苑社区', ...said }
const split: Body = {
  ...{ type: 'place.split@1', place: 'A' },
  into: ['A1', 'A2'].map((code) => ({ code, name: null, people: null, households: null })),
  ...said,
}

const village = (code: string, west: number, east = west + 1, people = 1_000) => ({
  ...{ code, kind: 'village', parent: 'T', people },
  shape: box(121 + west / 100, 31, 121 + east / 100, 31.01),
})

/** A town of two villages, a zone of one of them, and a case in it. */
function begun(): LogPen {
  const pen = new LogPen()
  pen.bring('places', [
    { code: 'D', kind: 'district' },
    { code: 'T', kind: 'town', parent: 'D' },
    village('A', 0),
    village('B', 1),
  ])
  pen.bring('zones', [{ id: 'z', level: 'sealed', from: aDay('2022-05-01'), members: 'B' }])
  pen.bring('cases', [{ id: 'C1', place: 'B', reportedAt: aDay('2022-05-02') }])
  return pen
}

const registerOf = (pen: LogPen, known: number | null = null) => fold(pen.events, pen.blocks, { known })
const villagesAt = (pen: LogPen, day: string, known: number | null = null) =>
  hierarchyOf(placesAt(registerOf(pen, known), at(day)).places).ofKind('village')

describe('L80 places become others by acts with a date', () => {
  test.each([
    ['merged', merged, ['B']],
    ['split', split, ['A1', 'A2', 'B']],
    ['renamed', renamed, ['A', 'B']],
  ])('%s: the old places before the day, the new ones after it', (_, act, after) => {
    const pen = begun()
    const [event] = pen.say(act) as [LogEvent]
    expect(invalidPart(event)).toBeNull()
    expect(villagesAt(pen, '2022-05-10')).toEqual(['A', 'B'])
    expect(villagesAt(pen, '2022-05-11')).toEqual(after)
    expect(registerOf(pen).unapplied).toEqual([])
  })

  test.each([
    ['merged', merged, 'B', ['A', 'B']],
    ['split', split, 'A', ['A', 'A1', 'A2']],
    ['renamed', renamed, 'A', ['A']],
  ])(
    '%s: it stands once among the changes, in the file of each place, and says so when it is taken back',
    (_, act, row, places) => {
      const pen = begun()
      const [event] = pen.say(act) as [LogEvent]
      const [line, ...more] = registerOf(pen).rowHistory
      expect(more).toEqual([])
      expect(line).toMatchObject({
        event: event.id,
        kind: 'told',
        list: 'places',
        row,
        because: '县政府文件',
      })
      expect([line!.row, ...line!.also!].sort()).toEqual(places)
      pen.say(...undoDrafts(pen.events, event.device))
      expect(registerOf(pen).rowHistory[0]!.reversed).not.toBeNull()
    },
  )

  test('known from when it was said: what was known before still has the old places', () => {
    const pen = begun()
    const before = pen.now - 1
    pen.say(merged)
    expect(villagesAt(pen, '2022-06-01', before)).toEqual(['A', 'B'])
    expect(villagesAt(pen, '2022-06-01')).toEqual(['B'])
  })

  test('people, the case and the zone stay what they are', () => {
    const pen = begun()
    pen.say(merged)
    const facts = placesAt(registerOf(pen), at('2022-06-01'))
    expect(residentsOf(hierarchyOf(facts.places)).totalOf('D').people).toBe(2_000)
    expect(facts.zones[0]!.members).toEqual(['B@2022-05-10'])
    const { zones, cases } = attribute(facts, at('2022-06-01'), policiesOf(facts))
    expect(zones[cases[0]!]?.id).toBe('z')
  })

  test('it is taken back and brought back like every step', () => {
    const pen = begun()
    pen.say(merged)
    pen.say(...undoDrafts(pen.events, pen.device))
    expect(villagesAt(pen, '2022-06-01')).toEqual(['A', 'B'])
    expect(registerOf(pen).placeChanges).toBeUndefined()
    pen.say(...redoDrafts(pen.events, pen.device))
    expect(villagesAt(pen, '2022-06-01')).toEqual(['B'])
  })

  test('a move of the zone keeps its ground, a new drawing of the same code has the grown place', () => {
    const pen = begun()
    pen.say(merged, { type: 'zone.moved@1', zone: 'z', to: 'controlled', at: '2022-05-12', because: '' })
    const membersOf = () => placesAt(registerOf(pen), at('2022-06-01')).zones.at(-1)!.members
    expect(membersOf()).toEqual(['B@2022-05-10'])
    const drawing = { members: ['B'], coordinates: null, because: '' }
    pen.say({ type: 'zone.reshaped@1', zone: 'z', at: '2022-05-14', ...drawing })
    expect(membersOf()).toEqual(['B'])
  })
})

describe('L81 an act that cannot be is counted and changes nothing', () => {
  test.each<[string, Body]>([
    ['no-such-place', { ...merged, places: ['A', 'X'] } as Body],
    ['different-parents', { ...merged, places: ['A', 'T', 'B'] } as Body],
    ['of-the-district', { ...split, place: 'D' } as Body],
    ['nothing-begins', { ...split, into: [] } as Body],
    ['not-a-value', { ...renamed, at: 'x' } as Body],
  ])('%s', (code, act) => {
    const pen = begun()
    const [event] = pen.say(act) as [LogEvent]
    const { unapplied, setAside, placeChanges } = registerOf(pen)
    const told = code === 'not-a-value' ? setAside.map((one) => one.event) : unapplied.map((one) => one.event)
    expect(told).toEqual([event.id])
    if (code !== 'not-a-value') expect(unapplied[0]!.code).toBe(code)
    expect(placeChanges).toBeUndefined()
    expect(villagesAt(pen, '2022-06-01')).toEqual(['A', 'B'])
  })
})

describe('L82 a file replaces places from a day on', () => {
  function replaced(): LogPen {
    const pen = begun()
    const rows = [village('B', 0, 1.5, 1_500), village('C', 1.5, 2, 600)]
    const [fresh, revised] = [
      pen.importing('places', rows.slice(1)),
      pen.importing('places', rows.slice(0, 1)),
    ]
    pen.say(fresh, { ...revised, type: 'places.revised@1', because: 'imported-again' } as Body, {
      type: 'place.replaced@1',
      places: ['A', 'B'],
      into: ['B', 'C'],
      source: 'places.csv',
      ...said,
    })
    return pen
  }

  test('until the day the places are those that the log held, then those of the file', () => {
    const pen = replaced()
    const peopleAt = (day: string) =>
      residentsOf(hierarchyOf(placesAt(registerOf(pen), at(day)).places)).totalOf('D').people
    expect(villagesAt(pen, '2022-05-10')).toEqual(['A', 'B'])
    expect(villagesAt(pen, '2022-05-11')).toEqual(['B', 'C'])
    expect(peopleAt('2022-05-10')).toBe(2_000)
    expect(peopleAt('2022-05-11')).toBe(2_100)
    expect(registerOf(pen).unapplied).toEqual([])
  })

  test('the zone of a replaced place keeps its ground and its case', () => {
    const facts = placesAt(registerOf(replaced()), at('2022-06-01'))
    const { zones, cases } = attribute(facts, at('2022-06-01'), policiesOf(facts))
    expect(zones[cases[0]!]?.id).toBe('z')
    expect(zones[0]!.outline).toEqual(village('B', 1).shape)
  })

  test('all of it goes with one undo', () => {
    const pen = replaced()
    pen.say(...undoDrafts(pen.events, pen.device))
    expect(villagesAt(pen, '2022-06-01')).toEqual(['A', 'B'])
    expect(registerOf(pen).places.find(({ code }) => code === 'B')!.people).toBe(1_000)
  })
})
