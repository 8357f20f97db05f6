import { describe, expect, test } from 'vitest'
import { admit } from '../../src/log/admit'
import { fold } from '../../src/log/fold/fold'
import type { Register } from '../../src/log/fold/register'
import { logFromNdjson, logToNdjson } from '../../src/log/log-file'
import { mergeBlocks, takeRows } from '../../src/log/rows/merge'
import { redoDrafts, undoDrafts } from '../../src/log/undo'
import { verify } from '../../src/log/verify'
import { aBlock, aDay, LogPen } from '../helpers/log'
import { addDeed, randomLog, randomOf, shuffled } from '../helpers/random-log'

const seeds = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1)
const [SEEDS_20, SEEDS_30, SEEDS_50, SEEDS_100] = [seeds(20), seeds(30), seeds(50), seeds(100)]
const everything = { known: null }

/** What the log says of the world, without how many events it took. */
/** What holds. The history keeps what was taken back, and says by whom. */
function picture({ head: _, events: __, zoneDeeds: ___, rowHistory: ____, ...facts }: Register) {
  return facts
}

describe('the log', () => {
  test.each(SEEDS_100)('L12 any order of the events gives the same register (seed %i)', (seed) => {
    const { events, blocks } = randomLog(seed)
    const register = fold(events, blocks, everything)
    const again = fold(shuffled([...events, ...events.slice(0, 3)], randomOf(seed)), blocks, everything)
    expect(again).toEqual(register)
    expect(register.cases.length + register.zones.length + register.unapplied.length).toBeGreaterThan(0)
  })

  test.each(SEEDS_100)('L13 undo restores what was there, and redo what was done (seed %i)', (seed) => {
    const pen = randomLog(seed, 25)
    const random = randomOf(seed + 1000)
    const before = fold(pen.events, pen.blocks, everything)
    const count = pen.events.length
    addDeed(pen, random)
    const after = fold(pen.events, pen.blocks, everything)
    const added = pen.events.slice(count)
    if (added.length === 0) return
    const isReversal = added[0]!.type === 'event.reversed@1'
    const target = isReversal
      ? pen.events.find(({ id }) => 'event' in added[0]! && id === added[0].event)
      : null
    const wasUndo = isReversal && target?.type !== 'event.reversed@1'
    const [back, forth] = wasUndo ? [redoDrafts, undoDrafts] : [undoDrafts, redoDrafts]
    pen.say(...back(pen.events, pen.device))
    expect(picture(fold(pen.events, pen.blocks, everything))).toEqual(picture(before))
    pen.say(...forth(pen.events, pen.device))
    expect(picture(fold(pen.events, pen.blocks, everything))).toEqual(picture(after))
  })

  test.each(SEEDS_20)(
    'L14 everything can be undone, step by step, and redone, after a reload too (seed %i)',
    (seed) => {
      const pen = randomLog(seed, 20)
      const full = picture(fold(pen.events, pen.blocks, everything))
      let steps = 0
      for (
        let drafts = undoDrafts(pen.events, pen.device);
        drafts.length > 0;
        drafts = undoDrafts(pen.events, pen.device)
      ) {
        pen.say(...drafts)
        pen.events = [...logFromNdjson(logToNdjson(pen.events)).events]
        steps += 1
        if (steps > 100) throw new Error('undo does not come to an end')
      }
      const empty = fold(pen.events, pen.blocks, everything)
      expect([empty.cases.length, empty.zones.length, empty.steps.length, empty.unapplied.length]).toEqual([
        0, 0, 0, 0,
      ])
      for (let i = 0; i < steps; i += 1) pen.say(...redoDrafts(pen.events, pen.device))
      expect(picture(fold(pen.events, pen.blocks, everything))).toEqual(full)
      expect(verify(pen.events, pen.blocks).faults).toEqual([])
    },
  )

  test.each(SEEDS_50)(
    'L11 a file brought again adds nothing, a grown one only what is new (seed %i)',
    (seed) => {
      const random = randomOf(seed)
      const rows = seeds(30).map((i) => ({
        id: `C${i}`,
        reportedAt: aDay(`2022-05-${10 + (i % 15)}`),
        place: `p${Math.floor(random() * 4)}`,
      }))
      const pen = new LogPen()
      const bring = (values: typeof rows): number => {
        const offer = new LogPen()
        const drafts = [offer.importing('cases', values)]
        const admission = admit({ drafts, blocks: offer.blocks }, pen.events, pen.blocks)
        for (const [hash, block] of admission.blocks) pen.blocks.set(hash, block)
        pen.say(...admission.drafts)
        return admission.counts[0]!.added
      }
      const some = Math.floor(random() * 30)
      expect(bring(shuffled(rows.slice(0, some), random))).toBe(some)
      expect(bring(shuffled(rows.slice(0, some), random))).toBe(0)
      expect(bring(shuffled(rows, random))).toBe(30 - some)
      expect(bring(rows)).toBe(0)
      const { cases } = fold(pen.events, pen.blocks, everything)
      expect(Array.from(cases.id.codes, (code) => cases.id.values[code]!).sort()).toEqual(
        rows.map(({ id }) => id).sort(),
      )
    },
  )

  test.each(SEEDS_30)('L15 one segment of many rows folds like many segments of one (seed %i)', (seed) => {
    const random = randomOf(seed)
    const values = seeds(40).map((i) => ({
      id: `C${i}`,
      reportedAt: random() < 0.8 ? aDay(`2022-05-${10 + (i % 15)}`) : null,
      lng: random() < 0.5 ? 113 + random() : null,
      place: random() < 0.7 ? `p${Math.floor(random() * 5)}` : null,
      tags: random() < 0.3 ? 'a;b' : null,
    }))
    const whole = new LogPen()
    whole.bring('cases', values)
    const single = new LogPen()
    single.say(...values.map((value) => single.importing('cases', [value])))
    const columns = (pen: LogPen) => {
      const { row: _, knownAt: __, segment: ___, ...cases } = fold(pen.events, pen.blocks, everything).cases
      return cases
    }
    expect(columns(single)).toEqual(columns(whole))
    const block = aBlock('cases', values)
    expect(mergeBlocks(values.map((_, r) => takeRows(block, [r])))).toEqual(block)
  })

  test('L16 the register does not depend on the time zone of the machine', () => {
    const registers = ['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kolkata'].map((zone) => {
      const was = process.env.TZ
      process.env.TZ = zone
      try {
        expect(new Date(2022, 4, 1).getTimezoneOffset()).not.toBe(-480)
        const { events, blocks } = randomLog(7)
        return fold(events, blocks, everything)
      } finally {
        if (was === undefined) delete process.env.TZ
        else process.env.TZ = was
      }
    })
    expect(registers[1]).toEqual(registers[0])
    expect(registers[2]).toEqual(registers[0])
  })
})
