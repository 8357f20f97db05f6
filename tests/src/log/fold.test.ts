import { describe, expect, test } from 'vitest'
import type { Body, LogEvent } from '../../../src/log/events'
import { fold } from '../../../src/log/fold/fold'
import { aDay, aTime, LogPen } from '../../helpers/log'

const all = { known: null }

describe('fold', () => {
  test('L1 an empty file says none, an absent one says nothing', () => {
    const pen = new LogPen()
    pen.bring('cases', [])
    const { stated, cases } = fold(pen.events, pen.blocks, all)
    expect([...stated]).toEqual(['cases'])
    expect(cases.length).toBe(0)
  })

  test('a row keeps its file, its number and when it was learned', () => {
    const pen = new LogPen()
    const [event] = pen.bring('cases', [
      { id: 'C1', reportedAt: aDay('2022-05-01'), kind: 'confirmed', lng: 113.5, lat: 22.9, tags: 'a;b' },
      { id: 'C2', sampledAt: aTime('2022-05-02T08:00:00+08:00'), knownAt: aDay('2022-05-03') },
    ])
    const { cases } = fold(pen.events, pen.blocks, all)
    expect(cases.id.values).toEqual(['C1', 'C2'])
    expect([...cases.reportedAt.at]).toEqual([aDay('2022-05-01').at, Number.NaN])
    expect([...cases.reportedAt.isDay]).toEqual([1, 0])
    expect([...cases.lon]).toEqual([113.5, Number.NaN])
    expect([...cases.kind.codes]).toEqual([0, -1])
    expect([...cases.row]).toEqual([1, 2])
    expect(cases.file.values).toEqual(['cases.csv'])
    expect([...cases.knownAt]).toEqual([event!.recordedAt, aDay('2022-05-03').at])
  })

  test('L2 a row is known from its knownAt, else from its import, or headless from the beginning', () => {
    const pen = new LogPen()
    const [event] = pen.bring('cases', [
      { id: 'C1', reportedAt: aDay('2022-05-01') },
      { id: 'C2', reportedAt: aDay('2022-05-01'), knownAt: aDay('2022-05-03') },
    ])
    const ids = (known: number | null, learned: 'atImport' | 'fromTheBeginning') => {
      const { cases } = fold(pen.events, pen.blocks, { known, learned })
      return Array.from(cases.id.codes, (code) => cases.id.values[code])
    }
    expect(ids(aDay('2022-05-02').at, 'atImport')).toEqual([])
    expect(ids(aDay('2022-05-03').at, 'atImport')).toEqual(['C2'])
    expect(ids(event!.recordedAt, 'atImport')).toEqual(['C1', 'C2'])
    expect(ids(aDay('2022-05-02').at, 'fromTheBeginning')).toEqual(['C1'])
    const headless = fold(pen.events, pen.blocks, { known: null, learned: 'fromTheBeginning' }).cases
    expect([...headless.knownAt]).toEqual([Number.NaN, aDay('2022-05-03').at])
  })

  test('L3 a correction changes one field, a retraction takes the row away, each by the row’s identity', () => {
    const pen = new LogPen()
    pen.bring('cases', [
      { id: 'C1', kind: 'asymptomatic', reportedAt: aDay('2022-05-01') },
      { id: 'C2', kind: 'confirmed', reportedAt: aDay('2022-05-01') },
    ])
    pen.say({
      type: 'cases.corrected@1',
      row: 'C1',
      set: { kind: 'confirmed', kindAt: '2022-05-04', lng: 113.1 },
      because: '转归',
    })
    pen.say({ type: 'cases.retracted@1', row: 'C2', because: '重复' })
    const { cases, unapplied } = fold(pen.events, pen.blocks, all)
    expect(unapplied).toEqual([])
    expect(cases.length).toBe(1)
    expect(cases.kind.values[cases.kind.codes[0]!]).toBe('confirmed')
    expect([cases.kindAt.at[0], cases.kindAt.isDay[0], cases.lon[0]]).toEqual([
      aDay('2022-05-04').at,
      1,
      113.1,
    ])
  })

  const idle: [string, Body][] = [
    ['no-such-row', { type: 'cases.corrected@1', row: 'C9', set: { kind: 'confirmed' }, because: '' }],
    ['not-a-value', { type: 'cases.corrected@1', row: 'C1', set: { reportedAt: '2022-02-30' }, because: '' }],
    ['no-such-row', { type: 'cases.retracted@1', row: 'C9', because: '' }],
    ['no-such-zone', { type: 'zone.moved@1', zone: 'Z9', to: 'sealed', at: '2022-05-02', because: '' }],
    ['no-such-event', { type: 'event.reversed@1', event: 'nothing' }],
    ['unknown-type', { type: 'zone.exploded@7' } as unknown as Body],
    ['unknown-type', { type: 'dragons.imported@1', segment: null } as unknown as Body],
    ['missing-segment', { ...new LogPen().importing('cases', [{ id: 'lost' }]) }],
  ]
  test.each(idle)('L4 an event that cannot act is counted: %s (%#)', (code, draft) => {
    const pen = new LogPen()
    pen.bring('cases', [{ id: 'C1', reportedAt: aDay('2022-05-01') }])
    const [event] = pen.say(draft) as [LogEvent]
    const register = fold(pen.events, pen.blocks, all)
    expect(register.unapplied).toEqual([{ event: event.id, type: draft.type, code }])
    expect(register.cases.length).toBe(1)
  })

  test('places.replaced takes away what the new file does not hold', () => {
    const pen = new LogPen()
    pen.bring('places', [
      { code: 'a', kind: 'village' },
      { code: 'b', kind: 'village' },
    ])
    const fresh = pen.importing('places', [
      { code: 'b', kind: 'town' },
      { code: 'c', kind: 'village' },
    ])
    pen.say({ ...fresh, type: 'places.replaced@1' } as Body)
    const { places } = fold(pen.events, pen.blocks, all)
    expect(places.map(({ code, kind }) => [code, kind])).toEqual([
      ['b', 'town'],
      ['c', 'village'],
    ])
  })

  test('zones: a drawn stay, moved, renamed and merged; imported stays move alike', () => {
    const pen = new LogPen()
    pen.bring('zones', [{ id: 'Z1', level: 'sealed', from: aDay('2022-05-01'), members: 'a;b' }])
    const square = [
      [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    ] as [number, number][][][]
    pen.say({
      type: 'zone.drawn@1',
      zone: {
        id: 'Z2',
        name: '二',
        level: 'controlled',
        from: '2022-05-03',
        to: null,
        policy: null,
        members: [],
        parent: null,
        arrivedFrom: null,
        coordinates: square,
      },
    })
    pen.say({ type: 'zone.moved@1', zone: 'Z1', to: 'controlled', at: '2022-05-08T18:00', because: '满足' })
    pen.say({ type: 'zone.renamed@1', zone: 'Z2', name: '贰' })
    pen.say({ type: 'zone.merged@1', zone: 'Z2', into: 'Z1', at: '2022-05-09' })
    const { zones, stated } = fold(pen.events, pen.blocks, all)
    const moved = aTime('2022-05-08T18:00:00+08:00')
    expect(
      zones.map(({ id, name, level, from, to, arrivedFrom }) => ({ id, name, level, from, to, arrivedFrom })),
    ).toEqual([
      { id: 'Z1', name: 'Z1', level: 'sealed', from: aDay('2022-05-01'), to: moved, arrivedFrom: null },
      { id: 'Z1', name: 'Z1', level: 'controlled', from: moved, to: null, arrivedFrom: 'sealed' },
      {
        id: 'Z2',
        name: '贰',
        level: 'controlled',
        from: aDay('2022-05-03'),
        to: aDay('2022-05-09'),
        arrivedFrom: null,
      },
    ])
    expect(zones[2]!.drawn![0]![0]).toEqual(Float64Array.of(0, 0, 1, 0, 1, 1, 0, 0))
    expect(zones[0]!.members).toEqual(['a', 'b'])
    expect(stated.has('zones')).toBe(true)
  })

  test('an item of a report is a count, zero, missing, approximate or withheld', () => {
    const pen = new LogPen()
    pen.bring('reports', [
      { place: 'a', day: '2022-05-01', 排查: '0', 发热: '400余', 异常: 'x', 转运: null, 备注: '正常' },
    ])
    const [report] = fold(pen.events, pen.blocks, all).reports
    expect(report!.items).toEqual({
      排查: { kind: 'count', value: 0 },
      发热: { kind: 'approximate', atLeast: 400 },
      异常: { kind: 'withheld' },
      转运: { kind: 'missing' },
      备注: { kind: 'text', text: '正常' },
    })
  })
})
