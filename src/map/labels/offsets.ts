import type { LabelKind } from '../../layers/part'
import type { Point } from './box'
import type { ScreenLabel } from './screen'

const DIRECTIONS: readonly Point[] = Array.from({ length: 16 }, (_, i) => [
  Math.cos((i * Math.PI) / 8),
  Math.sin((i * Math.PI) / 8),
])

/** Room between the middle of a compound and its name where cases lie there, css px at k = 1. */
const BESIDE_CASES = [7, 12, 20, 32] as const

/** Offsets of the box's top left corner from the anchor, in the order in which they are tried. */
export function candidates(kind: LabelKind, [w, h]: Point, k: number): Point[] {
  const centre: Point = [-w / 2, -h / 2]
  if (kind === 'town' || kind === 'zoneGaps')
    return [
      centre,
      ...[0.5, 1, 1.5, 2, 2.5, 3, 4, 5].flatMap((ring) =>
        DIRECTIONS.map(([dx, dy]): Point => [centre[0] + dx * ring * 24 * k, centre[1] + dy * ring * 19 * k]),
      ),
    ]
  if (kind === 'village')
    return [[-w / 2, 5 * k], [-w / 2, -h - 4 * k], [6 * k, -h / 2], [-w - 6 * k, -h / 2], centre]
  if (kind === 'gap')
    return [
      centre,
      ...[-1.5, 1.5].map((step): Point => [-w / 2, -h / 2 + step * h]),
      [-w - 14 * k, -h / 2],
      [14 * k, -h / 2],
    ]
  if (kind === 'zoneCode') return [0, -1, 1, -2, 2].map((step): Point => [-w / 2, -h / 2 + step * h * 1.1])
  if (kind === 'compound')
    return [
      ...[centre, [-w / 2, -h * 1.1], [-w / 2, h * 0.1]],
      ...BESIDE_CASES.flatMap((gap): Point[] => [
        [-w / 2, gap * k],
        [-w / 2, -h - gap * k],
      ]),
    ] as Point[]
  return [centre]
}

/** A name beside a symbol: right, left, above, below. */
const besides = ([w, h]: Point, gap: number): Point[] => [
  [gap, -h / 2],
  [-w - gap, -h / 2],
  [-w / 2, -h - gap],
  [-w / 2, gap],
]

/** A number off the corners of its disc, where the sides are taken. */
const corners = ([w, h]: Point, gap: number): Point[] => [
  [gap, -h - gap],
  [gap, gap],
  [-w - gap, -h - gap],
  [-w - gap, gap],
]

/** Room between the rim of a disc and the number beside it, css px at k = 1. */
const RIM = 4

/** Where the boxes of a label may begin, seen from its anchor, in the order in which they are tried. */
export function offsetsOf({ request }: ScreenLabel, size: Point, k: number): Point[] {
  if (request.kind === 'count') {
    const gap = ((request.radius ?? 0) + RIM) * k
    return [...besides(size, gap), ...corners(size, gap * Math.SQRT1_2)]
  }
  const named = request.kind === 'gap' && request.lines[0]?.colour === 'flagInk'
  return named ? besides(size, 13 * k) : candidates(request.kind, size, k)
}
