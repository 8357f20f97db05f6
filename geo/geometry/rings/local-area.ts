import { AUTHALIC_RADIUS_2, edgeAreaM2, sineAuthalicAt } from './ring-area'

const RADIANS = Math.PI / 180
/** Degrees from the parallel within which the series is right to the last bits. */
const REACH = 1
/** Gauss–Legendre, three points: exact for the fifth power. */
const NODE = Math.sqrt(3 / 5)

/**
 * `edgeAreaM2` above one parallel, by the series of sin β around it: for edges within 1° of it without a sine. What is
 * left out of seven terms is below 3e-16 of the sphere.
 */
export class LocalArea {
  private readonly terms: readonly number[]

  /** Degrees. */
  constructor(readonly from: number) {
    this.terms = sineAuthalicAt(from)
  }

  /** What the edge (degrees) adds to the area of a way that it belongs to, m². */
  of(x1: number, y1: number, x2: number, y2: number): number {
    const low = (y1 - this.from) * RADIANS
    const high = (y2 - this.from) * RADIANS
    if (Math.abs(low) > REACH * RADIANS || Math.abs(high) > REACH * RADIANS)
      return edgeAreaM2([x1, y1, x2, y2], this.from)
    const middle = (low + high) / 2
    const half = NODE * ((high - low) / 2)
    const mean = (8 * this.rise(middle) + 5 * (this.rise(middle - half) + this.rise(middle + half))) / 18
    return -(x2 - x1) * mean * RADIANS * AUTHALIC_RADIUS_2
  }

  private rise(t: number): number {
    const { terms } = this
    let sum = terms[6]!
    sum = sum * t + terms[5]!
    sum = sum * t + terms[4]!
    sum = sum * t + terms[3]!
    sum = sum * t + terms[2]!
    sum = sum * t + terms[1]!
    return (sum * t + terms[0]!) * t
  }
}
