import { BoxIndex } from '../geometry/box-index'
import { boundsOf } from '../geometry/rings/bounds'
import type { Shape } from '../geometry/rings/shape'
import type { ZoneCover } from './zone-cover'

/** What takes residents: of its members, and of what lies on its ground. */
export interface Taker {
  readonly members: ReadonlySet<string>
  readonly cover: ZoneCover | null
}

/** Finds who may take of a place, in the order in which they take; all others have nothing of it. */
export class NearTakers<One extends Taker> {
  private readonly byMember = new Map<string, number[]>()
  private readonly boxes: BoxIndex

  constructor(private readonly takers: readonly One[]) {
    takers.forEach(({ members }, at) => {
      for (const code of members) {
        const own = this.byMember.get(code)
        if (own) own.push(at)
        else this.byMember.set(code, [at])
      }
    })
    this.boxes = new BoxIndex(takers.map(({ cover }) => cover?.bounds ?? null))
  }

  /** `line`: the place and what lies around it; its ground, or a wider one that holds it, is asked for where any takes by ground. */
  of(line: readonly string[], groundOf: (() => Shape | null) | null): One[] {
    const found = new Set(line.flatMap((code) => this.byMember.get(code) ?? []))
    const ground = groundOf && this.takers.some(({ cover }) => cover) ? groundOf() : null
    for (const at of this.boxes.near(ground && boundsOf(ground))) found.add(at)
    return [...found].sort((a, b) => a - b).map((at) => this.takers[at]!)
  }
}
