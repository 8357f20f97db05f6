import { describe, expect, test } from 'vitest'
import { append, hashOf, tailOf } from '../../../src/log/append'
import type { Body, LogEvent } from '../../../src/log/events'
import { fold } from '../../../src/log/fold/fold'
import { logFromNdjson, logToNdjson } from '../../../src/log/log-file'
import { inOrder } from '../../../src/log/order'
import { invalidPart } from '../../../src/log/outside/schema'
import type { ColumnBlock } from '../../../src/log/rows/columns'
import { redoDrafts, undoDrafts } from '../../../src/log/undo'
import { AUTHOR, aBlock, aDay, aFile, LogPen } from '../../helpers/log'

const all = { known: null }
const square = [
  [
    [
      [113, 23],
      [113.1, 23],
      [113.1, 23.1],
      [113, 23],
    ],
  ],
]
const zone = {
  ...{ id: 'Z2', name: '二', level: 'sealed', from: '2022-05-01', to: null, policy: null },
  ...{ members: [], parent: null, arrivedFrom: null, coordinates: square },
}
const pack = {
  ...{ title: { zh: '甲', en: null }, timezone: 'Asia/Shanghai', frame: 'wgs84', policy: null },
  ...{ use: 'live', synthetic: false, licence: null, asOf: null, reporting: null },
  perimeter: { guardDistanceM: 50 },
}
const step = {
  ...{ step: 'approve', zone: 'Z1', transition: 't', at: '2022-05-02', decision: 'given' },
  ...{ takesEffectAt: null, note: null },
}

/** A body of every deed, as it should be, and values that each break one of its parts. */
const DEEDS: readonly (readonly [body: Record<string, unknown>, broken: Record<string, unknown>])[] = [
  [{ type: 'pack.described@1', pack }, { pack: { ...pack, timezone: 'Mars/Olympus' } }],
  [{ type: 'pack.described@1', pack }, { pack: { ...pack, title: null } }],
  [{ type: 'policy.adopted@1', policy: { id: 'p' } }, { policy: { id: 7 } }],
  [{ type: 'policy.adopted@1', policy: { id: 'p' } }, { policy: { id: 'p', levels: 'sealed' } }],
  [{ type: 'indicators.defined@1', indicators: [] }, { indicators: {} }],
  [{ type: 'indicators.defined@1', indicators: [] }, { indicators: [null] }],
  [{ type: 'file.kept@1', file: aFile('a.png'), block: 'x' }, { block: 5 }],
  [{ type: 'cases.imported@1', file: aFile('cases.csv'), segment: null, rows: 0 }, { file: 'cases.csv' }],
  [{ type: 'cases.imported@1', file: aFile('cases.csv'), segment: null, rows: 0 }, { segment: ['x'] }],
  [{ type: 'cases.corrected@1', row: 'C1', set: {}, because: '' }, { set: null }],
  [{ type: 'cases.corrected@1', row: 'C1', set: {}, because: '' }, { set: { kind: { $: 1 } } }],
  [{ type: 'cases.retracted@1', row: 'C9', because: '' }, { row: null }],
  [
    { type: 'cases.revised@1', file: aFile('cases.csv'), segment: 'x', rows: 1, because: '' },
    { segment: null },
  ],
  [{ type: 'places.replaced@1', file: aFile('places.geojson'), segment: 'x', rows: 1 }, { rows: -1 }],
  [{ type: 'zone.drawn@1', zone }, { zone: null }],
  [{ type: 'zone.drawn@1', zone }, { zone: { ...zone, from: 7 } }],
  [{ type: 'zone.drawn@1', zone }, { zone: { ...zone, coordinates: [[[[113, 'x']]]] } }],
  [
    { type: 'zone.drawn@1', zone },
    {
      zone: {
        ...zone,
        coordinates: [
          [
            [
              [113, 2300],
              [114, 1],
              [114, 2],
            ],
          ],
        ],
      },
    },
  ],
  [{ type: 'zone.drawn@1', zone }, { zone: { ...zone, members: 'a;b' } }],
  [
    { type: 'zone.reshaped@1', zone: 'Z1', at: '2022-05-02', because: '', members: [], coordinates: null },
    { members: null },
  ],
  [{ type: 'zone.moved@1', zone: 'Z1', to: 'sealed', at: '2022-05-02', because: '' }, { at: { day: 2 } }],
  [{ type: 'zone.merged@1', zone: 'Z1', into: 'Z2', at: '2022-05-02' }, { at: null }],
  [{ type: 'zone.switched@1', zone: 'Z1', policy: 'p', at: '2022-05-02', because: '' }, { policy: [] }],
  [{ type: 'zone.renamed@1', zone: 'Z1', name: '甲' }, { name: { zh: '甲' } }],
  [{ type: 'zone.deleted@1', zone: 'Z9', because: '' }, { zone: 9 }],
  [{ type: 'transition.approved@1', ...step }, { at: 5 }],
  [{ type: 'transition.approved@1', ...step }, { decision: 'perhaps' }],
  [{ type: 'transition.approved@1', ...step }, { takesEffectAt: 'soon' }],
  [{ type: 'transition.proposed@1', ...step }, { opinions: [null] }],
  [
    { type: 'transition.assessed@1', ...step },
    { evidence: { seen: { conditions: 1 }, picture: null, digest: '' } },
  ],
  [{ type: 'event.reversed@1', event: 'x' }, { event: {} }],
  [{ type: 'event.setAside@1', event: 'x', code: 'dated-ahead', at: 0, original: '' }, { at: 'now' }],
]

