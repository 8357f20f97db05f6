import { plain } from './plain'
import { signedRingAreaM2 } from './ring-area'
import type { Shape } from './shape'

/** Outer rings less holes, m², as if none lay over another. */
function sumOfRings(shape: Shape): number {
  let sum = 0
  for (const polygon of shape)
    polygon.forEach((ring, at) => {
      const area = Math.abs(signedRingAreaM2(ring))
      sum += at === 0 ? area : -area
    })
  return sum
}

/**
 * Area in m² on the WGS-84 ellipsoid, edges straight in longitude–latitude: R_q² · |Σ Δλ · mean(sin β)| of each
 * outer ring, less its holes; where parts lie over each other their ground counts once. The parts of a cut add up to
 * the whole within 1e-11. No ground is 0.
 */
export function areaM2(shape: Shape): number {
  return sumOfRings(plain(shape))
}

/** Ground in m² that parts of the shape have in common, once for each part beyond the first; holes that lie over holes or beyond their part count too. */
export function ownOverlapM2(shape: Shape): number {
  return plain(shape) === shape ? 0 : Math.abs(sumOfRings(shape) - areaM2(shape))
}
