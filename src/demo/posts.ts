import { crossingsOfMany, difference, joinExactly, type Line, type Shape } from '#geo'
import type { GridShape } from './land/dissolve'
import type { DrawnRoad } from './land/roads'
import { DISTRICT, type Register } from './places'
import { seeded } from './random'
import { type Cell, csv, may, mayDay } from './table'
import type { DemoStay } from './zones'

export interface DemoCrossing {
  readonly at: readonly [number, number]
  readonly road: DrawnRoad
  readonly zones: readonly string[]
}

export interface DemoPost {
  readonly id: string
  readonly name: string
  readonly place: string | null
  readonly at: readonly [number, number]
  readonly from: string
  readonly shifts: string | null
  readonly lockedHours: string | null
  readonly crew: string
  readonly gateway: boolean
  /** what was found at the checks of the 27th from 08:00 on; null = nobody looked */
  readonly day: 'manned' | 'empty' | null
  readonly evening: 'manned' | 'empty'
}

const degrees = (value: number): number => value / 1e6

export function shapeOf(shape: GridShape): Shape {
  return shape.map((polygon) =>
    polygon.map((ring) =>
      Float64Array.from([...ring, ring[0]!].flatMap(([x, y]) => [degrees(x), degrees(y)])),
    ),
  )
}

export function lineOf(road: DrawnRoad): Line {
  return Float64Array.from(road.course.flatMap(([x, y]) => [degrees(x), degrees(y)]))
}

/** Where roads cut the lines of the zones in force, a point shared by several zones once; and the district's line. */
export function crossingsOf(
  places: Register,
  zones: readonly DemoStay[],
  roads: readonly DrawnRoad[],
): { zone: DemoCrossing[]; district: DemoCrossing[] } {
  const open = zones.filter((z) => z.to === null)
  const outlines = open.map((z) => {
    const shape = joinExactly(z.members.map((code) => shapeOf(places.byCode.get(code)!.shape!)))
    if (!shape) throw new Error(`the members of ${z.id} do not join`)
    return shape
  })
  const held = outlines.map((outline, i) => {
    const stricter = outlines.filter((_, k) => rankOf[open[k]!.level] > rankOf[open[i]!.level])
    return stricter.length ? difference(outline, stricter) : outline
  })
  const lines = roads.map(lineOf)
  const found = new Map<string, DemoCrossing & { zones: string[] }>()
  for (const { line, outline, position } of crossingsOfMany(lines, held)) {
    const key = `${line} ${position[0].toFixed(7)} ${position[1].toFixed(7)}`
    const known = found.get(key)
    if (known) known.zones.push(open[outline]!.id)
    else found.set(key, { at: position, road: roads[line]!, zones: [open[outline]!.id] })
  }
  const rim = shapeOf(places.byCode.get(DISTRICT)!.shape!)
  const district = crossingsOfMany(lines, [rim]).map(({ line, position }) => ({
    at: position,
    road: roads[line]!,
    zones: [],
  }))
  return { zone: [...found.values()], district }
}

const rankOf = { sealed: 3, controlled: 2, precaution: 1 }

const shiftPlan = (crew: string): string => `00-08 ${crew}; 08-16 ${crew}; 16-24 ${crew}`
const strict = 'police1 medic1 cadre1'
const plain = 'medic1 cadre1'

/** The three crossings without a guard, by the zone whose line they cut: a post nobody checked, none at all, an empty one. */
const open: readonly (readonly [zone: string, how: 'noRecord' | 'none' | 'empty'])[] = [
  ['S-01', 'noRecord'],
  ['C-01', 'none'],
  ['C-03', 'empty'],
]

export function postsOf(found: ReturnType<typeof crossingsOf>, zones: readonly DemoStay[]): DemoPost[] {
  const random = seeded(74)
  const out: DemoPost[] = []
  const names = new Map<string, number>()
  const left = [...open]
  const nameOf = (base: string): string => {
    const n = (names.get(base) ?? 0) + 1
    names.set(base, n)
    return n === 1 ? `${base}卡点` : `${base}${'甲乙丙丁戊己庚辛'[n - 1] ?? n}卡点`
  }
  const emptyAt22 = new Set([11, 37])
  found.zone.forEach((crossing, i) => {
    const zone = strictest(crossing.zones, zones)
    const gap = left.findIndex(
      ([id]) => crossing.zones.includes(id) && zone.id === id && crossing.road.name !== null,
    )
    const how = gap >= 0 ? left.splice(gap, 1)[0]![1] : null
    if (how === 'none') return
    const sealed = zone.level === 'sealed'
    const locked = sealed && crossing.road.class === 'residential' && random() < 0.6
    const crew = sealed || crossing.road.class === 'trunk' ? strict : plain
    out.push({
      id: `K-${String(out.length + 1).padStart(3, '0')}`,
      name: nameOf(`${shortName(zone)}${crossing.road.name ?? wayName(crossing.road)}`),
      place: zone.members[0] ?? null,
      at: crossing.at,
      from: zone.from,
      shifts: shiftPlan(crew),
      lockedHours: locked ? '22-06' : null,
      crew,
      gateway: false,
      day: how === 'noRecord' ? null : how === 'empty' ? 'empty' : 'manned',
      evening: how || emptyAt22.has(i) ? 'empty' : 'manned',
    })
  })
  for (const crossing of found.district) {
    out.push({
      id: `G-${String(out.filter((p) => p.gateway).length + 1).padStart(2, '0')}`,
      name: nameOf(`区界${crossing.road.name ?? '村道'}`),
      place: DISTRICT,
      at: crossing.at,
      from: may(12, 18),
      shifts: shiftPlan('police2 medic1 cadre1'),
      lockedHours: null,
      crew: 'police2 medic1 cadre1',
      gateway: true,
      day: 'manned',
      evening: 'manned',
    })
  }
  return out
}

