import { describe, expect, test } from 'vitest'
import { append, hashOf, tailOf } from '../../../src/log/append'
import type { Body, LogEvent } from '../../../src/log/events'
import { fold } from '../../../src/log/fold/fold'
import { logFromNdjson, logToNdjson } from '../../../src/log/log-file'
import { inOrder } from '../../../src/log/order'
import { verify } from '../../../src/log/verify'
import { AUTHOR, aDay, LogPen } from '../../helpers/log'

const renamed = (name: string): Body => ({ type: 'zone.renamed@1', zone: 'Z1', name })

function aLog(): LogPen {
  const pen = new LogPen()
  pen.bring('cases', [{ id: 'C1', reportedAt: aDay('2022-05-01') }])
  pen.say(renamed('甲'), renamed('乙'))
  pen.say({ type: 'cases.corrected@1', row: 'C1', set: { kind: 'confirmed' }, because: '复核' })
  return pen
}

describe('append', () => {
  test('L5 an event sorts after what the log holds, whatever the clock of the machine', () => {
    const pen = aLog()
    const highest = pen.events.at(-1)!.recordedAt
    pen.now = 0
    const [late] = pen.say({
      type: 'cases.corrected@1',
      row: 'C1',
      set: { kind: 'asymptomatic' },
      because: '',
    })
    expect(late!.recordedAt).toBe(highest + 1)
    const { cases } = fold(pen.events, pen.blocks, { known: null })
    expect(cases.kind.values[cases.kind.codes[0]!]).toBe('asymptomatic')
  })

  test('the events of a device name the one before them; another device begins its own chain', () => {
    const pen = aLog()
    expect(pen.events.map(({ prev }) => prev)).toEqual([
      null,
      ...pen.events.slice(0, -1).map(({ hash }) => hash),
    ])
    const other = append([renamed('丙')], tailOf(inOrder(pen.events)), { by: AUTHOR, device: 'd2', now: 0 })
    expect(other[0]!.prev).toBeNull()
    expect(other[0]!.recordedAt).toBeGreaterThan(pen.events.at(-1)!.recordedAt)
  })

  test('the events of one append are one step of undo', () => {
    const { events } = aLog()
    expect(events.map(({ batch }) => events.findIndex(({ id }) => id === batch))).toEqual([0, 1, 1, 3])
  })

  test('L6 the same import twice is one event; undone, it may come again', () => {
    const pen = new LogPen()
    const importing = pen.importing('cases', [{ id: 'C1', reportedAt: aDay('2022-05-01') }])
    const [first] = pen.say(importing)
    expect(pen.say(importing)).toEqual([])
    pen.say({ type: 'event.reversed@1', event: first!.id })
    expect(fold(pen.events, pen.blocks, { known: null }).cases.length).toBe(0)
    expect(pen.say(importing)).toHaveLength(1)
    expect(fold(pen.events, pen.blocks, { known: null }).cases.length).toBe(1)
  })

  test('a description that was overtaken may be said again', () => {
    const pen = new LogPen()
    const policy = (version: number): Body => ({ type: 'policy.adopted@1', policy: { id: 'p', version } })
    pen.say(policy(1))
    pen.say(policy(2))
    expect(pen.say(policy(2))).toEqual([])
    expect(pen.say(policy(1))).toHaveLength(1)
    expect(fold(pen.events, pen.blocks, { known: null }).policies).toEqual([{ id: 'p', version: 1 }])
  })
})

describe('verify', () => {
  test('a log as it was written is whole', () => {
    const { events, blocks } = aLog()
    expect(verify(events, blocks)).toMatchObject({ ok: true, events: 4, faults: [] })
  })

  test('L7 a flipped byte is named: the event when it still reads, the line when it does not', () => {
    const { events } = aLog()
    const text = logToNdjson(events)
    for (let at = 0; at < text.length; at += 7) {
      if (text[at] === '\n') continue
      const flipped = `${text.slice(0, at)}${String.fromCharCode(text.charCodeAt(at) ^ 1)}${text.slice(at + 1)}`
      const line = text.slice(0, at).split('\n').length
      const read = logFromNdjson(flipped)
      const faults = [...read.faults, ...verify(read.events).faults]
      expect(
        faults.map((fault) => fault.line),
        `byte ${at}`,
      ).toContain(line)
    }
  })

  test('an event taken out is noticed at the one that follows it; a cut end is not, but the head differs', () => {
    const { events } = aLog()
    const holed = [...events.slice(0, 1), ...events.slice(2)]
    expect(verify(holed).faults).toEqual([
      { code: 'missing', event: events[2]!.id, line: 2, hash: events[1]!.hash },
    ])
    const cut = events.slice(0, -1)
    expect(verify(cut).ok).toBe(true)
    expect(verify(cut).head).not.toBe(verify(events).head)
  })

  test('an event put in later, or twice, is named', () => {
    const { events } = aLog()
    const open = { ...events[1]!, id: 'put-in', type: 'zone.deleted@1', zone: 'Z1', because: '' } as never
    const put = { ...(open as LogEvent), hash: hashOf(open) }
    expect(verify([...events, put]).faults).toEqual([
      { code: 'repeated', event: 'put-in', line: 5, hash: events[0]!.hash },
    ])
    expect(verify([...events, events[3]!]).faults.map(({ code }) => code)).toContain('repeated')
  })

  test('a segment that is lost or altered is named', () => {
    const { events, blocks } = aLog()
    const [[hash, block]] = [...blocks] as [[string, typeof blocks extends Map<string, infer B> ? B : never]]
    expect(verify(events, new Map()).faults[0]).toMatchObject({ code: 'segment-missing', line: 1, hash })
    const altered = new Map([[hash, { ...block, ids: ['C2'] }]])
    expect(verify(events, altered).faults[0]).toMatchObject({ code: 'segment-altered', line: 1, hash })
  })

  test('L8 an exported log reads back to the identical log', () => {
    const { events } = aLog()
    const back = logFromNdjson(logToNdjson([...events].reverse()))
    expect(back).toEqual({ events, lines: [1, 2, 3, 4], faults: [] })
  })
})
