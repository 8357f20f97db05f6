import { describe, expect, test } from 'vitest'
import { trafficOn } from '#geo'
import type { Body } from '../../../src/log/events'
import { fold } from '../../../src/log/fold/fold'
import { handFault, isHandSaid } from '../../../src/log/hand/hand-faults'
import type { PassageRecord } from '../../../src/log/hand/passage-body'
import { invalidPart } from '../../../src/log/outside/schema'
import { undoDrafts } from '../../../src/log/undo'
import { aVillageLog, type LogPen } from '../../helpers/log'

const NOW = Date.parse('2022-05-20T18:00:00+08:00')
const DAY = '2022-05-20'
const passed = (over: Partial<PassageRecord> = {}): Body => ({
  type: 'passage.counted@1',
  passage: {
    ...{ checkpoint: 'K01', day: DAY, direction: 'in', group: null },
    ...{ vehicles: 159, persons: 400, fever: null, refused: null },
    ...over,
  },
})

function aLog(): LogPen {
  const pen = aVillageLog()
  pen.bring('facilities', [
    { id: 'K01', kind: 'checkpoint', name: '东门卡点', lng: 113, lat: 34 },
    { id: 'K02', kind: 'checkpoint', name: '西门卡点', lng: 113.01, lat: 34 },
    { id: 'G01', kind: 'quarantine', name: '西宾馆', rooms: 40 },
  ])
  return pen
}
const read = (pen: LogPen) => fold(pen.events, pen.blocks, { known: null })

describe('L120 who passed a post', () => {
  test('said again the figures of that day, direction and group stand in place of the earlier ones', () => {
    const pen = aLog()
    for (const body of [
      passed(),
      passed({ vehicles: 170, persons: 420 }),
      passed({ direction: 'out', vehicles: 90, persons: null }),
      passed({ checkpoint: 'K02', vehicles: 10, persons: 12, fever: 0, refused: 2 }),
      passed({ day: '2022-05-19', vehicles: 1 }),
    ])
      expect(invalidPart(pen.say(body)[0]!)).toBeNull()
    const register = read(pen)
    expect(register.unapplied).toEqual([])
    const traffic = trafficOn(register, DAY)!
    expect(traffic.whole).toMatchObject({ vehicles: 270, persons: 432, fever: 0, refused: 2 })
    expect(traffic.whole.leastOf).toEqual(['persons', 'fever', 'refused'])
    expect(traffic.posts.map(({ checkpoint, vehicles }) => [checkpoint, vehicles])).toEqual([
      ['K01', 260],
      ['K02', 10],
    ])
    expect(traffic.posts[0]!.in).toMatchObject({ vehicles: 170, persons: 420, fever: null, leastOf: [] })
    expect(traffic.posts[0]!.out).toMatchObject({ vehicles: 90, persons: null })
    expect(trafficOn(register, '2022-05-21')).toBeNull()
  })

  test('a file brings them again as a revision, not as more', () => {
    const pen = aLog()
    const row = { checkpoint: 'K01', day: DAY, direction: 'in', vehicles: 100, persons: 200 }
    pen.bring('passages', [row])
    pen.say(passed({ vehicles: 159 }))
    expect(trafficOn(read(pen), DAY)!.whole.vehicles).toBe(159)
  })

  test('corrected, withdrawn and undone', () => {
    const pen = aLog()
    const [said] = pen.say(passed())
    const row = read(pen).rowHistory.find(({ event }) => event === said!.id)!.row
    pen.say({ type: 'passages.corrected@1', row, set: { vehicles: 160 }, because: '复核' })
    expect(trafficOn(read(pen), DAY)!.whole.vehicles).toBe(160)
    pen.say({ type: 'passages.retracted@1', row, because: '误报' })
    expect(trafficOn(read(pen), DAY)).toBeNull()
    for (let n = 0; n < 3; n += 1) pen.say(...undoDrafts(pen.events, 'd1'))
    expect(read(pen).passages).toEqual([])
  })

  const facts = read(aLog())
  test.each<[Partial<PassageRecord>, string, string]>([
    [{ checkpoint: 'K09' }, 'checkpoint', 'no-such-post'],
    [{ checkpoint: 'G01' }, 'checkpoint', 'no-such-post'],
    [{ day: '昨天' }, 'day', 'no-time'],
    [{ day: '2022-05-22' }, 'day', 'implausible-time'],
    [{ vehicles: -1 }, 'vehicles', 'no-whole-number'],
    [{ persons: Number.NaN }, 'persons', 'no-whole-number'],
    [{ vehicles: null, persons: null }, 'vehicles', 'no-passage'],
  ])('what lacks something or cannot be is said at its field: %o', (over, field, code) => {
    const body = passed(over)
    expect(isHandSaid(body) && handFault(body, facts, NOW)).toEqual({ field, code })
  })

  test('what is whole has no fault, a zero neither', () => {
    const fault = (over: Partial<PassageRecord>) => {
      const body = passed(over)
      return isHandSaid(body) && handFault(body, facts, NOW)
    }
    expect(fault({})).toBeNull()
    expect(fault({ vehicles: 0, persons: 0 })).toBeNull()
  })
})
