import type { Body } from '../../src/log/events'
import { redoDrafts, undoDrafts } from '../../src/log/undo'
import { aDay, LogPen } from './log'

/** A seeded source of numbers in [0, 1): mulberry32. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const result = [...items]
  for (let i = result.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1))
    ;[result[i], result[j]] = [result[j]!, result[i]!]
  }
  return result
}

/** One more deed of any kind, some of them on rows and zones that may not be there. */
export function addDeed(pen: LogPen, random: () => number): void {
  const pick = (count: number): number => Math.floor(random() * count)
  const day = `2022-05-${String(1 + pick(28)).padStart(2, '0')}`
  const zone = `Z${pick(4)}`
  const row = `C${pick(30)}`
  const deeds: (() => Body[])[] = [
    () => [
      pen.importing(
        'cases',
        Array.from({ length: 1 + pick(5) }, (_, i) => ({
          id: `C${(pick(10) + i * 3) % 30}`,
          reportedAt: aDay(day),
          kind: ['confirmed', 'asymptomatic', null][pick(3)],
        })).filter((value, i, all) => all.findIndex(({ id }) => id === value.id) === i),
      ),
    ],
    () => [pen.importing('zones', [{ id: zone, level: 'sealed', from: aDay(day) }])],
    () => [{ type: 'cases.corrected@1', row, set: { kind: 'confirmed', kindAt: day }, because: '复核' }],
    () => [{ type: 'cases.retracted@1', row, because: '外区' }],
    () => [
      { type: 'zone.moved@1', zone, to: 'controlled', at: day, because: '满足' },
      { type: 'zone.renamed@1', zone, name: day },
    ],
    () => [{ type: 'zone.merged@1', zone, into: 'Z0', at: day }],
    () => [
      {
        type: 'transition.approved@1',
        step: 'approve',
        zone,
        transition: 't',
        at: day,
        decision: 'given',
        takesEffectAt: null,
        note: null,
      },
    ],
    () => undoDrafts(pen.events, pen.device),
    () => redoDrafts(pen.events, pen.device),
  ]
  pen.say(...deeds[pick(deeds.length)]!())
}

/** A log of so many deeds; the same seed gives the same log. */
export function randomLog(seed: number, deeds = 40): LogPen {
  const random = randomOf(seed)
  const pen = new LogPen(`device-${seed}`)
  for (let i = 0; i < deeds; i += 1) addDeed(pen, random)
  return pen
}
