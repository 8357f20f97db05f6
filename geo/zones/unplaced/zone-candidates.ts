import { BoxIndex } from '../../geometry/box-index'
import { boundsOf } from '../../geometry/rings/bounds'
import type { Bounds, Position } from '../../geometry/rings/shape'
import type { Hierarchy } from '../../places/hierarchy'
import type { MemberLineage } from './member-lineage'

/** What is known of the zones, by index. */
export interface KnownZones {
  readonly bounds: readonly (Bounds | null)[]
  readonly members: readonly ReadonlySet<string>[]
  readonly lineages: readonly MemberLineage[]
  /** a member is no known place, and nothing drawn stands in for it */
  readonly isVague: (at: number) => boolean
  /** its ground is known whole */
  readonly isDrawn: (at: number) => boolean
}

/**
 * To which zones a place or a position may lie other than outside: those of its line of places or around whose members
 * it is, those whose box meets its own, and those whose ground does not tell. To all others it lies outside.
 */
export class ZoneCandidates {
  readonly #boxes: BoxIndex
  readonly #byMember = new Map<string, number[]>()
  readonly #byAround = new Map<string, number[]>()
  readonly #groundless: readonly number[]
  #undrawn: readonly number[] | null = null

  constructor(
    private readonly hierarchy: Hierarchy,
    private readonly zones: KnownZones,
  ) {
    const { bounds, members, lineages, isVague } = zones
    this.#boxes = new BoxIndex(bounds)
    members.forEach((codes, at) => note(this.#byMember, codes, at))
    lineages.forEach(({ around }, at) => note(this.#byAround, around, at))
    this.#groundless = [...bounds.keys()].filter((at) => !bounds[at] || isVague(at))
  }

  ofPlace(code: string): Iterable<number> {
    const { hierarchy } = this
    const line = [code, ...hierarchy.ancestorsOf(code)]
    const named = line.flatMap((one) => this.#byMember.get(one) ?? [])
    if (!hierarchy.place(code)) return ascending(named)
    const drawn = line.map((one) => hierarchy.shapeOf(one) ?? []).find((shape) => shape.length > 0)
    if (!drawn) return this.zones.bounds.keys()
    const around = this.#byAround.get(code) ?? []
    return ascending([...named, ...around, ...this.#groundless, ...this.#boxes.near(boundsOf(drawn))])
  }

  ofPosition([x, y]: Position): Iterable<number> {
    const { bounds, isDrawn } = this.zones
    this.#undrawn ??= [...bounds.keys()].filter((at) => !isDrawn(at))
    return ascending([...this.#undrawn, ...this.#boxes.near([x, y, x, y])])
  }
}

function note(index: Map<string, number[]>, codes: Iterable<string>, at: number): void {
  for (const code of codes) {
    const own = index.get(code)
    if (own) own.push(at)
    else index.set(code, [at])
  }
}

const ascending = (zones: readonly number[]): number[] => [...new Set(zones)].sort((a, b) => a - b)
