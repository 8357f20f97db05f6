import type { BackdropPiece } from '#geo'
import type { StandingRows } from '../standing-rows'
import { withGeometry } from '../written'

export const readBackdrop = (rows: StandingRows): readonly BackdropPiece[] =>
  rows.map((row): readonly BackdropPiece[] => {
    const { origin } = row
    const shared = {
      kind: row.required('kind') as BackdropPiece['kind'],
      name: row.text('name'),
      widthM: row.number('widthM'),
    }
    const shape = row.shape('shape')
    const lines = row.lines('line').map((line) => ({ ...shared, shape: null, line, origin }))
    return shape || lines.length === 0 ? [{ ...shared, shape, line: null, origin }, ...lines] : lines
  })

export const writeBackdrop = withGeometry(({ shape, line }: BackdropPiece) => ({ shape, line }))
