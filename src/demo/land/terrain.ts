import { fractal } from '../random'
import { type Point, smooth } from './ground'

const outline: Point[] = [
  [-10.5, 5.2],
  [-9.6, 5.9],
  [-8.6, 6.9],
  [-7.9, 7.2],
  [-7.0, 7.1],
  [-6.2, 7.6],
  [-5.7, 6.8],
  [-5.1, 7.7],
  [-3.8, 7.5],
  [-3.5, 6.7],
  [-3.0, 8.0],
  [-2.1, 7.8],
  [-1.0, 7.6],
  [0.8, 8.1],
  [1.5, 7.5],
  [2.3, 6.9],
  [3.2, 6.2],
  [4.0, 5.9],
  [5.0, 5.7],
  [5.8, 5.2],
  [7.1, 5.2],
  [8.1, 4.5],
  [7.5, 3.9],
  [7.7, 3.4],
  [8.7, 3.2],
  [9.9, 2.9],
  [10.0, 2.3],
  [10.9, 1.9],
  [11.1, 1.3],
  [10.6, 0.8],
  [9.8, 0.0],
  [9.5, -0.9],
  [8.5, -1.6],
  [8.0, -2.0],
  [7.9, -2.9],
  [7.2, -3.3],
  [6.7, -3.9],
  [6.2, -4.9],
  [5.2, -5.6],
  [4.5, -6.6],
  [3.6, -6.5],
  [2.9, -7.2],
  [1.9, -7.5],
  [0.8, -6.9],
  [-0.1, -6.6],
  [-1.0, -7.2],
  [-1.9, -6.8],
  [-3.0, -7.4],
  [-4.3, -7.2],
  [-4.8, -6.7],
  [-5.7, -5.9],
  [-6.5, -5.2],
  [-6.4, -4.4],
  [-5.8, -3.7],
  [-5.6, -3.3],
  [-6.4, -3.0],
  [-7.1, -2.4],
  [-7.9, -2.0],
  [-8.5, -1.9],
  [-8.9, -2.0],
  [-9.6, -1.7],
  [-10.1, -0.9],
  [-10.6, -0.6],
  [-10.2, 0.3],
  [-9.5, 1.1],
  [-10.2, 2.0],
  [-10.9, 2.6],
  [-10.5, 3.7],
  [-10.7, 4.5],
]

/** The district's line as drawn by hand, km; nature's wiggle is added when it is laid on the field. */
export const OUTLINE: readonly Point[] = smooth(outline, 4, true)

/** 澜溪河, from the western hills to the south-east, in the direction it flows. */
export const RIVER: readonly Point[] = smooth(
  [
    [-14.5, 3.6],
    [-12.6, 3.0],
    [-11.2, 2.1],
    [-9.9, 2.0],
    [-9.0, 1.35],
    [-8.0, 1.45],
    [-7.0, 0.75],
    [-6.0, 0.3],
    [-4.9, 0.25],
    [-3.7, -0.15],
    [-2.5, -0.55],
    [-1.2, -0.55],
    [0.1, -0.25],
    [1.4, -0.2],
    [2.7, -0.55],
    [3.7, -1.2],
    [4.7, -1.25],
    [5.6, -1.75],
    [6.2, -2.7],
    [7.3, -3.15],
    [8.2, -3.9],
    [9.6, -4.2],
    [11.2, -5.2],
    [13.5, -5.9],
  ],
  12,
)

/** 青溪, out of the northern hills through the lake's foot to the main river. */
export const STREAM: readonly Point[] = smooth(
  [
    [1.6, 10.2],
    [1.2, 8.8],
    [1.9, 7.6],
    [1.5, 6.6],
    [2.3, 5.7],
    [2.2, 4.7],
    [3.0, 3.9],
    [2.95, 2.9],
    [3.65, 2.0],
    [3.45, 1.1],
    [3.9, 0.2],
    [3.65, -0.6],
    [3.75, -1.2],
  ],
  12,
)

/** 石门港, a brook from the southern hills. */
export const BROOK: readonly Point[] = smooth(
  [
    [-6.9, -6.6],
    [-5.6, -5.2],
    [-4.9, -4.5],
    [-4.2, -4.2],
    [-3.0, -4.6],
    [-1.9, -4.0],
    [-0.9, -4.1],
    [0.0, -3.4],
    [1.3, -3.6],
    [2.4, -3.0],
    [3.4, -3.1],
    [4.6, -2.5],
    [5.85, -2.25],
  ],
  12,
)

/** 北湖, and two ponds of 青塘. */
export const LAKES: readonly { readonly name: string; readonly shore: readonly Point[] }[] = [
  { name: '北湖', shore: lake([0.15, 5.55], 0.95, 0.5, 11) },
  { name: '青塘', shore: lake([8.35, 0.75], 0.36, 0.27, 23) },
  { name: '白石水库', shore: lake([5.45, 4.55], 0.42, 0.25, 31) },
]

function lake([x, y]: Point, wide: number, high: number, seed: number): Point[] {
  const out: Point[] = []
  for (let i = 0; i < 72; i++) {
    const a = (i / 72) * 2 * Math.PI
    const r = 1 + 0.55 * fractal(seed, 2 + Math.cos(a) * 1.3, 2 + Math.sin(a) * 1.3)
    out.push([x + Math.cos(a) * wide * r, y + Math.sin(a) * high * r])
  }
  return out
}

/** Width of the main river, km: broader downstream. */
export const RIVER_WIDTH = 0.19
export const STREAM_WIDTH = 0.085
export const BROOK_WIDTH = 0.05

const hills: readonly (readonly [x: number, y: number, wide: number, high: number])[] = [
  [-9.6, 5.6, 2.6, 1.0],
  [-6.2, 6.9, 2.4, 0.75],
  [-10.2, -0.6, 1.9, 0.85],
  [-7.6, -2.4, 1.6, 0.5],
  [-5.2, -6.4, 2.4, 0.95],
  [-1.4, -7.2, 2.0, 0.6],
  [6.4, 5.0, 1.9, 0.7],
  [10.4, 1.8, 1.5, 0.55],
  [2.0, 8.2, 1.5, 0.5],
  [3.4, -6.6, 1.6, 0.5],
]

/** Height in [0, ~1.4]: hills at the rim, a plain along the rivers. `wet` is how far the nearest river is, km. */
export function height([x, y]: Point, wet: number): number {
  let sum = 0.16 + 0.2 * fractal(5, x / 2.6, y / 2.6)
  for (const [hx, hy, wide, high] of hills) {
    const square = ((x - hx) ** 2 + (y - hy) ** 2) / (wide * wide)
    sum += high * Math.exp(-square) * (1 + 0.5 * fractal(9, x / 1.3, y / 1.3))
  }
  return sum * Math.min(1, 0.35 + wet / 2)
}
