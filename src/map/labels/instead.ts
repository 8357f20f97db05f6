import type { LabelLine, LabelRequest } from '../../layers/part'
import type { Point } from './box'
import type { PlacedLabel, Scene, ScreenLabel } from './screen'

/** css px² at k = 1 of the frame that a callout wants for itself and the ground it speaks of */
const ROOM = 24_000
const [FEWEST, MOST] = [8, 40]

/** As many callouts as can be read in the frame. */
export function mostCallouts({ frame, k }: Pick<Scene, 'frame' | 'k'>): number {
  const area = ((frame[2] - frame[0]) * (frame[3] - frame[1])) / (k * k)
  return Math.max(FEWEST, Math.min(MOST, Math.floor(area / ROOM)))
}

type ChipTail = Pick<LabelLine, 'note' | 'gaps'>

/** What a callout says after the name of its zone, for the chip that stands in its place. */
function tailOf({ lines: [first] }: LabelRequest): ChipTail {
  return {
    ...(first?.note === undefined ? {} : { note: first.note }),
    ...(first?.gaps === undefined ? {} : { gaps: first.gaps }),
  }
}

const chip = (request: LabelRequest, text: string, tail: ChipTail = {}): LabelRequest => ({
  ...(request.ground ? { ground: request.ground } : {}),
  id: request.id,
  kind: 'zoneCode',
  positions: request.positions,
  lines: [{ text, size: 12.5, weight: 700, colour: 'ink', ...tail }],
  ...(request.bar ? { bar: request.bar } : {}),
  rank: request.rank,
})

/** From so many codes on, those near each other share one chip. */
const CROWDED = 12
/** How near that is, css px at k = 1. */
const CELL = 96
/** Room kept in a shared chip for the zones that are added to it. */
const RESERVE = ' +999'

/** A chip that speaks for several zones stands at the first of them, and has no ground of its own. */
function shared({ request, points }: ScreenLabel): ScreenLabel {
  const { ground: _own, ...own } = chip(request, `${request.code}${RESERVE}`)
  return { request: own, points }
}

/**
 * The codes of zones in place of their callouts. Where there are many, one chip a cell bears the first code and how
 * many more; what has no room is added to the nearest chip that has. `settle` finds the room.
 */
export function codesInstead(
  labels: readonly ScreenLabel[],
  k: number,
  settle: (labels: readonly ScreenLabel[]) => readonly PlacedLabel[],
): readonly PlacedLabel[] {
  const coded = labels.filter(({ request }) => request.code !== undefined)
  if (coded.length <= CROWDED)
    return settle(
      coded.map((label) => ({
        ...label,
        request: chip(label.request, label.request.code!, tailOf(label.request)),
      })),
    )
  const cells = cellsOf(coded, CELL * k)
  const spots = settle(cells.map(([first]) => shared(first!)))
  const counts = new Map(spots.map((spot) => [spot, -1]))
  for (const cell of cells) {
    const own = spots.find(({ request }) => request.id === cell[0]!.request.id)
    const nearest = own ?? nearestOf(spots, cell[0]!.points[0]!)
    if (nearest) counts.set(nearest, counts.get(nearest)! + cell.length)
  }
  return [...counts].map(([spot, more]) => {
    const code = spot.request.lines[0]!.text.slice(0, -RESERVE.length)
    return { ...spot, request: chip(spot.request, more > 0 ? `${code} +${more}` : code) }
  })
}

function cellsOf(labels: readonly ScreenLabel[], side: number): ScreenLabel[][] {
  const cells = new Map<string, ScreenLabel[]>()
  for (const label of labels) {
    const [x, y] = label.points[0]!
    const key = `${Math.floor(x / side)} ${Math.floor(y / side)}`
    const cell = cells.get(key)
    if (cell) cell.push(label)
    else cells.set(key, [label])
  }
  return [...cells.values()]
}

function nearestOf(spots: readonly PlacedLabel[], [x, y]: Point): PlacedLabel | null {
  let [best, least] = [null as PlacedLabel | null, Number.POSITIVE_INFINITY]
  for (const spot of spots) {
    const away = Math.hypot(spot.anchor[0] - x, spot.anchor[1] - y)
    if (away < least) [best, least] = [spot, away]
  }
  return best
}
