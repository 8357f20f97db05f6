import type { Line } from '#geo'
import type { LineColumns } from '../part'

/** Lines as columns for the tile cutter, in their order. */
export function lineColumns(lines: readonly Line[]): LineColumns {
  const coordinates = new Float64Array(lines.reduce((sum, line) => sum + line.length, 0))
  const lineStarts = new Uint32Array(lines.length + 1)
  let at = 0
  for (const [i, line] of lines.entries()) {
    coordinates.set(line, at)
    at += line.length
    lineStarts[i + 1] = at / 2
  }
  return { kind: 'lines', coordinates, lineStarts }
}
