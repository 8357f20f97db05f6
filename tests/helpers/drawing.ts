import { type Facts, type Position, readMoment, type Survey } from '#geo'
import { type Draft, EMPTY_DRAFT, type Tool } from '../../src/map/drawing/draft'
import type { Input } from '../../src/map/drawing/input'
import { step } from '../../src/map/drawing/step'
import { DistrictAround } from '../../src/map/drawing/surroundings'
import { aFacts, aPlace, box, SHANGHAI } from './facts'

/** Four compounds of 0.002° in a square, two to a village, in one town. */
export const SQUARES: Facts = aFacts({
  places: [
    aPlace({ code: '1', kind: 'district', shape: box(120, 31, 120.02, 31.02) }),
    aPlace({ code: '11', kind: 'town', parent: '1', shape: box(120, 31, 120.02, 31.02) }),
    aPlace({ code: '111', kind: 'village', parent: '11', shape: box(120, 31, 120.002, 31.004) }),
    aPlace({ code: '112', kind: 'village', parent: '11', shape: box(120.002, 31, 120.004, 31.004) }),
    aPlace({ code: '1111', name: '甲', parent: '111', people: 10, shape: box(120, 31, 120.002, 31.002) }),
    aPlace({ code: '1112', name: '乙', parent: '111', people: 20, shape: box(120, 31.002, 120.002, 31.004) }),
    aPlace({ code: '1121', name: '丙', parent: '112', people: 30, shape: box(120.002, 31, 120.004, 31.002) }),
    aPlace({
      code: '1122',
      name: '丁',
      parent: '112',
      people: 40,
      shape: box(120.002, 31.002, 120.004, 31.004),
    }),
  ],
})

const asOf = readMoment(SHANGHAI, '2022-05-27T14:00')!.at

export const squares = (facts: Facts = SQUARES): DistrictAround =>
  new DistrictAround({
    facts,
    survey: { zones: [], caseDots: { lonLat: new Float64Array() } } as unknown as Survey,
    asOf,
    except: null,
  })

/** css px a metre in these tests: a click reaches 10 m. */
const PER_METRE = 1

/** A hand on a small map: what it does, one after the other. */
export class Drawer {
  draft: Draft
  constructor(
    readonly around: DistrictAround = squares(),
    over: Partial<Draft> = {},
  ) {
    this.draft = { ...EMPTY_DRAFT, ...over }
  }
  send(input: Input): this {
    this.draft = step(this.draft, input, this.around)
    return this
  }
  take(tool: Tool, zone: string | null = null): this {
    return this.send({ kind: 'tool', tool, zone })
  }
  hand(phase: 'down' | 'move' | 'up', at: Position, keys: { shift?: boolean; alt?: boolean } = {}): this {
    const point = [at[0] * 95_000, at[1] * 110_000] as const
    const { shift = false, alt = false } = keys
    return this.send({
      kind: 'hand',
      hand: { phase, at, point, perMetre: PER_METRE, shift, alt, pressed: phase !== 'up' },
    })
  }
  click(at: Position, keys: { shift?: boolean; alt?: boolean } = {}): this {
    return this.hand('move', at, keys).hand('down', at, keys).hand('up', at, keys)
  }
  key(key: string, shift = false): this {
    return this.send({ kind: 'key', key, shift, centre: [120.01, 31.01] })
  }
  type(text: string): this {
    for (const letter of text) this.key(letter)
    return this
  }
  get ring(): Position[] {
    const ground = this.draft.work.ground
    if (ground?.kind !== 'drawn') return []
    const flat = ground.shape[0]![0]!
    return Array.from({ length: flat.length / 2 - 1 }, (_, i) => [flat[2 * i]!, flat[2 * i + 1]!])
  }
  get codes(): readonly string[] {
    const ground = this.draft.work.ground
    return ground?.kind === 'members' ? ground.codes : []
  }
}