function shortName({ name, level }: DemoStay): string {
  return level === 'precaution'
    ? name.replace(/、|其余区域|街道|镇/g, '')
    : name.replace(/片区$|家属区$|宿舍$/, '')
}

const wayName = (road: DrawnRoad): string => (road.class === 'unclassified' ? '村道' : '街口')

function strictest(ids: readonly string[], zones: readonly DemoStay[]): DemoStay {
  return ids
    .map((id) => zones.find((z) => z.id === id && z.to === null)!)
    .sort((a, b) => rankOf[b.level] - rankOf[a.level] || (a.id < b.id ? -1 : 1))[0]!
}

/** `checks.csv`: what was found at the posts on the 26th and 27th, one look a shift. */
export function checksFile(posts: readonly DemoPost[]): string {
  const random = seeded(1358)
  const rows: Cell[][] = []
  const look = (post: DemoPost, at: string, seen: 'manned' | 'empty', note: string | null = null): void => {
    rows.push([
      post.id,
      at,
      '区督查组',
      seen === 'manned' ? post.crew : null,
      seen === 'empty' ? 'all' : null,
      note,
    ])
  }
  const shifts: readonly (readonly [day: number, from: number])[] = [
    [26, 0],
    [26, 8],
    [26, 16],
    [27, 0],
    [27, 8],
    [27, 16],
  ]
  for (const [day, from] of shifts) {
    const round = posts.map((post) => ({ post, minute: Math.floor(random() * 110) }))
    for (const { post, minute } of round) {
      if (day === 27 && from === 8) {
        if (post.day) look(post, may(27, 8 + Math.floor(minute / 60), minute % 60), post.day)
      } else if (from === 16) {
        const late = post.evening === 'empty' && !(post.day !== 'manned')
        look(post, may(day, 16 + Math.floor(minute / 60), minute % 60), 'manned')
        if (late) look(post, may(day, 21, 20 + (minute % 30)), 'empty', '无在岗人员')
        if (!late && post.day !== 'manned' && day === 27) look(post, may(27, 18, 10), 'empty')
      } else look(post, may(day, from + Math.floor(minute / 60), minute % 60), 'manned')
    }
  }
  for (const post of posts.filter((p) => p.day === 'manned').slice(0, 9))
    look(post, may(27, 13, 40 + (Number(post.id.slice(2)) % 19)), 'manned')
  rows.sort((a, b) => (String(a[1]) < String(b[1]) ? -1 : String(a[1]) > String(b[1]) ? 1 : 0))
  return csv(['checkpoint', 'at', 'by', 'present', 'missing', 'note'], rows)
}

/** `checkpoint-log.csv`: who passed on the 25th, 26th and so far on the 27th. */
export function passagesFile(posts: readonly DemoPost[]): string {
  const random = seeded(2022)
  const rows: Cell[][] = []
  for (const day of [25, 26, 27]) {
    for (const post of posts) {
      if (day === 27 && post.day !== 'manned') continue
      const scale = (post.gateway ? 9 : 1) * (day === 27 ? 0.6 : 1)
      for (const direction of ['in', 'out']) {
        for (const group of post.gateway
          ? ['supply', 'resident', 'medical']
          : ['supply', 'medical', 'transfer']) {
          const vehicles = Math.round((1 + random() * 9) * scale)
          rows.push([
            post.id,
            mayDay(day),
            direction,
            group,
            vehicles,
            Math.round(vehicles * (1.2 + random())),
            0,
            post.gateway && random() < 0.2 ? 1 + Math.floor(random() * 3) : 0,
          ])
        }
      }
    }
  }
  return csv(['checkpoint', 'day', 'direction', 'group', 'vehicles', 'persons', 'fever', 'refused'], rows)
}
