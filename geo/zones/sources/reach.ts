import type { Facts, ListName } from '../../facts'
import { hierarchyOf } from '../../places/hierarchy'
import type { Instant, Moment } from '../../time/calendar'
import type { ZoneGround } from '../ground/ground'
import { type Heard, joined, type ListSpeech, speechOf } from './list-speech'
import { sharedM2, TOUCH_M2, townOf, townsOf } from './towns'

/** How far a list reaches on the ground of one zone. */
export interface Reach {
  readonly list: ReachedList
  /** names of the places of the zone for which the list does not speak; empty where it speaks for all of it */
  readonly missing: readonly string[]
  /** until when it speaks there; null where nothing tells */
  readonly until: Moment | null
}

/** Lists whose silence a condition may take for *none*. */
export type ReachedList = Extract<ListName, 'cases' | 'contacts' | 'facts'>

const REACHED: readonly ReachedList[] = ['cases', 'contacts', 'facts']

/** By zone, how far each stated list reaches as seen at the as-of. */
export function reachesOf(facts: Facts, zones: readonly ZoneGround[], asOf: Instant): Reach[][] {
  const lists = REACHED.flatMap((list) => {
    const speech = speechOf(facts, list, asOf)
    return speech ? [{ list, speech }] : []
  })
  return zones.map((zone) =>
    lists.map(({ list, speech }): Reach => {
      const { missing, until } = heardOn(facts, zone, speech)
      const hierarchy = hierarchyOf(facts.places)
      return { list, until, missing: missing.map((code) => hierarchy.place(code)?.name ?? code) }
    }),
  )
}

/** Share of a zone's ground that may be lost to rounding. */
const ALL = 1 - 1e-6

/** What a list says of a zone: of its members, else of the places under its ground. */
function heardOn(facts: Facts, zone: ZoneGround, speech: ListSpeech): Heard {
  if (speech.isWhole && speech.isEven) return { missing: [], until: speech.whole.until }
  const hierarchy = hierarchyOf(facts.places)
  const known = zone.members.filter((code) => hierarchy.place(code))
  if (known.length > 0 && known.length === zone.members.length)
    return namedByTown(facts, joined(known.map((code) => speech.of(code))))
  const parts = townsOf(hierarchy)
    .map((code) => ({ code, shared: sharedM2(zone.outline, hierarchy.shapeOf(code)) }))
    .filter(({ shared }) => shared > TOUCH_M2)
  const heard = joined(parts.map(({ code }) => speech.of(code)))
  const covered = parts.reduce((sum, { shared }) => sum + shared, 0)
  const isTold = parts.length > 0 && covered >= ALL * zone.areaM2
  if (isTold || (speech.isWhole && parts.length > 0)) return heard
  if (speech.isWhole) return { missing: [], until: speech.whole.until }
  return { ...heard, missing: [...heard.missing, zone.stay.name] }
}

/** A place for which the list does not speak, as the town in which it lies. */
function namedByTown(facts: Facts, heard: Heard): Heard {
  const hierarchy = hierarchyOf(facts.places)
  const towns = heard.missing.map((code) => townOf(hierarchy, code) ?? code)
  return { ...heard, missing: [...new Set(towns)].sort() }
}
