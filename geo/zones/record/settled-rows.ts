import type { ZoneGround } from '../ground/ground'
import type { Holding } from '../ground/holding'
import type { Location } from '../unplaced/said'
import { answersAlike, type Finder, OF_ENDED_ZONE } from './row-finder'
import type { Whereabouts } from './whereabouts'

/** Why a row is unplaced that has its ground, which a zone or two leave open. */
const OPEN_BY_GROUND: ReadonlySet<Location['why']> = new Set(['partly-in-zone', 'zone-undrawn'] as const)

/** Row of which nobody can tell in which zone it is, or that a person has ruled out. */
export const UNPLACED = -3

/** The zone that each row of a list counts for, and what it holds beside it. */
export interface Settled {
  readonly counted: Int32Array
  readonly held: ReadonlyMap<number, readonly number[]>
  readonly likely: ReadonlySet<number>
  /** rows whose ground the zones they name tell, though the row itself leaves it open, and zones in which they may lie all the same */
  readonly told: ReadonlyMap<number, readonly number[]>
}

interface Settling {
  readonly locations: readonly Location[]
  readonly where: (row: number) => Whereabouts
  readonly finder: Finder
  readonly holding: Holding
  readonly ruledOut: ReadonlySet<number>
  readonly zones: readonly ZoneGround[]
}

const settled = new WeakMap<readonly Location[], { readonly finder: Finder; readonly answer: Settled }>()

/**
 * The zone each row counts for and the others that it holds. The locations are those of one list of rows among one list
 * of zones: asked again with a finder that answers alike, the same rows settle alike.
 */
export function settle(settling: Settling): Settled {
  const last = settled.get(settling.locations)
  if (last && answersAlike(last.finder, settling.finder)) return last.answer
  const answer = settleRows(settling)
  settled.set(settling.locations, { finder: settling.finder, answer })
  return answer
}

function settleRows({ locations, where, finder, holding, ruledOut, zones }: Settling): Settled {
  const counted = new Int32Array(locations.length)
  const held = new Map<number, readonly number[]>()
  const told = new Map<number, readonly number[]>()
  const likely = new Set<number>()
  locations.forEach((location, row) => {
    if (ruledOut.has(row)) {
      counted[row] = UNPLACED
      return
    }
    const whereabouts = where(row)
    const found = finder.find(whereabouts)
    const isNamed = whereabouts.zone !== null && (found >= 0 || found === OF_ENDED_ZONE)
    const isInForce = found >= 0 && zones[found]!.id === whereabouts.zone
    const spared = (grounds: readonly number[]) =>
      found === OF_ENDED_ZONE ? finder.besideEnded(whereabouts, grounds) : []
    if (isNamed && !isInForce && location.why !== null) told.set(row, spared(location.may))
    const isCertain = location.why === null || isNamed || location.in.includes(found)
    const isLikely = !isCertain && found >= 0 && OPEN_BY_GROUND.has(location.why)
    if (isLikely) likely.add(row)
    counted[row] = isCertain || isLikely ? found : UNPLACED
    const grounds = found === OF_ENDED_ZONE ? spared(location.in) : location.in
    const others = holding.beside(isCertain ? found : -1, grounds, whereabouts.at)
    if (others.length > 0) held.set(row, others)
  })
  return { counted, held, likely, told }
}
