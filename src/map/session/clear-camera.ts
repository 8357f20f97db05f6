import type { Bounds, Facts } from '#geo'
import { groundRings } from '../inset/inset'
import { OpenGround } from '../inset/open-ground'
import type { Box } from '../labels/box'
import type { MapCamera, Padding } from '../maplibre'
import { fittingCamera, projectorOf } from '../projector'

/** Room between the ground and what stands on the map, css px. */
const BESIDE = 6
/** Steps of shrinking that are tried, and the least that the map keeps of its room. */
const [STEP, LEAST] = [0.04, 0.6]

interface Asked {
  readonly register: Facts
  readonly bounds: Bounds
  readonly size: readonly [number, number]
  readonly padding: Padding
  /** what stands on the map as this camera sees it, css px */
  readonly standing: (camera: MapCamera) => readonly Box[]
}

/**
 * The camera that shows these bounds between the paddings, moved aside and shrunk no more than is needed for no ground to
 * lie below scale bar and scale of the discs; as it fits where even little ground has no room beside them.
 */
export function clearCamera({ register, bounds, size, padding, standing }: Asked): MapCamera {
  const whole = fittingCamera(bounds, size, padding)
  if (!Number.isFinite(whole.zoom)) return whole
  const isClear = (camera: MapCamera): boolean => {
    const open = new OpenGround(groundRings(register, projectorOf(camera, size)), size)
    return standing(camera).every((box) => isOpenIn(open, box, size))
  }
  if (isClear(whole)) return whole
  const { top, right, bottom, left } = padding
  const [width, height] = [size[0] - left - right, size[1] - top - bottom]
  for (let part = 1 - STEP; part >= LEAST; part -= STEP) {
    const up = { ...padding, bottom: bottom + (1 - part) * height }
    const aside = { ...padding, right: right + (1 - part) * width }
    const clear = [up, aside]
      .map((one) => fittingCamera(bounds, size, one))
      .sort((a, b) => b.zoom - a.zoom)
      .find(isClear)
    if (clear) return clear
  }
  return whole
}

/** A box with the room beside it, as far as it lies on the map. */
function isOpenIn(
  open: OpenGround,
  [left, top, right, bottom]: Box,
  [width, height]: readonly [number, number],
): boolean {
  return open.isOpen([
    Math.max(0, left - BESIDE),
    Math.max(0, top - BESIDE),
    Math.min(width, right + BESIDE),
    Math.min(height, bottom),
  ])
}
