import type { Position, Shape } from '#geo'
import type { MapPicture } from '../../layers/compose'
import type { LevelStyle } from '../../ui/tokens'
import type { Box, Point } from './box'
import type { Measure, Scene } from './screen'

/** A zone as a callout sees it. */
export interface ZoneLines {
  readonly level: string
  readonly outline: Shape
}

export interface SceneOptions {
  readonly project: (position: Position) => Point
  readonly frame: Box
  readonly k: number
  readonly measure: Measure
  /** zones on which callouts should not lie, with their styles */
  readonly zones: readonly ZoneLines[]
  readonly styles: Readonly<Record<string, LevelStyle>>
  /** where scale bar, north arrow and whatever else stands on the map are: no label goes there */
  readonly furniture: readonly Box[]
}

/** How far outside the frame a thing may be and still be looked at, css px. */
const MARGIN = 60

/** Rings of a shape as they lie on the screen, flat x, y. */
const onScreen = (shape: Shape, project: SceneOptions['project']): Float64Array[] =>
  shape.flat().map((ring) => {
    const screen = new Float64Array(ring.length)
    for (let i = 0; i + 1 < ring.length; i += 2) {
      const [x, y] = project([ring[i]!, ring[i + 1]!])
      screen[i] = x
      screen[i + 1] = y
    }
    return screen
  })

/** A value that is worked out the first time it is asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}

/** A picture's labels and obstacles on the screen, as the placement wants them. */
export function sceneOf(picture: Pick<MapPicture, 'labels' | 'obstacles'>, options: SceneOptions): Scene {
  const { project, frame, k } = options
  const near = ([x, y]: Point): boolean =>
    x > frame[0] - MARGIN && x < frame[2] + MARGIN && y > frame[1] - MARGIN && y < frame[3] + MARGIN
  const zones = options.zones
    .filter((zone) => options.styles[zone.level] === 'sealed' || options.styles[zone.level] === 'controlled')
    .map((zone) => onScreen(zone.outline, project))
  return {
    labels: picture.labels
      .map((request) => ({
        request,
        points: request.positions.map(project),
        ...(request.ground ? { ground: once(() => onScreen(request.ground!, project)) } : {}),
      }))
      .filter(({ points }) => points.some(near)),
    obstacles: [
      ...options.furniture.map((box) => ({ kind: 'furniture' as const, box })),
      ...picture.obstacles.flatMap(({ position, halfWidth, halfHeight, kind }) => {
        const [x, y] = project(position)
        const [w, h] = [halfWidth * k, halfHeight * k]
        return near([x, y]) ? [{ kind, box: [x - w, y - h, x + w, y + h] as const }] : []
      }),
    ],
    zones,
    frame,
    k,
    measure: options.measure,
  }
}
