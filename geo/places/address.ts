import type { Address, Cover, NamedSpan } from './cover'
import { isBeforeName, isCutName } from './cut-names'
import { NUMBER_AT, type NumberRead, numberRead } from './numbered'

const ROAD =
  /\p{Script=Han}{1,7}?(?:路|街|大道|大街|公路|胡同|巷|(?<!街)道)(?:\d+段)?\d+(?:-\d+)*(?:支?弄|号(?!楼))/uy
const LATIN_ROAD = /\p{Script=Latin}+(?: \p{Script=Latin}+)*\d+(?:-\d+)*[a-z]?(?!\p{L}|\d)/uy
const LANE_NUMBER = /(?<=弄)\d+(?:-\d+)*(?:支?弄|号(?!楼))/uy
const POSTCODE = /\d{4,6}(?=\p{Script=Latin})|\d{5,6}(?=\p{L})/uy
const LABEL = /(?:现|家庭|居住|常住)?(?:住址|地址|住)/uy
const OUTSIDE =
  /中国|(?:北京|上海|天津|重庆)市?|\p{Script=Han}{2,7}?(?:特别行政区|自治区|自治州|地区|省|市|盟)/uy
const GATE = /[东西南北大正侧前后]门(?=[a-z\d])/uy
const NUMBERED_NAME = /[a-z]?\d+(?:-\d+)*(号楼|号)(院?)$/u
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
    const key = `${at} ${so.places.length > 0} ${placesOnRoad(address, so) !== null} ${isAtName(so)} ${so.isNumberOpen}`
    if (dead.has(key)) return false
    const reached = stepsFrom(address, at, so).map(([to, next]) => walk(to, next))
    if (reached.includes(true)) return true
    dead.add(key)
    return false
  }
  walk(0, { places: [], numbers: [], hasRoad: false, hasOutside: false, isNumberOpen: false })
  return covers
}

function stepsFrom(address: Address, at: number, so: Cover): [to: number, next: Cover][] {
  const { text, spansAt } = address
  const steps: [number, Cover][] = []
  const take = (to: number | null, next: Partial<Cover> = {}): void => {
    if (to !== null) steps.push([to, { ...so, isNumberOpen: false, ...next }])
  }
  const gate = gateFrom(address, at, so)
  take(gate)
  if (!so.isNumberOpen && !isWithinNumber(text, at))
    for (const span of spansAt(at))
      if (span.by === 'name' || span.to !== gate) take(span.to, { places: [...so.places, span] })
  const places = placesOnRoad(address, so)
  const road = places && roadFrom(address, at)
  if (places && road !== null) {
    take(road, { places, hasRoad: true })
    take(endOf(LANE_NUMBER, text, road), { places, hasRoad: true })
  }
  take(endOf(FILLING, text, at), { isNumberOpen: so.isNumberOpen })
  if (so.places.length === 0) {
    const outside = endOf(OUTSIDE, text, at)
    if (outside !== null && !namesIn(address, at, outside)) take(outside, { hasOutside: true })
    if (at === 0) {
      take(endOf(LABEL, text, at))
      take(postcodeFrom(address))
    }
    return steps
  }
  const number = numberFrom(address, at, so)
  if (number !== null) take(...number)
  return steps
}

/** A gate of the compound before its building: 北门 of 锦绣苑北门2号楼; none where a name goes on so (锦绣苑北区). */
function gateFrom(address: Address, at: number, so: Cover): number | null {
  const place = so.places.at(-1)
  if (!place || !isAtName(so) || place.codes.every(address.isWide)) return null
  return address.isBegun(address.text.slice(place.from, at + 1)) ? null : endOf(GATE, address.text, at)
}

function numberFrom(address: Address, at: number, so: Cover): [to: number, next: Partial<Cover>] | null {
  const to = endOf(NUMBER_AT, address.text, at)
  if (to === null) return null
  const place = so.places.at(-1)!
  const read = numberRead(address.text.slice(at, to))
  const behind = { place, at, to, read, isAtName: isAtName(so) }
  const isNumberOpen = !isBeforeName(address, behind)
  if (!read) return [to, { isNumberOpen }]
  if (isCutName(address, { ...behind, read })) return null
  const others = othersOf(address, so, read)
  if (others?.length === 0 && !address.isListed(place.codes, read)) return null
  return [to, { numbers: [...so.numbers, { ...read, place, others: others ?? [] }], isNumberOpen }]
}

/**
 * Places that have the number in the place of that with which the name before it ends: 18号 behind 建设路8号 is 建设路18号,
 * or inside. Null where it can only lead inwards.
 */
function othersOf(address: Address, { places, numbers }: Cover, read: NumberRead): readonly string[] | null {
  const place = places.at(-1)!
  const name = address.text.slice(place.from, place.to)
  const end = NUMBERED_NAME.exec(name)
  const isAgain =
    end?.[1] === read.word && numbers.every((one) => one.place !== place || one.word === read.word)
  if (!end || !isAgain) return null
  const others = address.named(`${name.slice(0, end.index)}${read.number}${end[1]}${end[2]}`)
  return others.length > 0 || end[2] === '' ? others : null
}

/** A postcode stands before the town or what lies around it; before a compound a number may belong to its name. */
function postcodeFrom({ text, spansAt, isWide }: Address): number | null {
  const to = endOf(POSTCODE, text, 0)
  if (to === null) return null
  const isBeforeWide = spansAt(to).some(({ codes }) => codes.some(isWide))
  return isBeforeWide || endOf(OUTSIDE, text, to) !== null ? to : null
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
