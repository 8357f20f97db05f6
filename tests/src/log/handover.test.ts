import { describe, expect, test } from 'vitest'
import { answersOf, type HandOverContent, type Instant } from '#geo'
import { append, tailOf } from '../../../src/log/append'
import type { Body } from '../../../src/log/events'
import { fold } from '../../../src/log/fold/fold'
import { handFault } from '../../../src/log/hand/hand-faults'
import { beginOf, handOver } from '../../../src/log/handover/hand-over'
import type { HandoverBody } from '../../../src/log/handover/handover-body'
import { inOrder } from '../../../src/log/order'
import { invalidPart } from '../../../src/log/outside/schema'
import { undoDrafts } from '../../../src/log/undo'
import { aSurvey } from '../../helpers/a-survey'
import { aTime, LogPen } from '../../helpers/log'
import { anOrder } from '../../helpers/orders'
import { randomOf, shuffled } from '../../helpers/random-log'

const clock = (hour: number): string => `2022-05-20T${String(hour).padStart(2, '0')}:00:00+08:00`
const at = (hour: number) => Date.parse(clock(hour)) as Instant
const read = (pen: LogPen) => fold(pen.events, pen.blocks, { known: null })

function aLog(): LogPen {
  const pen = new LogPen()
  pen.bring('places', [
    { code: 'D', name: '甲区', kind: 'district' },
    { code: 'V1', name: '东村', kind: 'village', parent: 'D' },
  ])
  pen.say({
    type: 'pack.described@1',
    pack: { ...read(pen).pack, reporting: { kind: 'village', cutoff: '12:00', items: ['发热'] } },
  })
  return pen
}
function contentAt(pen: LogPen, hour: number): HandOverContent {
  const facts = read(pen)
  const [since, asOf] = [beginOf(facts, at(hour)), at(hour)]
  const now = answersOf(facts, { asOf })
  return handOver({ facts, since, asOf, before: answersOf(facts, { asOf: since }).survey, ...now })
}
/** A deed by a person of that name. */
function by(pen: LogPen, name: string, body: Body): string {
  const [event] = append([body], tailOf(inOrder(pen.events)), {
    ...{ by: { name, unit: '指挥部' }, device: pen.device, now: pen.now },
  })
  pen.events = [...pen.events, event!]
  pen.now += 1000
  return event!.id
}
const handed = (content: HandOverContent): HandoverBody => ({
  ...{ type: 'handover.signed@1', role: 'out', of: null, content },
})
const taken = (of: string): HandoverBody => ({ type: 'handover.signed@1', role: 'in', of, content: null })

describe('L113 two persons sign a hand-over', () => {
  test('who hands over freezes it, another takes it over; one person never signs both', () => {
    const pen = aLog()
    const content = contentAt(pen, 14)
    expect(handFault(handed(content), read(pen), Date.now())).toBe(null)
    const id = by(pen, '沈某', handed(content))
    expect(read(pen).handovers).toMatchObject([
      { id, number: 1, content, out: { name: '沈某' }, taken: null },
    ])
    expect(handFault(handed(content), read(pen), Date.now())?.code).toBe('not-taken-over')
    by(pen, ' 沈 某', taken(id))
    expect(read(pen).unapplied.map(({ code }) => code)).toEqual(['same-person'])
    expect(handFault(taken('nobody'), read(pen), Date.now())?.code).toBe('no-such-handover')
    expect(handFault(taken(id), read(pen), Date.now())).toBe(null)
    by(pen, '韦某', taken(id))
    const { handovers } = read(pen)
    expect(handovers).toMatchObject([{ id, taken: { name: '韦某' } }])
    by(pen, '喻某', taken(id))
    expect(read(pen).handovers, 'it is taken over once').toEqual(handovers)
    expect(beginOf(read(pen), at(20))).toBe(at(14))
    expect(beginOf(aLogRegister(), at(20))).toBe(at(0))
  })
  const aLogRegister = () => read(aLog())

  test('what was signed stays as it is, whatever comes later, in any order of the events, and can be undone', () => {
    const pen = aLog()
    pen.say(anOrder())
    const content = contentAt(pen, 14)
    const id = by(pen, '沈某', handed(content))
    by(pen, '韦某', taken(id))
    const signed = read(pen).handovers
    pen.say({
      type: 'report.filed@1',
      place: 'V1',
      day: '2022-05-20',
      filedAt: clock(13),
      items: { 发热: '0' },
    })
    expect(contentAt(pen, 15).figures.silent).toBe(0)
    expect(content.figures.silent, 'no report was known').toBe(null)
    expect(read(pen).handovers).toEqual(signed)
    const again = fold(shuffled(pen.events, randomOf(7)), pen.blocks, { known: null })
    expect(again.handovers).toEqual(signed)
    for (let n = 0; n < 3; n += 1) pen.say(...undoDrafts(pen.events, 'd1'))
    expect(read(pen).handovers).toBe(undefined)
  })

  test('what it says is checked where it comes from outside', () => {
    const pen = aLog()
    by(pen, '沈某', handed(contentAt(pen, 14)))
    const event = pen.events.at(-1) as never as { content: HandOverContent }
    expect(invalidPart(event)).toBe(null)
    const orders = { ...event.content.orders, open: -1 }
    expect(invalidPart({ ...event, content: { ...event.content, orders } })).toBe('content.orders.open')
  })
})

