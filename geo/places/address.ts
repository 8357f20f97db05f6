import { NUMBER_AT, type NumberRead, numberRead } from './numbered'

/** Where a text names places. */
export interface NamedSpan {
  readonly from: number
  readonly to: number
  readonly codes: readonly string[]
  /** `stem`: all but the word for its kind */
  readonly by: 'name' | 'alias' | 'stem'
}

/** A number, and behind which of the places that are named it stands. */
export interface NumberBehind extends NumberRead {
  readonly place: NamedSpan
}

/** One way to account for every letter of an address. */
export interface Cover {
  readonly places: readonly NamedSpan[]
  readonly numbers: readonly NumberBehind[]
  readonly hasRoad: boolean
  /** what lies around the district is named */
  readonly hasOutside: boolean
}

/** An address as `spacedName` gives it, and what is known of what it names. */
export interface Address {
  readonly text: string
  readonly spansAt: (from: number) => readonly NamedSpan[]
  /** a district, town or village */
  readonly isWide: (code: string) => boolean
  /** whether the list has this number in one of the places */
  readonly isListed: (codes: readonly string[], number: NumberRead) => boolean
  /** where numbers stand that were written in Han figures */
  readonly hanFigures: ReadonlySet<number>
}

const ROAD =
  /\p{Script=Han}{1,7}?(?:路|街|大道|大街|公路|胡同|巷|道)(?:\d+段)?\d+(?:-\d+)*(?:支?弄|号(?!楼))/uy
const LATIN_ROAD = /\p{Script=Latin}+(?: \p{Script=Latin}+)*\d+(?:-\d+)*[a-z]?(?!\p{L}|\d)/uy
const LANE_NUMBER = /\d+(?:-\d+)*(?:支?弄|号(?!楼))/uy
const POSTCODE = /\d{4,6}(?=\p{L})/uy
const LABEL = /(?:现|家庭|居住|常住)?(?:住址|地址|住)/uy
const OUTSIDE =
  /中国|(?:北京|上海|天津|重庆)市?|\p{Script=Han}{2,7}?(?:特别行政区|自治区|自治州|地区|省|市|盟)/uy
const SIDE = /^[东西南北中左右]/u
const FILLING = / |(?:内|的|业主|住户|居民|租户)(?!\p{L})/uy

/** Longer than any address: not looked at. */
const LONGEST = 200
/** Ways looked at; an address has one or two. */
const MOST = 64

const endOf = (pattern: RegExp, text: string, from: number): number | null => {
  pattern.lastIndex = from
  const found = pattern.exec(text)
  return found && found[0].length > 0 ? from + found[0].length : null
}

/**
 * The ways in which places, the road with its number, what lies around the district and numbers inside a place account
 * for every letter of a text; none where a letter is left over.
 */
export function coversOf(address: Address): Cover[] {
  const { text } = address
  if (text.length > LONGEST) return []
  const covers: Cover[] = []
  const dead = new Set<string>()
  const walk = (at: number, so: Cover): boolean => {
    if (covers.length >= MOST) return true
    if (at === text.length) {
      if (so.places.length > 0) covers.push(so)
      return so.places.length > 0
    }
    const key = `${at} ${so.places.length > 0} ${placesOnRoad(address, so) !== null} ${isAtName(so)}`
    if (dead.has(key)) return false
    const reached = stepsFrom(address, at, so).map(([to, next]) => walk(to, next))
    if (reached.includes(true)) return true
    dead.add(key)
    return false
  }
  walk(0, { places: [], numbers: [], hasRoad: false, hasOutside: false })
  return covers
}

function stepsFrom(address: Address, at: number, so: Cover): [to: number, next: Cover][] {
  const { text, spansAt } = address
  const steps: [number, Cover][] = []
  const take = (to: number | null, next: Partial<Cover> = {}): void => {
    if (to !== null) steps.push([to, { ...so, ...next }])
  }
  if (!isWithinNumber(text, at))
    for (const span of spansAt(at)) take(span.to, { places: [...so.places, span] })
  const places = placesOnRoad(address, so)
  const road = places && roadFrom(address, at)
  if (places && road !== null) {
    take(road, { places, hasRoad: true })
    take(endOf(LANE_NUMBER, text, road), { places, hasRoad: true })
  }
  take(endOf(FILLING, text, at))
  if (so.places.length === 0) {
    const outside = endOf(OUTSIDE, text, at)
    if (outside !== null && !namesIn(address, at, outside)) take(outside, { hasOutside: true })
    if (at === 0) for (const pattern of [LABEL, POSTCODE]) take(endOf(pattern, text, at))
    return steps
  }
  const number = endOf(NUMBER_AT, text, at)
  if (number !== null) {
    const read = numberRead(text.slice(at, number))
    const place = so.places.at(-1)!
    if (!read) take(number)
    else if (!isAtName(so) || !isCutName(address, at, read, place))
      take(number, { numbers: [...so.numbers, { ...read, place }] })
  }
  return steps
}

/** Whether a name that begins with a number may be the rest of one: 1号院 of 11 1号院. */
const isWithinNumber = (text: string, at: number): boolean =>
  /^\d/.test(text.slice(at)) && /\d[ -]*$/.test(text.slice(0, at))

/** Whether no number stands behind the last place yet. */
const isAtName = ({ places, numbers }: Cover): boolean => numbers.at(-1)?.place !== places.at(-1)

/** What is named where a road may follow: only what lies around one; null behind a compound. */
function placesOnRoad({ isWide }: Address, { places }: Cover): NamedSpan[] | null {
  const around = places.map((place) => ({ ...place, codes: place.codes.filter(isWide) }))
  return around.every(({ codes }) => codes.length > 0) ? around : null
}

/**
 * Whether what looks like a number behind the name of a compound may be the rest of a longer name: a Han figure or a
 * letter without a word (一 of 一期, A of A区), or a side before a number that the list does not have (北 of 北苑).
 */
function isCutName(address: Address, at: number, read: NumberRead, { codes }: NamedSpan): boolean {
  if (codes.every(address.isWide)) return false
  const isSide = SIDE.test(read.number)
  const isBare =
    read.word === '' && (/^\D+$/u.test(read.number) || address.hanFigures.has(isSide ? at + 1 : at))
  return isBare || (isSide && !address.isListed(codes, read))
}

/** A road is one only where no place is named inside, but for one that the road is called by. */
function roadFrom(address: Address, at: number): number | null {
  const { text } = address
  const to =
    endOf(ROAD, text, at) ??
    (/\p{Script=Latin}/u.test(text[at - 1] ?? '') ? null : endOf(LATIN_ROAD, text, at))
  return to !== null && !namesIn(address, at, to) ? to : null
}

function namesIn({ text, spansAt }: Address, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    for (const span of spansAt(at))
      if (
        span.by === 'name' &&
        span.to <= to &&
        !/^(?:路|街(?!道)|大道|大街|公路|巷)/u.test(text.slice(span.to))
      )
        return true
  return false
}
