import type { Bounds, Facts, Survey } from '#geo'
import { bordersIn } from '../../layers/backdrop/backdrop'
import type { InsetView } from '../../layers/part'
import { mostOfDiscScale } from '../disc-scale'
import type { Box } from '../labels/box'
import type { MapCamera, Padding } from '../maplibre'
import { fittingCamera, groundSeen, type Project, projectorOf } from '../projector'
import { scaleStep } from '../scale'
import { denseVillages, middleOf } from './dense-ground'
import { OpenGround } from './open-ground'

/** How many times larger the dense ground is shown. */
export const LARGER = 2.5
/** The picture, and the line of words above it, which ends with the picture's outer side, css px at k = 1. */
const [WIDTH, HEIGHT, WORDS, WORDS_WIDTH] = [336, 316, 28, 272]
/** The map fades out at the edge of the column beside it: the scale of the discs keeps clear of that, css px at k = 1. */
const FADED = 56
/** Room to the ground of the map beside it, and between places that are tried, css px at k = 1. */
const [CLEAR, STEP] = [8, 6]

/** A part of the map that is shown larger beside it, on ground that is empty. */
export interface Inset extends InsetView {
  /** where it stands, css px: the picture without its line of words */
  readonly picture: Box
  /** the whole of it */
  readonly block: Box
  /** bottom right corner of the scale of the discs, css px; absent where it has no room beside the inset */
  readonly discs: { readonly right: number; readonly bottom: number } | undefined
  readonly camera: MapCamera
  /** of the map beside it, which makes room */
  readonly padding: Padding
  /** scale bar and arrow stand left below where the inset stands right below */
  readonly isRight: boolean
}

interface Asked {
  readonly register: Facts
  readonly survey: Survey
  readonly bounds: Bounds
  /** css px of the whole map */
  readonly size: readonly [number, number]
  readonly padding: Padding
  readonly k: number
}

/** The window that shows most of the cases, at the larger scale; null where they lie apart. */
function windowOf({ register, survey }: Asked, { camera, picture }: Room): MapCamera | null {
  const zoom = camera.zoom + Math.log2(LARGER)
  const [west, south, east, north] = groundSeen({ ...camera, zoom }, picture)
  const found = middleOf(denseVillages(register, survey), [(east - west) / 2, (north - south) / 2])
  return found && found.share > 0.5 ? { centre: found.middle, zoom } : null
}

/** Rings of the finest ground on the screen. */
export function groundRings(register: Facts, project: Project): Float64Array[] {
  return bordersIn(register).ground.flatMap(({ shape }) =>
    shape!.map(([outer]) => {
      const ring = new Float64Array(outer!.length)
      for (let i = 0; i + 1 < outer!.length; i += 2) {
        const [x, y] = project([outer![i]!, outer![i + 1]!])
        ring[i] = x
        ring[i + 1] = y
      }
      return ring
    }),
  )
}

const grown = ([left, top, right, bottom]: Box, by: number): Box => [
  left - by,
  top - by,
  right + by,
  bottom + by,
]

/** How far the inset may stand out of the map's frame, right and below, where words of the map have no place, css px at k = 1. */
const RIM = { right: 4, below: 20 }
const withRim = ([left, top, right, bottom]: Box, k: number): Box => [
  left,
  top,
  right + RIM.right * k,
  bottom + RIM.below * k,
]

/** The picture and its words: what of the block must lie on empty ground. */
function partsOf([left, top, right, bottom]: Box, k: number, isAtRight: boolean): Box[] {
  const wide = Math.min(right - left, WORDS_WIDTH * k)
  const words: Box = isAtRight ? [left, top, left + wide, bottom] : [right - wide, top, right, bottom]
  return [[left, top + WORDS * k, right, bottom], words]
}