function aLog(): LogPen {
  const pen = new LogPen()
  pen.bring('cases', [{ id: 'C1', reportedAt: aDay('2022-05-01') }])
  pen.bring('zones', [{ id: 'Z1', level: 'sealed', from: aDay('2022-05-01') }])
  return pen
}

/** An event of another device with a hash that fits, whatever stands in it. */
function foreign(body: object, over: object = {}): LogEvent {
  const [made] = append([body as Body], tailOf([]), { by: AUTHOR, device: 'other', now: 0 })
  const open = { ...made!, recordedAt: Date.parse('2022-05-20T00:00:00.500Z'), ...over }
  return { ...open, hash: hashOf(open) }
}

describe('what is not valid is set aside', () => {
  test.each(DEEDS)('L45 %j with a broken part changes nothing and opens', (body, broken) => {
    const pen = aLog()
    expect(invalidPart(foreign(body))).toBeNull()
    const event = foreign({ ...body, ...broken })
    const register = fold([event, ...pen.events], pen.blocks, all)
    expect(register.setAside).toMatchObject([
      { event: event.id, type: body.type, code: 'not-valid', by: AUTHOR, device: 'other', line: 2 },
    ])
    expect(register.setAside[0]!.part).toMatch(new RegExp(`^${Object.keys(broken)[0]}\\b`))
    const same = { setAside: [], head: '', events: 0 }
    expect({ ...register, ...same }).toEqual({ ...fold(pen.events, pen.blocks, all), ...same })
  })

  test.each([
    ['by', { by: null }],
    ['batch', { batch: 7 }],
    ['prev', { prev: 0 }],
    ['device', { device: null }],
    ['recordedAt', { recordedAt: 'soon' }],
    ['recordedAt', { recordedAt: 1e300 }],
    ['recordedAt', { recordedAt: -1 }],
    ['type', { type: null }],
    ['hash', { hash: 5 }],
  ])('L45 an event without a usable %s (%j), as a database may hold it, is set aside', (part, over) => {
    const pen = aLog()
    const event = { ...foreign({ type: 'zone.renamed@1', zone: 'Z1', name: 'x' }), ...over } as LogEvent
    const register = fold([event, ...pen.events], pen.blocks, all)
    expect(register.setAside).toMatchObject([{ event: event.id, code: 'not-valid', part }])
    expect(register.zones).toEqual(fold(pen.events, pen.blocks, all).zones)
  })

  test('L45 names that objects have from birth are no types', () => {
    const pen = aLog()
    const events = ['constructor', 'toString', '__proto__', 'zone.', 'hasOwnProperty.imported@1'].map(
      (type, i) => {
        return foreign({ type }, { id: `e${i}`, prev: `${i}` })
      },
    )
    const register = fold([...events, ...pen.events], pen.blocks, all)
    expect(register.setAside.map(({ code }) => code)).toEqual(events.map(() => 'unknown-type'))
    expect(register.unapplied.map(({ code }) => code)).toEqual(events.map(() => 'unknown-type'))
  })

  test('L45 a reversal that is set aside takes nothing back, and none acts on what is set aside', () => {
    const pen = aLog()
    const [renamed] = pen.say({ type: 'zone.renamed@1', zone: 'Z1', name: '甲' })
    const reversal = foreign({ type: 'event.reversed@1', event: renamed!.id, because: 5 })
    const broken = foreign({ type: 'zone.renamed@1', zone: 'Z1', name: 5 }, { id: 'broken' })
    pen.say({ type: 'event.reversed@1', event: 'broken' })
    const register = fold([reversal, broken, ...pen.events], pen.blocks, all)
    expect(register.zones[0]!.name).toBe('甲')
    expect(register.setAside).toHaveLength(2)
    expect(register.unapplied.map(({ code }) => code)).toEqual(['no-such-event'])
  })

  test('L45 undo works beside it, it takes no part in undo, and the clock does not follow it', () => {
    const pen = aLog()
    pen.say({ type: 'zone.renamed@1', zone: 'Z1', name: '甲' })
    const late = {
      recordedAt: Date.parse('2099-01-01T00:00:00Z'),
      device: 'd1',
      prev: pen.events.at(-1)!.hash,
    }
    pen.events = [...pen.events, foreign({ type: 'zone.moved@1', zone: null }, late)]
    const now = pen.now
    const [undone] = pen.say(...undoDrafts(pen.events, 'd1'))
    expect(undone!.recordedAt).toBe(now)
    const [redone] = pen.say(...redoDrafts(pen.events, 'd1'))
    expect(redone!.prev).toBe(undone!.hash)
    expect(fold(pen.events, pen.blocks, all).zones[0]!.name).toBe('甲')
  })

  test('L45 it is in the export again, byte for byte', () => {
    const pen = aLog()
    const odd = foreign({ type: 'zone.drawn@1', zone: { b: [1e21, null, '\u2028'], a: {} } })
    const text = logToNdjson([...pen.events, odd])
    const again = logFromNdjson(text).events
    expect(again).toContainEqual(odd)
    expect(logToNdjson(again)).toBe(text)
  })

  test('L46 a segment that is no block of its list leaves the list unstated, as a missing one does', () => {
    const block = aBlock('cases', [{ id: 'C1', reportedAt: aDay('2022-05-01') }])
    const at = (value: number) =>
      ({ type: 'moment', at: Float64Array.of(value), isDay: Uint8Array.of(0) }) as const
    const wrong: ColumnBlock[] = [
      { ...block, list: 'contacts' },
      { ...block, columns: { ...block.columns, reportedAt: at(1e300) } },
      { ...block, columns: { ...block.columns, reportedAt: block.columns.id! } },
      { ...block, columns: { ...block.columns, knownAt: at(-1e300) } },
      { ...block, ids: [] },
    ]
    for (const one of wrong) {
      const pen = new LogPen()
      const [event] = pen.bring('cases', [{ id: 'C1', reportedAt: aDay('2022-05-01') }])
      const blocks = new Map([[(event as { segment: string }).segment, one]])
      const register = fold(pen.events, blocks, all)
      expect(register.stated.has('cases')).toBe(false)
      expect(register.unapplied.map(({ code }) => code)).toEqual(['missing-segment'])
    }
    const pen = aLog()
    expect(fold(pen.events, pen.blocks, all).stated.has('cases')).toBe(true)
  })
})

