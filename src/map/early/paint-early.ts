import type { Feature, Geometry, Position as Pair } from 'geojson'
import type { MapPicture } from '../../layers/compose'
import type { LineColumns, MapViewState, PartSource, Slot } from '../../layers/part'
import { THEMES } from '../../ui/tokens'
import type { HatchBitmap } from '../hatch'
import type { Project } from '../projector'

type Canvas2D = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** Too many to be painted by hand, or too small to be missed. */
const LEFT_OUT: ReadonlySet<Slot> = new Set([
  'relief',
  'urban',
  'blocks',
  'minorRoads',
  'rail',
  'cases',
  'crossings',
  'gaps',
  'sites',
])

export interface EarlyLook {
  readonly project: Project
  readonly zoom: number
  readonly size: readonly [number, number]
  /** device pixels a css pixel */
  readonly ratio: number
  readonly view: Pick<MapViewState, 'theme' | 'k'>
  /** bitmap of a hatch; null where the image is none */
  readonly bitmapOf: (image: string) => HatchBitmap | null
}

/** A number of a style at this zoom: itself, or between two zooms; null where it comes from the data. */
export function numberAt(value: unknown, zoom: number): number | null {
  if (typeof value === 'number') return value
  if (!Array.isArray(value) || value[0] !== 'interpolate' || value.length !== 7) return null
  const [, , , from, low, to, high] = value as number[]
  if (typeof low !== 'number' || typeof high !== 'number') return null
  return low + (high - low) * Math.min(1, Math.max(0, (zoom - from!) / (to! - from!)))
}

function ringsOf(geometry: Geometry): Pair[][] {
  if (geometry.type === 'Polygon' || geometry.type === 'MultiLineString') return geometry.coordinates
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : []
}

/** Whether a filter `['==', ['get', key], value]` keeps a feature; any other filter keeps all. */
export function keeps(filter: unknown, properties: Feature['properties']): boolean {
  if (!Array.isArray(filter) || filter[0] !== '==' || !Array.isArray(filter[1])) return true
  const [, [get, key], value] = filter as [string, [string, string], unknown]
  return get !== 'get' || properties?.[key] === value
}

/** The lines or rings of a source that the filter keeps as one path; null where it has none. */
function pathOf(source: PartSource, project: Project, filter: unknown): Path2D | null {
  const path = new Path2D()
  let isEmpty = true
  const begin = (lon: number, lat: number): void => path.moveTo(...project([lon, lat]))
  const go = (lon: number, lat: number): void => path.lineTo(...project([lon, lat]))
  const flat = ({ coordinates, lineStarts }: LineColumns): void => {
    for (let line = 0; line + 1 < lineStarts.length; line++)
      for (let v = lineStarts[line]!; v < lineStarts[line + 1]!; v++) {
        isEmpty = false
        ;(v === lineStarts[line] ? begin : go)(coordinates[2 * v]!, coordinates[2 * v + 1]!)
      }
  }
  if (source.type === 'tiles') {
    if (source.columns.kind === 'lines') flat(source.columns)
  } else
    for (const { geometry, properties } of source.data.features)
      for (const ring of keeps(filter, properties) ? ringsOf(geometry) : [])
        for (const [i, [lon, lat]] of ring.entries()) {
          isEmpty = false
          ;(i === 0 ? begin : go)(lon!, lat!)
        }
  return isEmpty ? null : path
}

function patternOf(
  context: Canvas2D,
  { width, height, data }: HatchBitmap,
  ratio: number,
): CanvasPattern | null {
  const tile = new OffscreenCanvas(width, height)
  tile.getContext('2d')!.putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0)
  const pattern = context.createPattern(tile, 'repeat')
  pattern?.setTransform(new DOMMatrix().scale(1 / ratio))
  return pattern
}

type Paint = Readonly<Record<string, unknown>>

function paintFill(context: Canvas2D, path: Path2D, paint: Paint, look: EarlyLook): void {
  const image = paint['fill-pattern']
  const bitmap = typeof image === 'string' ? look.bitmapOf(image) : null
  const style = bitmap ? patternOf(context, bitmap, look.ratio) : paint['fill-color']
  if (typeof style !== 'string' && !(style instanceof CanvasPattern)) return
  context.globalAlpha = numberAt(paint['fill-opacity'] ?? 1, look.zoom) ?? 1
  context.fillStyle = style
  context.fill(path, 'evenodd')
}

function paintLine(context: Canvas2D, path: Path2D, paint: Paint, look: EarlyLook): void {
  const width = numberAt(paint['line-width'] ?? 1, look.zoom)
  const colour = paint['line-color']
  if (width === null || typeof colour !== 'string') return
  const dashes = (paint['line-dasharray'] ?? []) as number[]
  context.globalAlpha = numberAt(paint['line-opacity'] ?? 1, look.zoom) ?? 1
  context.lineWidth = width
  context.strokeStyle = colour
  context.setLineDash(dashes.map((dash) => dash * width))
  context.stroke(path)
}

function paintDiscs(
  context: Canvas2D,
  source: PartSource,
  { paint, filter }: { readonly paint: Paint; readonly filter: unknown },
  { project, zoom }: EarlyLook,
): void {
  if (source.type !== 'geojson') return
  const [fill, line] = [paint['circle-color'], paint['circle-stroke-color']]
  if (typeof fill !== 'string' || typeof line !== 'string') return
  context.setLineDash([])
  context.lineWidth = numberAt(paint['circle-stroke-width'], zoom) ?? 0
  for (const { geometry, properties } of source.data.features) {
    if (geometry.type !== 'Point' || !keeps(filter, properties)) continue
    if (typeof properties?.radius !== 'number') continue
    const [lon, lat] = geometry.coordinates
    context.beginPath()
    context.arc(...project([lon!, lat!]), properties.radius, 0, 2 * Math.PI)
    context.globalAlpha = numberAt(paint['circle-opacity'] ?? 1, zoom) ?? 1
    context.fillStyle = fill
    context.fill()
    context.globalAlpha = 1
    context.strokeStyle = line
    context.stroke()
  }
}

/** Ground, borders, zones and discs of a picture, for as long as the renderer has not drawn it. */
export function paintEarly(context: Canvas2D, picture: MapPicture, look: EarlyLook): void {
  const paths = new Map<string, Path2D | null>()
  context.save()
  context.lineJoin = 'round'
  context.fillStyle = THEMES[look.view.theme].bg
  context.fillRect(0, 0, ...look.size)
  for (const { slot, spec } of picture.layers) {
    if (LEFT_OUT.has(slot) || !('source' in spec) || (spec.minzoom ?? 0) > look.zoom) continue
    const id = spec.source as string
    const source = picture.sources[id]
    const filter = 'filter' in spec ? spec.filter : undefined
    const key = `${id} ${JSON.stringify(filter)}`
    if (!source) continue
    if (spec.type === 'circle') {
      paintDiscs(context, source, { paint: spec.paint as Paint, filter }, look)
      continue
    }
    if (!paths.has(key)) paths.set(key, pathOf(source, look.project, filter))
    const path = paths.get(key)
    if (!path) continue
    if (spec.type === 'fill') paintFill(context, path, spec.paint as Paint, look)
    else if (spec.type === 'line') paintLine(context, path, spec.paint as Paint, look)
  }
  context.restore()
}