/** Nearest to that corner, the empty place for a block of that size; null where there is none. */
function placeFor(open: OpenGround, { frame, k, room }: { frame: Box; k: number; room: Room }): Box | null {
  const [width, height] = [room.picture[0], room.picture[1] + WORDS * k]
  for (let up = 0; frame[3] - up - height >= frame[1]; up += STEP * k)
    for (let aside = 0; width + aside <= frame[2] - frame[0]; aside += STEP * k) {
      const left = room.isAtRight ? frame[0] + aside : frame[2] - aside - width
      const box: Box = [left, frame[3] - up - height, left + width, frame[3] - up]
      if (partsOf(box, k, room.isAtRight).every((part) => open.isOpen(grown(part, CLEAR * k)))) return box
    }
  return null
}

/** Above the block at its right or left, or beside its foot: the first that is empty. */
function placeOfDiscs(open: OpenGround, block: Box, { frame, k }: { frame: Box; k: number }): Inset['discs'] {
  const [width, height] = mostOfDiscScale(k)
  const corners = [
    [block[2] - FADED * k, block[1] - CLEAR * k],
    [block[0] + width, block[1] - CLEAR * k],
    [block[0] - CLEAR * k, block[3]],
    [block[0] + width, block[3] + CLEAR * k + height],
  ] as const
  const fits = ([right, bottom]: readonly [number, number]): boolean =>
    bottom - height >= frame[1] &&
    bottom <= frame[3] &&
    right - width >= frame[0] &&
    open.isOpen([right - width, bottom - height, right, bottom])
  const at = corners.find(fits)
  return at && { right: at[0], bottom: at[1] }
}

/** How far the map beside it and the inset itself may shrink to find room, in the order in which it is tried. */
const SHRINKS = [
  [1, 1],
  [0.96, 1],
  [1, 0.9],
  [0.96, 0.9],
  [0.92, 1],
  [0.92, 0.9],
  [0.88, 1],
  [0.88, 0.9],
] as const

interface Room {
  readonly padding: Padding
  readonly camera: MapCamera
  readonly isAtRight: boolean
  /** css px of the inset's picture */
  readonly picture: readonly [width: number, height: number]
}

/** The map as large as it can be, then moved to either side, then smaller: whatever makes room, the least first. */
function* roomsOf({ bounds, size, padding, k }: Asked, frame: Box): Generator<Room> {
  const [width, height] = [frame[2] - frame[0], frame[3] - frame[1]]
  for (const [shrink, share] of SHRINKS) {
    const picture = [WIDTH * share * k, HEIGHT * share * k] as const
    const top = padding.top + (1 - shrink) * height
    const narrow = { ...padding, top, right: padding.right + (1 - shrink) * width }
    const project = projectorOf(fittingCamera(bounds, size, narrow), size)
    const across = project([bounds[2], 0])[0] - project([bounds[0], 0])[0]
    for (const left of [(width - across) / 2, 0, width - across]) {
      const beside = {
        ...padding,
        top,
        left: padding.left + left,
        right: padding.right + width - across - left,
      }
      const isAtRight = left > 0 && left === width - across
      yield { padding: beside, camera: fittingCamera(bounds, size, beside), isAtRight, picture }
    }
  }
}

/**
 * Where most of the cases lie on little ground: that ground, shown larger on empty ground of the screen. The map makes room
 * for it; where there is none, there is no inset.
 */
export function insetOf(asked: Asked): Inset | null {
  const { register, size, padding, k } = asked
  if (denseVillages(register, asked.survey).length === 0) return null
  const frame: Box = [padding.left, padding.top, size[0] - padding.right, size[1] - padding.bottom]
  for (const room of roomsOf(asked, frame)) {
    const camera = windowOf(asked, room)
    const open = new OpenGround(groundRings(register, projectorOf(room.camera, size)), size)
    const block = camera && placeFor(open, { frame: withRim(frame, k), k, room })
    if (!camera || !block) continue
    const picture: Box = [block[0], block[1] + WORDS * k, block[2], block[3]]
    return {
      ground: groundSeen(camera, room.picture),
      scale: scaleStep(camera.zoom, camera.centre[1], k),
      short: Math.min(frame[2] - frame[0], frame[3] - frame[1]) / k,
      ...{ picture, block, camera, padding: room.padding },
      discs: placeOfDiscs(open, block, { frame, k }),
      isRight: (block[0] + block[2]) / 2 > (frame[0] + frame[2]) / 2,
    }
  }
  return null
}
