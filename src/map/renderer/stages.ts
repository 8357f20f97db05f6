import type { LayerSpecification } from 'maplibre-gl'
import type { MapPicture } from '../../layers/compose'

/** What decides which program of the graphics card draws a layer: its type, and what of its paint comes from the data or an image. */
export function programOf({ type, paint = {} }: LayerSpecification): string {
  const own = Object.entries(paint as Record<string, unknown>)
    .filter(([name, value]) => /pattern|dasharray/.test(name) || JSON.stringify(value).includes('["get"'))
    .map(([name]) => name)
  return [type, ...own.sort()].join(' ')
}

/**
 * The picture with the layers that known programs draw and those of one program more, the lowest: each program is
 * compiled while the page stands still, so a first picture comes in as many frames. Adds it to the known ones.
 */
export function nextStage(picture: MapPicture, known: Set<string>): MapPicture {
  const programs = picture.layers.map(({ spec }) => programOf(spec))
  const next = programs.find((program) => !known.has(program))
  if (next !== undefined) known.add(next)
  if (programs.every((program) => known.has(program))) return picture
  return { ...picture, layers: picture.layers.filter((_, i) => known.has(programs[i]!)) }
}
