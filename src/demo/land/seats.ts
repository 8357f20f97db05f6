import { noise, seeded } from '../random'
import type { Point } from './ground'
import { type Block, type Quarter, quarter, type Street, sidesOf } from './quarter'

/** A market town: its middle, the direction of its main street (radians) and its plan of blocks. */
export interface Seat {
  readonly town: string
  readonly at: Point
  readonly angle: number
  readonly size: readonly [wide: number, high: number]
  readonly columns: number
  readonly rows: number
  readonly main: string
  readonly seed: number
}

export const SEATS: readonly Seat[] = [
  {
    town: '云台镇',
    at: [-7.7, 5.35],
    angle: 0.35,
    size: [0.5, 0.42],
    columns: 2,
    rows: 1,
    main: 'X012',
    seed: 21,
  },
  {
    town: '双桥镇',
    at: [-6.35, 2.75],
    angle: -0.12,
    size: [0.52, 0.44],
    columns: 2,
    rows: 1,
    main: 'G312',
    seed: 22,
  },
  {
    town: '白石镇',
    at: [4.35, 3.75],
    angle: 0.3,
    size: [0.5, 0.44],
    columns: 2,
    rows: 1,
    main: 'X012',
    seed: 23,
  },
  {
    town: '青塘镇',
    at: [5.95, 1.15],
    angle: -0.16,
    size: [0.52, 0.46],
    columns: 2,
    rows: 2,
    main: 'G312',
    seed: 24,
  },
  {
    town: '柳林镇',
    at: [-7.55, -0.55],
    angle: 0.28,
    size: [0.5, 0.44],
    columns: 2,
    rows: 2,
    main: 'X015',
    seed: 25,
  },
  {
    town: '石门镇',
    at: [-3.75, -4.95],
    angle: -0.3,
    size: [0.5, 0.42],
    columns: 2,
    rows: 1,
    main: 'X015',
    seed: 26,
  },
  {
    town: '南渡镇',
    at: [0.55, -4.75],
    angle: 1.45,
    size: [0.48, 0.46],
    columns: 2,
    rows: 1,
    main: 'S206',
    seed: 27,
  },
  {
    town: '沙湾镇',
    at: [4.3, -3.85],
    angle: -0.22,
    size: [0.5, 0.44],
    columns: 2,
    rows: 1,
    main: 'X021',
    seed: 28,
  },
]

/** The plan of a market town: blocks on both sides of its main street, which lies at d = 0. */
export function seatQuarter(seat: Seat): Quarter {
  const [wide, high] = seat.size
  const blocks: Block[] = []
  const left = (-wide * seat.columns) / 2
  for (let row = 0; row < seat.rows * 2; row++) {
    for (let column = 0; column < seat.columns; column++) {
      const d0 = (row - seat.rows) * (high / (seat.rows === 1 ? 1.15 : 1.6))
      const d1 = (row + 1 - seat.rows) * (high / (seat.rows === 1 ? 1.15 : 1.6))
      blocks.push({
        s: [left + column * wide, left + (column + 1) * wide],
        d: [d0, d1],
        town: seat.town,
        grain: 0.058,
        use: 'homes',
        green: seat.rows === 1 && seat.seed !== 28 ? 0.24 : 0.1,
      })
    }
  }
  const kind = (along: 's' | 'd', at: number): Pick<Street, 'class' | 'name'> => {
    if (along === 's' && Math.abs(at) < 1e-9) return { class: 'primary', name: seat.main }
    return {
      class: 'tertiary',
      name: along === 'd' && Math.abs(at) < 1e-9 ? `${seat.town.slice(0, 2)}大街` : null,
    }
  }
  return quarter((s, d) => place(seat, s, d), blocks, {
    through: [],
    sides: sidesOf(blocks, kind),
    random: seeded(seat.seed * 7),
  })
}

function place(seat: Seat, s: number, d: number): Point {
  const u = s + 0.06 * noise(seat.seed, s / 0.5, d / 0.5) + 0.11 * d * noise(seat.seed + 50, s / 0.8, 3)
  const v = d + 0.06 * noise(seat.seed + 100, s / 0.5, d / 0.5) + 0.1 * s * s
  const c = Math.cos(seat.angle)
  const n = Math.sin(seat.angle)
  return [seat.at[0] + u * c - v * n, seat.at[1] + u * n + v * c]
}