describe('L114 what a hand-over says', () => {
  test('carried over and given less the closed are the open orders', () => {
    const pen = aLog()
    const unit = { kind: 'unit', place: 'V1', day: '2022-05-20' } as const
    const carried = pen.say(anOrder({ at: clock(8), dueAt: clock(9), text: '甲' }))[0]!.id
    pen.say(anOrder({ at: clock(8), dueAt: clock(20), text: '乙' }))
    const id = by(pen, '沈某', handed(contentAt(pen, 10)))
    by(pen, '韦某', taken(id))
    pen.say(anOrder({ subject: unit, at: clock(11), dueAt: clock(12), text: '丙' }))
    pen.say(anOrder({ at: clock(11), dueAt: clock(16), text: '丁' }))
    pen.say({ type: 'order.closed@1', order: carried, at: clock(12), words: '已办' })
    pen.say({
      type: 'report.filed@1',
      place: 'V1',
      day: '2022-05-20',
      filedAt: clock(13),
      items: { 发热: '0' },
    })
    const content = contentAt(pen, 14)
    expect(content.from).toBe(clock(10))
    expect(content.orders).toEqual({ carried: 2, given: 2, closed: 2, open: 2, overdue: 0 })
    expect(content.sections.orders.map(({ right }) => right?.key).sort()).toEqual([
      'closed.fact',
      'closed.hand',
    ])
    expect(content.sections.ahead.map(({ at: due, text }) => [due, text.values.text])).toEqual([
      [clock(16), '丁'],
      [clock(20), '乙'],
    ])
    expect(contentAt(pen, 17).orders).toMatchObject({ open: 2, overdue: 1 })
  })

  test('what is not known is no figure, and the silent units are named', () => {
    const content = contentAt(aLog(), 14)
    expect(content.figures).toMatchObject({ unguarded: null, toMove: null, signals: 0, unplaced: 0 })
    expect(
      content.sections.sources.map(({ text, right }) => [text.key, right?.key]),
      'lists that nobody brought are told, not passed over',
    ).toEqual(['cases', 'contacts', 'rounds', 'checks'].map((list) => [`source.${list}`, 'absent']))
    const filed = aLog()
    filed.bring('reports', [])
    expect(contentAt(filed, 14).sections.sources.at(-1)).toMatchObject({
      ...{ text: { key: 'silent' }, note: { values: { words: '东村' } }, right: { values: { n: 1 } } },
    })
  })

  test('what was corrected is called as people call it: a place, the ground of a round', () => {
    const pen = aLog()
    pen.say({ type: 'places.corrected@1', row: 'V1', set: { aliases: '东头' }, because: '当地叫法' })
    pen.bring('rounds', [{ place: 'V1', round: '1', startedAt: aTime(clock(8)), sampled: 10 }])
    pen.say({ type: 'rounds.corrected@1', row: '|V1|1', set: { sampled: 9 }, because: '复核' })
    const { corrections } = contentAt(pen, 14).sections
    expect(corrections.map(({ text }) => [text.values.list, text.values.row])).toEqual([
      ['places', '东村'],
      ['rounds', '东村'],
    ])
  })

  test('a signal, a correction and a withdrawn row are in it; another one begins after them', () => {
    const pen = aLog()
    pen.say({
      type: 'signal.reported@1',
      signal: { kind: 'pooled', at: clock(9), place: 'V1', position: null, tubes: 1, people: 10 },
    })
    pen.say({
      type: 'case.reported@1',
      case: {
        ...{ id: 'C1', reportedAt: clock(9), sampledAt: null, kind: 'confirmed', origin: 'local' },
        ...{ foundIn: 'community', place: 'V1', position: null },
      },
    })
    pen.say({ type: 'cases.corrected@1', row: 'C1', set: { kind: 'asymptomatic' }, because: '复核' })
    const content = contentAt(pen, 14)
    expect(content.sections.signals).toMatchObject([{ text: { key: 'signal.pooled' }, tag: 'open' }])
    expect(content.sections.corrections).toMatchObject([
      { text: { key: 'corrected', values: { row: 'C1', before: 'confirmed', after: 'asymptomatic' } } },
    ])
    const id = by(pen, '沈某', handed(content))
    by(pen, '韦某', taken(id))
    const next = contentAt(pen, 20)
    expect(next.sections.corrections).toEqual([])
    expect(next.sections.signals, 'it is open still').toHaveLength(1)
  })

  test('L118 a zone that must become stricter is handed over before all that is ahead', () => {
    const pen = aLog()
    const facts = read(pen)
    const now = answersOf(facts, { asOf: at(14) })
    const raises = (['upgrade', 'split'] as const).map((kind) => ({
      ...{ transition: kind, kind, to: kind === 'split' ? 'sealed' : 'controlled' },
      ...{ since: clock(9), evidence: [] },
    }))
    const [first] = aSurvey.zones
    const survey = { ...now.survey, zones: [{ ...first!, raises }], levels: aSurvey.levels }
    const content = handOver({ facts, since: at(8), asOf: at(14), before: now.survey, ...now, survey })
    const level = (id: string) => aSurvey.levels.find((one) => one.level === id)!.zh
    expect(content.sections.ahead.slice(0, 2)).toMatchObject([
      { at: clock(9), text: { key: 'raised', values: { level: { zh: level('controlled') } } } },
      { text: { key: 'raisedUnits', values: { level: { zh: level('sealed') } } }, right: { key: 'toRaise' } },
    ])
    by(pen, '沈某', handed(content))
    expect(invalidPart(pen.events.at(-1) as never)).toBe(null)
  })
})
