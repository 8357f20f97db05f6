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

interface Address {
  readonly text: string
  readonly spansAt: (from: number) => readonly NamedSpan[]
}

const ROAD =
  /\p{Script=Han}{1,7}?(?:路|街|大道|大街|公路|胡同|巷|道)(?:\d+段)?\d+(?:-\d+)*(?:支?弄|号(?!楼))/uy
const LATIN_ROAD = /\p{Script=Latin}+(?: \p{Script=Latin}+)*\d+(?:-\d+)*[a-z]?(?!\p{L}|\d)/uy
const LANE_NUMBER = /\d+(?:-\d+)*(?:支?弄|号(?!楼))/uy
const POSTCODE = /\d{4,6}(?=\p{L})/uy
const LABEL = /(?:现|家庭|居住|常住)?(?:住址|地址|住)/uy
const OUTSIDE =
  /中国|(?:北京|上海|天津|重庆)市?|\p{Script=Han}{2,7}?(?:特别行政区|自治区|自治州|地区|省|市|盟)/uy
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
export function coversOf(text: string, spansAt: Address['spansAt']): Cover[] {
  if (text.length > LONGEST) return []
  const address = { text, spansAt }
  const covers: Cover[] = []
  const dead = new Set<string>()
  const walk = (at: number, so: Cover): boolean => {
    if (covers.length >= MOST) return true
    if (at === text.length) {
      if (so.places.length > 0) covers.push(so)
      return so.places.length > 0
    }
    const key = `${at} ${so.places.length > 0}`
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
  for (const span of spansAt(at)) take(span.to, { places: [...so.places, span] })
  const road = roadFrom(address, at)
  if (road !== null) {
    take(road, { hasRoad: true })
    take(endOf(LANE_NUMBER, text, road), { hasRoad: true })
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
    take(number, { numbers: read ? [...so.numbers, { ...read, place: so.places.at(-1)! }] : so.numbers })
  }
  return steps
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