describe('what is dated ahead when it comes is set aside', () => {
  const mark = (target: LogEvent, at: number): Body => ({
    ...{ type: 'event.setAside@1', event: target.id, code: 'dated-ahead', at, original: target.hash },
  })
  const ahead = () =>
    foreign(
      { type: 'zone.renamed@1', zone: 'Z1', name: '远' },
      { recordedAt: Date.parse('2030-01-01T00:00:00Z') },
    )

  test('L47 as the log records it, for good: a reversal of the record changes nothing', () => {
    const pen = aLog()
    const event = ahead()
    pen.events = [...pen.events, event]
    expect(fold(pen.events, pen.blocks, all).zones[0]!.name).toBe('远')
    const [recorded] = append([mark(event, pen.now)], tailOf(inOrder(pen.events.slice(0, -1))), {
      ...{ by: AUTHOR, device: 'd1', now: pen.now },
    })
    pen.events = [...pen.events, recorded!]
    const register = fold(pen.events, pen.blocks, all)
    expect(register.zones[0]!.name).toBe('Z1')
    expect(register.setAside).toMatchObject([{ event: event.id, code: 'dated-ahead', part: null }])
    expect(undoDrafts(pen.events, 'd1')).not.toContainEqual({ type: 'event.reversed@1', event: recorded!.id })
    const [next] = pen.say({ type: 'event.reversed@1', event: recorded!.id })
    expect(next!.recordedAt).toBeLessThan(Date.parse('2022-06-01'))
    expect(fold(pen.events, pen.blocks, all).zones[0]!.name).toBe('Z1')
  })

  test('L47 a record that does not fit the event sets nothing aside', () => {
    const pen = aLog()
    const event = ahead()
    pen.events = [...pen.events, event]
    pen.say(mark(event, event.recordedAt - 24 * 3600_000))
    expect(fold(pen.events, pen.blocks, all)).toMatchObject({ setAside: [], zones: [{ name: '远' }] })
  })
})
