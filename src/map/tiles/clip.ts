import { Outline } from './outline'
import type { Square } from './world'

/** Whether everything of it lies in the square with its margin. */
export function isWithin({ xy, count }: Outline, { extent, margin }: Square): boolean {
  const [least, most] = [-margin, extent + margin]
  for (let i = 0; i < 2 * count; i++) if (xy[i]! < least || xy[i]! > most) return false
  return true
}

const spare = new Outline()

/** The part of a ring on one side of an upright (axis 0) or level (axis 1) line. */
function cutRing(ring: Outline, into: Outline, axis: 0 | 1, bound: number, isBelow: boolean): void {
  into.clear()
  const { xy, count } = ring
  for (let i = 0, j = count - 1; i < count; j = i++) {
    const [a, b] = [xy[2 * j + axis]!, xy[2 * i + axis]!]
    const [wasIn, isIn] = isBelow ? [a <= bound, b <= bound] : [a >= bound, b >= bound]
    if (wasIn !== isIn) {
      const share = (bound - a) / (b - a)
      const other = 1 - axis
      const at = Math.round(xy[2 * j + other]! + share * (xy[2 * i + other]! - xy[2 * j + other]!))
      if (axis === 0) into.push(bound, at)
      else into.push(at, bound)
    }
    if (isIn) into.push(xy[2 * i]!, xy[2 * i + 1]!)
  }
}

/** Cuts a ring to the square with its margin, side by side. */
export function clipRing(ring: Outline, square: Square): void {
  if (isWithin(ring, square)) return
  const [least, most] = [-square.margin, square.extent + square.margin]
  cutRing(ring, spare, 0, least, false)
  cutRing(spare, ring, 0, most, true)
  cutRing(ring, spare, 1, least, false)
  cutRing(spare, ring, 1, most, true)
}

/** Shares of a segment at which it comes into the square with its margin and leaves it; null where it never does. */
function within(
  [ax, ay, bx, by]: readonly [number, number, number, number],
  { extent, margin }: Square,
): readonly [number, number] | null {
  let [from, to] = [0, 1]
  for (const [a, b] of [
    [ax, bx],
    [ay, by],
  ] as const) {
    const way = b - a
    if (way === 0) {
      if (a < -margin || a > extent + margin) return null
      continue
    }
    const [one, other] = [(-margin - a) / way, (extent + margin - a) / way]
    from = Math.max(from, Math.min(one, other))
    to = Math.min(to, Math.max(one, other))
  }
  return from <= to ? [from, to] : null
}

/** Tells each piece of a line that lies in the square with its margin. */
export function clipLine(line: Outline, square: Square, tell: (piece: Outline) => void): void {
  if (isWithin(line, square)) {
    tell(line)
    return
  }
  const piece = new Outline()
  const end = (): void => {
    if (piece.count > 1) tell(piece)
    piece.clear()
  }
  const { xy, count } = line
  for (let i = 0; i + 1 < count; i++) {
    const segment = [xy[2 * i]!, xy[2 * i + 1]!, xy[2 * i + 2]!, xy[2 * i + 3]!] as const
    const shares = within(segment, square)
    if (!shares) {
      end()
      continue
    }
    const [ax, ay, bx, by] = segment
    const put = (share: number): void =>
      piece.push(Math.round(ax + share * (bx - ax)), Math.round(ay + share * (by - ay)))
    if (piece.count === 0) put(shares[0])
    put(shares[1])
    if (shares[1] < 1) end()
  }
  end()
}
