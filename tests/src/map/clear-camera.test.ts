import { expect, test } from 'vitest'
import type { Bounds, Facts } from '#geo'
import type { Box } from '../../../src/map/labels/box'
import { fittingCamera, projectorOf } from '../../../src/map/projector'
import { clearCamera } from '../../../src/map/session/clear-camera'

/** A district whose ground reaches into every corner of its bounds, and one of two towns north and west. */
const square = (west: number, south: number, east: number, north: number) => ({
  ...{ kind: 'town', code: `${west}`, parent: null },
  shape: [[Float64Array.of(west, south, east, south, east, north, west, north, west, south)]],
})
const registerOf = (places: readonly unknown[]) => ({ places, zones: [], roads: [] }) as unknown as Facts
const BOUNDS: Bounds = [113, 23, 113.2, 23.1]
const padding = { top: 24, right: 24, bottom: 24, left: 24 }
const size = [1000, 600] as const
const BAR: Box = [740, 500, 976, 576]
const ask = (places: readonly unknown[]) => ({
  ...{ register: registerOf(places), bounds: BOUNDS, size, padding, standing: () => [BAR] },
})

test('M26 no ground lies below scale bar and discs, and the map shrinks no more than it must', () => {
  const camera = clearCamera(ask([square(113, 23, 113.2, 23.1)]))
  const [right, bottom] = projectorOf(camera, size)([113.2, 23])
  expect(right < BAR[0] || bottom < BAR[1]).toBe(true)
  expect(camera.zoom).toBeGreaterThan(fittingCamera(BOUNDS, size, padding).zoom - 0.4)
})

test('M26 where the corner is empty the camera stays as it fits', () => {
  const places = [square(113, 23, 113.1, 23.1), square(113.1, 23.08, 113.2, 23.1)]
  expect(clearCamera(ask(places))).toEqual(fittingCamera(BOUNDS, size, padding))
})

test('M26 a map that is nearly covered is shown as it fits', () => {
  const standing = () => [[24, 24, 976, 576]] as readonly Box[]
  const camera = clearCamera({ ...ask([square(113, 23, 113.2, 23.1)]), standing })
  expect(camera).toEqual(fittingCamera(BOUNDS, size, padding))
})
