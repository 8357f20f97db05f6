import type { Facts, ListName, ListSource } from '../../facts'
import { STATED_UNTIL } from '../../facts/reports'
import { addDays, dayOf, type Instant, type Moment, readMoment, startOfDay } from '../../time/calendar'
import { isSeenMoment } from '../../time/seen'
import { earlierOf, latestOf } from '../moves/days'
import { readYesNo } from '../record/yes-no'
import { plausibleAt } from '../unplaced/times'
import { LOG_FILE, rowsOf } from './listed-rows'
import { townsNamed, townsOfRows } from './towns'

/** A ground for which a list speaks, and until when; null where nothing tells. */
export interface Part {
  readonly ground: 'district' | ReadonlySet<string>
  readonly until: Moment | null
}

/**
 * The grounds for which a list speaks, and until when each: as it is known now, so that a later row tells of an earlier
 * day; or only as far as it had come by the as-of.
 */
export function partsOf(
  facts: Facts,
  list: ListName,
  asOf: Instant,
  reach: 'asKnown' | 'byThen' = 'asKnown',
): Part[] {
  const own = facts.listSources?.filter((one) => one.list === list) ?? [districtWide(list)]
  const read = { files: filesOf(facts, list), asOf, reach }
  const stated = statedUntil(facts, list, asOf).filter(
    ({ until }) => reach === 'asKnown' || isSeenMoment(until, asOf),
  )
  const parts = own.map((source) => partOf(facts, source, read))
  return [...parts, ...stated.flatMap((one) => raised(one, parts))]
}

/** A list of which nothing tells for what it speaks. */
export const districtWide = (list: ListName): ListSource => ({
  ...{ list, file: null, ground: 'district', until: null, knownAt: null },
})

interface Read {
  readonly files: Files
  readonly asOf: Instant
  readonly reach: 'asKnown' | 'byThen'
}

function partOf(facts: Facts, source: ListSource, read: Read): Part {
  const { ground, until: said, knownAt, file, names = [] } = source
  const { files, asOf, reach } = read
  const until = said && (reach === 'asKnown' || isSeenMoment(said, asOf)) ? said : null
  const told = file === null ? broughtBy(files) : [files.get(file) ?? []].flat()
  const cap: Moment | null = knownAt === null ? null : { at: knownAt, isDay: false }
  const groundOfRows = (): Set<string> =>
    new Set([...told.flatMap(({ places }) => [...places]), ...townsNamed(facts, names)])
  const newest = until ?? (told.length > 0 ? newestOf(told, read) : cap)
  const newestRow = newest && (reach === 'asKnown' || isSeenMoment(newest, asOf)) ? newest : null
  return {
    ground: ground === 'district' ? ground : ground === 'rows' ? groundOfRows() : new Set(ground),
    until: newestRow && cap ? earlierOf(newestRow, cap) : newestRow,
  }
}

/** What the rows of one file tell, whatever the as-of. */
interface FileTold {
  readonly places: Set<string>
  /** times of what had happened when its row was learned, each once, the newest last */
  readonly learned: Moment[]
  /** times of rows of which nothing says when they were learned, each once, the newest last */
  readonly open: Moment[]
}

/** The newest that has happened, of what bears no time of learning by the as-of; null where nothing has. */
function newestOf(told: readonly FileTold[], { asOf, reach }: Read): Moment | null {
  const isSeen = (one: Moment): boolean => isSeenMoment(one, asOf)
  return latestOf(
    told.flatMap(({ learned, open }) => [
      (reach === 'asKnown' ? learned.at(-1) : learned.findLast(isSeen)) ?? null,
      open.findLast(isSeen) ?? null,
    ]),
  )
}

/** What a person entered is no list: that nobody entered more says nothing. */
const broughtBy = (files: Files): FileTold[] =>
  [...files].flatMap(([file, told]) => (file === LOG_FILE ? [] : [told]))

type Files = ReadonlyMap<string | null, FileTold>

const known = new WeakMap<Facts, Map<ListName, Files>>()

/** What the rows of each file tell, read once. */
function filesOf(facts: Facts, list: ListName): Files {
  let ofFacts = known.get(facts)
  if (!ofFacts) known.set(facts, (ofFacts = new Map()))
  let files = ofFacts.get(list)
  if (!files) ofFacts.set(list, (files = readFiles(facts, list)))
  return files
}

function readFiles(facts: Facts, list: ListName): Files {
  const isAsked = facts.listSources?.some((one) => one.list === list && one.ground === 'rows') ?? false
  const files = new Map<string | null, TimesOfFile>()
  const townsOf = isAsked ? townsOfRows(facts) : () => []
  for (const row of rowsOf(facts, list)) {
    let told = files.get(row.file)
    if (!told) files.set(row.file, (told = { places: new Set(), learned: new Map(), open: new Map() }))
    for (const town of townsOf(row)) told.places.add(town)
    for (const time of row.times)
      if (row.knownAt === null) takeLast(told.open, time)
      else if (isSeenMoment(time, row.knownAt)) takeFirst(told.learned, time)
  }
  const inOrder = (times: ReadonlyMap<number, Moment>): Moment[] =>
    [...times.values()].sort((a, b) => a.at - b.at)
  return new Map(
    Array.from(files, ([file, { places, learned, open }]) => [
      file,
      { places, learned: inOrder(learned), open: inOrder(open) },
    ]),
  )
}

/** Times of the rows of a file, each once. */
interface TimesOfFile extends Pick<FileTold, 'places'> {
  readonly learned: Map<number, Moment>
  readonly open: Map<number, Moment>
}

/** An instant and its day are two times. */
const keyOf = ({ at, isDay }: Moment): number => at * 2 + Number(isDay)

function takeFirst(times: Map<number, Moment>, time: Moment): void {
  const key = keyOf(time)
  if (!times.has(key)) times.set(key, time)
}

/** Of the same instant as a day and as a time the later row comes last. */
function takeLast(times: Map<number, Moment>, time: Moment): void {
  const key = keyOf(time)
  times.delete(key)
  times.set(key, time)
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
      (row) =>
        row.fact === `${STATED_UNTIL}${list}` &&
        readYesNo(row.value) !== false &&
        isSeenMoment(row.at, row.origin.knownAt ?? asOf),
    )
    .map(({ place, at, value }) => ({
      place,
      until: endOfStatedDay(timezone, saidUntil(timezone, at, value)),
    }))
  const { period } = plausibleAt(facts, asOf)
  const isPlausible = ofPack && !(period && ofPack.at > period.end)
  return isPlausible ? [{ place: null, until: endOfStatedDay(timezone, ofPack) }, ...stated] : stated
}

/** The newest time to which the list is stated to be complete, of those past at the as-of; null where nobody states one. */
export function newestStated(facts: Facts, list: ListName, asOf: Instant): Moment | null {
  const own = facts.listSources?.filter((one) => one.list === list) ?? []
  const stated = [...own, ...statedUntil(facts, list, asOf)].flatMap(({ until }) => until ?? [])
  return latestOf(stated.filter((one) => isSeenMoment(one, asOf)))
}

/** What is stated at an instant is complete no later than then, and no later than the time that is its value. */
function saidUntil(timezone: string, at: Moment, value: string): Moment {
  const said = readMoment(timezone, value)
  return said && said.at < at.at ? said : at
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
