import { spotIn } from './cases'
import { insideShape } from './land/dissolve'
import { type Point, toGrid } from './land/ground'
import type { DemoPlace, Register } from './places'
import type { DemoPost } from './posts'
import { apportion, type Random, seeded } from './random'
import { type Cell, csv, may } from './table'

export interface DemoFacility {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly place: string | null
  readonly from: string | null
  readonly shifts: string | null
  readonly lockedHours: string | null
  readonly rooms: number | null
  readonly tables: number | null
  readonly tubesPerDay: number | null
  readonly beds: number | null
  readonly at: readonly [lon: number, lat: number]
}

const sites: readonly (readonly [name: string, at: Point, rooms: number, used: number])[] = [
  ['北湖度假村隔离点', [-1.75, 6.85], 268, 214],
  ['云台山庄隔离点', [-5.1, 4.95], 166, 118],
  ['白石宾馆隔离点', [5.0, 5.1], 182, 131],
  ['东门快捷酒店隔离点', [2.1, 2.35], 214, 208],
  ['青塘党校隔离点', [7.3, -0.25], 196, 97],
  ['柳林中学隔离点', [-8.75, -0.1], 154, 82],
  ['望江新城隔离点', [0.95, -2.35], 232, 189],
  ['石门驿站隔离点', [-4.6, -5.75], 140, 74],
  ['南渡培训中心隔离点', [1.75, -5.15], 176, 125],
  ['沙湾酒店隔离点', [3.1, -4.6], 212, 148],
]

const bare = {
  from: null,
  shifts: null,
  lockedHours: null,
  rooms: null,
  tables: null,
  tubesPerDay: null,
  beds: null,
}

/** Everything that stands somewhere: posts, quarantine and testing sites, hospitals, schools, markets, stores. */
export function facilitiesOf(places: Register, posts: readonly DemoPost[]): DemoFacility[] {
  const random = seeded(126)
  const out: DemoFacility[] = posts.map((p) => ({
    ...bare,
    id: p.id,
    kind: 'checkpoint',
    name: p.name,
    place: p.place,
    from: p.from,
    shifts: p.shifts,
    lockedHours: p.lockedHours,
    at: p.at,
  }))
  const villages = places.rows.filter((p) => p.kind === 'village')
  sites.forEach(([name, at, rooms], i) => {
    const [x, y] = toGrid(at)
    const place = villages.find((v) => insideShape(v.shape!, [x, y]))
    out.push({
      ...bare,
      id: `Q-${String(i + 1).padStart(2, '0')}`,
      kind: 'quarantine',
      name,
      place: place?.code ?? null,
      from: may(12),
      rooms,
      at: [x / 1e6, y / 1e6],
    })
  })
  for (const one of testing(places, villages, random)) out.push(one)
  for (const one of others(places, villages, random)) out.push(one)
  return out
}

function testing(places: Register, villages: readonly DemoPlace[], random: Random): DemoFacility[] {
  const count = apportion(
    126,
    villages.map((v) => v.people),
  )
  return villages.flatMap((v, i) =>
    Array.from(
      { length: count[i]! },
      (_, k): DemoFacility => ({
        ...bare,
        id: `T-${v.code.slice(6)}-${k + 1}`,
        kind: 'testing',
        name: `${v.name}${k ? `第${k + 1}` : ''}采样点`,
        place: v.code,
        from: may(13),
        tables: 3 + Math.floor(random() * 5),
        tubesPerDay: 400 + 50 * Math.floor(random() * 10),
        at: spotFor(places, v, random),
      }),
    ),
  )
}

function spotFor(places: Register, village: DemoPlace, random: Random): [number, number] {
  const homes = places.rows.filter((p) => p.parent === village.code)
  return spotIn(homes.length ? homes[Math.floor(random() * homes.length)]! : village, random)
}

const otherKinds: readonly (readonly [kind: string, prefix: string, count: number, name: string])[] = [
  ['hospital', 'H', 2, '医院'],
  ['vaccination', 'V', 14, '接种点'],
  ['store', 'W', 3, '物资库'],
  ['school', 'E', 61, '学校'],
  ['market', 'M', 18, '农贸市场'],
]

function others(places: Register, villages: readonly DemoPlace[], random: Random): DemoFacility[] {
  return otherKinds.flatMap(([kind, prefix, count, name]) => {
    const order = [...villages].sort(
      (a, b) => b.people * (0.4 + random()) - a.people * (0.4 + random()) || (a.code < b.code ? -1 : 1),
    )
    return Array.from({ length: count }, (_, i): DemoFacility => {
      const v = order[(i * 3) % order.length]!
      const title =
        kind === 'hospital'
          ? ['澜溪区人民医院', '澜溪区中医院'][i]!
          : kind === 'school'
            ? `${v.name.replace('社区', '')}${i % 4 === 3 ? '中学' : '小学'}`
            : `${v.name.replace('社区', '')}${name}`
      return {
        ...bare,
        id: `${prefix}-${String(i + 1).padStart(2, '0')}`,
        kind,
        name: title,
        place: v.code,
        beds: kind === 'hospital' ? [620, 280][i]! : null,
        at: spotFor(places, v, random),
      }
    })
  })
}

/** `occupancy.csv`: rooms of each quarantine site at noon of every day; 1,386 in use on the 27th, 22 fewer than the day before. */
export function occupancyFile(): string {
  const totals = [
    38,
    121,
    263,
    452,
    664,
    861,
    1040,
    1187 + 16,
    1309,
    1388,
    1437,
    1461,
    1452,
    1431,
    1408,
    1386,
  ]
  const rows: Cell[][] = []
  totals.forEach((total, i) => {
    const last = i === totals.length - 1
    const used = last ? sites.map((s) => s[3]) : capped(total, i)
    sites.forEach(([, , rooms], k) => {
      rows.push([`Q-${String(k + 1).padStart(2, '0')}`, may(12 + i, 12), rooms, used[k]!, k === 4 ? 6 : 0])
    })
  })
  return csv(['site', 'at', 'rooms', 'occupied', 'closed'], rows)
}

function capped(total: number, day: number): number[] {
  const share = apportion(
    total,
    sites.map((s, k) => s[3] * (1 + 0.06 * Math.sin(day + k * 2))),
  )
  const room = sites.map((s) => s[2] - 6)
  let over = 0
  const out = share.map((n, k) => {
    over += Math.max(0, n - room[k]!)
    return Math.min(n, room[k]!)
  })
  for (let k = 0; over > 0; k = (k + 1) % out.length) {
    if (out[k]! >= room[k]!) continue
    out[k]!++
    over--
  }
  return out
}
