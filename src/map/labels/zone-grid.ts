import { type Box, boundsOf } from './box'
import { BoxGrid } from './box-grid'
import type { Scene } from './screen'

/** The zones, as rings on the screen, whose bounds meet a box. */
export type ZoneGrid = (box: Box) => Scene['zones']

/** The zones of a scene by the cells of its frame. */
export function zoneGridOf({ zones, frame }: Pick<Scene, 'zones' | 'frame'>): ZoneGrid {
  const grid = new BoxGrid<Scene['zones'][number]>(frame)
  for (const rings of zones) {
    const boxes = rings.map(boundsOf)
    if (boxes.length === 0) continue
    const least = (side: 0 | 1): number => boxes.reduce((low, box) => Math.min(low, box[side]), Infinity)
    const most = (side: 2 | 3): number => boxes.reduce((high, box) => Math.max(high, box[side]), -Infinity)
    grid.add([least(0), least(1), most(2), most(3)], rings)
  }
  return (box) => {
    const near: Scene['zones'][number][] = []
    grid.some([box[0] - EDGE, box[1] - EDGE, box[2] + EDGE, box[3] + EDGE], (rings) => {
      near.push(rings)
      return false
    })
    return near
  }
}

/** A box without width meets what it touches, css px. */
const EDGE = 1
