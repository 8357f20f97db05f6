import type { Facts, ListName, ListSource } from '../../facts'
import { addDays, dayOf, type Instant, type Moment, readMoment, startOfDay } from '../../time/calendar'
import { isSeenMoment } from '../../time/seen'
import { earlierOf, latestOf } from '../days'
import { rowsOf, STATED_UNTIL } from './listed-rows'
import { townsNamed, townsOfRows } from './towns'

/** A ground for which a list speaks, and until when; null where nothing tells. */
export interface Part {
  readonly ground: 'district' | ReadonlySet<string>
  readonly until: Moment | null
}

/** The grounds for which a list speaks as seen at the instant, and until when each. */
export function partsOf(facts: Facts, list: ListName, asOf: Instant): Part[] {
  const own = facts.listSources?.filter((one) => one.list === list) ?? [districtWide(list)]
  const rows = filesOf(facts, list, asOf)
  const stated = statedUntil(facts, list, asOf)
  const parts = own.map((source) => partOf(facts, source, rows))
  return [...parts, ...stated.flatMap((one) => raised(one, parts))]
}

/** A list of which nothing tells for what it speaks. */
export const districtWide = (list: ListName): ListSource => ({
  ...{ list, file: null, ground: 'district', until: null, knownAt: null },
})

function partOf(facts: Facts, source: ListSource, files: ReadonlyMap<string | null, FileTold>): Part {
  const { ground, until, knownAt, file, names = [] } = source
  const told = file === null ? together([...files.values()]) : files.get(file)
  const cap: Moment | null = knownAt === null ? null : { at: knownAt, isDay: false }
  const groundOfRows = (): Set<string> => new Set([...(told?.places ?? []), ...townsNamed(facts, names)])
  const newestRow = until ?? (told ? told.newest : cap)
  return {
    ground: ground === 'district' ? ground : ground === 'rows' ? groundOfRows() : new Set(ground),
    until: newestRow && cap ? earlierOf(newestRow, cap) : newestRow,
  }
}

interface FileTold {
  readonly places: Set<string>
  newest: Moment | null
}

function together(all: readonly FileTold[]): FileTold | undefined {
  if (all.length === 0) return undefined
  return {
    places: new Set(all.flatMap(({ places }) => [...places])),
    newest: all.reduce<Moment | null>((late, one) => latestOf([late, one.newest]), null),
  }
}

/** What the rows of each file tell: the towns in which they lie, and the newest of them that has happened. */
function filesOf(facts: Facts, list: ListName, asOf: Instant): ReadonlyMap<string | null, FileTold> {
  const isAsked = facts.listSources?.some((one) => one.list === list && one.ground === 'rows') ?? false
  const files = new Map<string | null, FileTold>()
  const townsOf = isAsked ? townsOfRows(facts) : () => []
  for (const row of rowsOf(facts, list)) {
    let told = files.get(row.file)
    if (!told) files.set(row.file, (told = { places: new Set(), newest: null }))
    for (const town of townsOf(row)) told.places.add(town)
    for (const time of row.times)
      if (isSeenMoment(time, row.knownAt ?? asOf)) told.newest = latestOf([told.newest, time])
  }
  return files
}

interface StatedUntil {
  readonly place: string | null
  readonly until: Moment
}

/** Times to which the list is stated to be complete: by the description of the pack, or by facts `asOf.<list>`. */
function statedUntil(facts: Facts, list: ListName, asOf: Instant): StatedUntil[] {
  const { timezone, until: described } = facts.pack
  const ofPack = described?.[list] === undefined ? null : readMoment(timezone, described[list])
  const stated = facts.statedFacts
    .filter(
      (row) => row.fact === `${STATED_UNTIL}${list}` && isSeenMoment(row.at, row.origin.knownAt ?? asOf),
    )
    .map(({ place, at }) => ({ place, until: endOfStatedDay(timezone, at) }))
  return ofPack ? [{ place: null, until: endOfStatedDay(timezone, ofPack) }, ...stated] : stated
}

/** A day to which a list is complete is over when it ends. */
export function endOfStatedDay(timezone: string, moment: Moment): Moment {
  if (!moment.isDay) return moment
  return { at: startOfDay(timezone, addDays(dayOf(timezone, moment.at), 1)), isDay: false }
}

/** A stated time holds for the ground it names; where it names none, for all that the list speaks for. */
function raised({ place, until }: StatedUntil, parts: readonly Part[]): Part[] {
  if (place !== null) return [{ ground: new Set([place]), until }]
  return parts.map(({ ground }) => ({ ground, until }))
}
