import { largest } from '#geo'
import type { LabelKind, LabelLine, LabelRequest } from '../../layers/part'
import type { Point } from './box'
import type { Measure } from './screen'

const LINE_HEIGHT = 1.3

/** Padding round the text of each kind, css px at k = 1: horizontal, vertical. */
const PADDING: Partial<Record<LabelKind, Point>> = {
  callout: [9, 5],
  shield: [4, 1],
  zoneCode: [6, 2],
  town: [2, 0],
}

/** Room between a framed line and its frame, css px at k = 1: horizontal, vertical. */
export const FRAME: Point = [5, 2]

export function paddingOf(request: LabelRequest): Point {
  if (request.kind === 'gap' && request.lines[0]?.colour === 'flagInk') return [7, 3]
  return PADDING[request.kind] ?? [1, 0]
}

/** Room before what follows the text of a line, and the side of the mark of a gap in it, css px at k = 1. */
export const [BEFORE, MARK, AFTER_MARK] = [7, 17, 3]

/** Width of what follows the text of a line, css px. */
function tailOf({ note, gaps, size }: LabelLine, k: number, measure: Measure): number {
  const width = (text: string, weight: number): number =>
    measure(text, { size: size * k, weight, spacing: 0 })
  const noted = note === undefined ? 0 : BEFORE * k + width(note, 400)
  return gaps === undefined ? noted : noted + (BEFORE + MARK + AFTER_MARK) * k + width(String(gaps), 700)
}

/** Width and height a label takes, css px. */
export function sizeOf(request: LabelRequest, k: number, measure: Measure): Point {
  const [px, py] = paddingOf(request)
  const spacing = request.spacing ?? 0
  const widths = request.lines.map((line) =>
    line.framed
      ? measure(line.text, { size: line.size * k, weight: line.weight, spacing: 0 }) + 2 * FRAME[0] * k
      : measure(line.text, { size: line.size * k, weight: line.weight, spacing }) + tailOf(line, k, measure),
  )
  const height = request.lines.reduce(
    (sum, line) => sum + (line.size * LINE_HEIGHT + (line.framed ? 2 * FRAME[1] : 0)) * k,
    0,
  )
  const bar = request.kind === 'callout' ? 5 * k : 0
  return [Math.max(0, largest(widths)) + 2 * px * k + bar, height + 2 * py * k]
}
