import { gcj02FromBd09 } from '../crs/bd09'
import { type Frame, gcj02 } from '../crs/frame'
import { fromGcj02 } from '../crs/gcj02'
import type { Bounds, Position } from '../geometry/rings/shape'

/** Frame of pasted coordinates. */
export type LookupFrame = Frame | 'bd09'

/** Coordinates of a line. `swapped`: they came as latitude, longitude. `unsure`: nothing told which is which. */
export interface LineCoordinates {
  readonly position: Position
  readonly swapped: boolean
  readonly unsure: boolean
  /** 0, 0: a place that nobody filled in */
  readonly isZero: boolean
}

const LETTER = '([NSEWnsew东西南北]?)'
const NUMBER = String.raw`${LETTER}\s*([+-]?\d{1,3}(?:\.\d+)?)\s*°?\s*${LETTER}`
const PAIR = new RegExp(String.raw`^[\s(（\[]*${NUMBER}\s*[,，;；、\s]\s*${NUMBER}[\s)）\]]*$`)
const AXIS: Readonly<Record<string, 'lon' | 'lat'>> = {
  ...{ n: 'lat', s: 'lat', 北: 'lat', 南: 'lat' },
  ...{ e: 'lon', w: 'lon', 东: 'lon', 西: 'lon' },
}

const within = ([x, y]: Position, [west, south, east, north]: Bounds): boolean =>
  west <= x && x <= east && south <= y && y <= north

/** Whether a number with its letter lies south or west. */
const signed = (value: string, letter: string): number =>
  Number(value) * ('swSW南西'.includes(letter) && letter !== '' ? -1 : 1)

/**
 * Two numbers as a position (degrees WGS-84); null where the line is none. Which is the longitude is told by a letter,
 * by its size (above 90), or by where the district lies; else longitude comes first, and that is said.
 */
export function coordinatesOf(
  text: string,
  { frame = 'wgs84', around }: { frame?: LookupFrame; around: Bounds | null },
): LineCoordinates | null {
  const found = PAIR.exec(text.trim())
  if (!found) return null
  const [, before, a, after, beforeNext, b, afterNext] = found.map((part) => part ?? '')
  const letters = [`${before}${after}`.toLowerCase(), `${beforeNext}${afterNext}`.toLowerCase()] as const
  if (letters.some(({ length }) => length > 1)) return null
  const [one, other] = [signed(a!, letters[0]), signed(b!, letters[1])]
  const order = orderOf({ one, other, letters, around })
  if (!order) return null
  const [lon, lat] = order.swapped ? [other, one] : [one, other]
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90) return null
  return { position: toWgs84([lon, lat], frame), ...order, isZero: lon === 0 && lat === 0 }
}

interface Numbers {
  readonly one: number
  readonly other: number
  readonly letters: readonly [string, string]
  readonly around: Bounds | null
}

function orderOf({ one, other, letters, around }: Numbers): { swapped: boolean; unsure: boolean } | null {
  const [first, second] = [AXIS[letters[0]], AXIS[letters[1]]]
  if (first && first === second) return null
  if (first || second) return { swapped: first === 'lat' || second === 'lon', unsure: false }
  if (Math.abs(one) > 90 && Math.abs(other) > 90) return null
  if (Math.abs(one) > 90) return { swapped: false, unsure: false }
  if (Math.abs(other) > 90) return { swapped: true, unsure: false }
  const [straight, turned] = [around && within([one, other], around), around && within([other, one], around)]
  if (straight !== turned) return { swapped: turned === true, unsure: false }
  return { swapped: false, unsure: true }
}

function toWgs84([lon, lat]: Position, frame: LookupFrame): Position {
  if (frame === 'wgs84') return [lon, lat]
  const shifted = frame === 'gcj02' ? gcj02(lon, lat) : gcj02FromBd09([lon, lat])
  return fromGcj02(shifted)
}
