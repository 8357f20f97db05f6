import KDBush from 'kdbush'
import inPolygon from 'point-in-polygon-hao'
import { PointCells } from '../../../geo/geometry/point-cells'
import { pointsInShapes } from '../../../geo/geometry/points-in-shapes'
import { boundsOf } from '../../../geo/geometry/rings/bounds'
import { positionsOf } from '../../../geo/geometry/rings/geojson'
import { coverage, positions } from './ground'
import type { Kernel } from './trial'

/** Which village holds which position: sorting the positions and asking, against kdbush.range and point-in-polygon-hao. */
const joinOf = (name: string, { polygons, steps }: { polygons: number; steps: number }): Kernel => ({
  name,
  peer: 'kdbush + point-in-polygon-hao',
  mark: 10,
  trial: (share) => {
    const count = Math.round(1_000_000 * share)
    const points = positions(count)
    const shapes = coverage(polygons * share, steps)
    const boxes = shapes.map((shape) => boundsOf(shape)!)
    const outlines = shapes.map(([polygon]) => polygon!.map(positionsOf) as [number, number][][])
    const answers = { ours: new Int32Array(count), peer: new Int32Array(count) }
    return {
      size: `${count} positions × ${shapes.length} polygons`,
      ours: () => {
        answers.ours.fill(-1)
        const held = pointsInShapes(new PointCells(points), shapes, 'halfOpen')
        for (let i = 0; i < held.points.length; i++) answers.ours[held.points[i]!] = held.shapes[i]!
      },
      peer: () => {
        answers.peer.fill(-1)
        const tree = new KDBush(count)
        for (let i = 0; i < count; i++) tree.add(points.lon[i]!, points.lat[i]!)
        tree.finish()
        const at: [number, number] = [0, 0]
        boxes.forEach((box, shape) => {
          for (const point of tree.range(...box)) {
            at[0] = points.lon[point]!
            at[1] = points.lat[point]!
            if (inPolygon(at, outlines[shape]!)) answers.peer[point] = shape
          }
        })
      },
      fault: () => {
        const apart = answers.ours.reduce((sum, shape, i) => sum + Number(shape !== answers.peer[i]), 0)
        return apart === 0 ? null : `${apart} positions apart`
      },
    }
  },
})

export const villages = joinOf('join, villages', { polygons: 10_000, steps: 26 })
export const compounds = joinOf('join, compounds', { polygons: 100_000, steps: 3 })
