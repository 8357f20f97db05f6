import { largest, smallest } from '#geo'
import { insideShape } from './land/dissolve'
import type { DemoPlace, Register } from './places'
import { pick, type Random, seeded } from './random'
import { type Cell, csv, may, mayDay } from './table'
import type { DemoStay } from './zones'

export interface DemoCase {
  readonly id: string
  readonly day: number
  readonly zone: string
  readonly place: string
  readonly kind: 'confirmed' | 'asymptomatic'
  readonly kindAt: string | null
  readonly foundIn: string
  readonly lng: number
  readonly lat: number
}

/** Cases a day and zone. Cases after a zone's last clock day were found in quarantine and reset nothing. */
const curve: readonly (readonly [day: number, community: number, zones: string])[] = [
  [12, 1, 'S-01'],
  [13, 3, 'S-01 S-02 S-08'],
  [14, 4, 'S-08 S-08 C-02 S-06 S-03'],
  [15, 6, 'S-08 S-08 S-08 S-01 S-01 C-02 C-05 S-04'],
  [16, 7, 'S-01 S-01 S-01 C-02 C-02 C-02 C-02 C-05 S-06 S-05'],
  [17, 5, 'S-07 S-01 C-05 S-06 S-03 S-01 C-05 S-01 C-05 S-01 S-01'],
  [18, 4, 'S-06 S-03 S-01 S-01 S-06 S-03 S-01 S-01 S-01 S-01 S-01'],
  [19, 3, 'S-07 S-03 S-02 S-03 S-07 S-02 S-03 S-03 S-03'],
  [20, 2, 'S-05 S-04 S-02 S-02 S-02 S-02 S-05 S-04'],
  [21, 2, 'S-05 S-02 S-04 S-05 S-05 S-02 S-04'],
  [22, 1, 'S-04 S-02 S-02 S-02 S-04'],
  [23, 1, 'S-04 S-04 S-04 S-04'],
  [24, 0, 'S-02 S-04 S-04'],
  [25, 0, 'S-02 S-04'],
  [26, 0, 'S-02'],
]

/** The 88 cases of 12 to 26 May; none on the 27th up to 14:00. */
export function casesOf(places: Register, zones: readonly DemoStay[]): DemoCase[] {
  const random = seeded(88)
  const out: DemoCase[] = []
  for (const [day, community, list] of curve) {
    list.split(' ').forEach((zone, i) => {
      const home = homeIn(places, zones, { zone, random })
      const [lng, lat] = spotIn(home, random)
      const late = day >= 24
      const foundIn =
        i < community
          ? pick(random, ['community', 'community', 'visit'])
          : late
            ? 'central'
            : pick(random, ['zone', 'zone', 'home'])
      const kind = random() < 0.36 ? 'confirmed' : 'asymptomatic'
      out.push({
        id: `LX22-${String(out.length + 1).padStart(3, '0')}`,
        day,
        zone,
        place: home.code,
        kind,
        kindAt: null,
        foundIn,
        lng,
        lat,
      })
    })
  }
  const last = out[out.length - 1]!
  out[out.length - 1] = { ...last, kind: 'asymptomatic' }
  const turned = out.findLastIndex((c) => c.day === 24)
  out[turned] = { ...out[turned]!, kind: 'confirmed', kindAt: may(26, 10, 20) }
  return out
}

function homeIn(
  places: Register,
  zones: readonly DemoStay[],
  { zone, random }: { zone: string; random: Random },
): DemoPlace {
  const members = zones.find((z) => z.id === zone)!.members
  const inside = zones.filter((z) => z.id !== zone && z.parent === zone).flatMap((z) => z.members)
  const homes = places.rows.filter(
    (p) =>
      p.kind === 'compound' &&
      (members.includes(p.code) || members.includes(p.parent!)) &&
      !inside.includes(p.code),
  )
  return homes[Math.floor(random() * random() * homes.length)]!
}

/** A spot well inside the compound, on the grid. */
export function spotIn(place: DemoPlace, random: Random): [number, number] {
  const ring = place.shape![0]![0]!
  const xs = ring.map((p) => p[0])
  const ys = ring.map((p) => p[1])
  const [west, east, south, north] = [smallest(xs), largest(xs), smallest(ys), largest(ys)]
  for (let attempt = 0; attempt < 300; attempt++) {
    const at: [number, number] = [
      Math.round(west + (east - west) * (0.1 + 0.8 * random())),
      Math.round(south + (north - south) * (0.1 + 0.8 * random())),
    ]
    if (insideShape(place.shape!, at)) return [at[0] / 1e6, at[1] / 1e6]
  }
  return [ring[0]![0] / 1e6, ring[0]![1] / 1e6]
}

/** `cases.csv` */
export function casesFile(cases: readonly DemoCase[]): string {
  const random = seeded(1988)
  const rows = cases.map((c, i): Cell[] => {
    const hour = 6 + Math.floor(random() * 15)
    const onset = c.kind === 'confirmed' ? mayDay(Math.max(10, c.day - 1 - Math.floor(random() * 2))) : null
    const before = cases.slice(0, i).filter((b) => b.zone === c.zone && b.day < c.day)
    const by = before.length && random() < 0.7 ? before[Math.floor(random() * before.length)]!.id : null
    return [
      c.id,
      may(c.day, hour, 10 + Math.floor(random() * 48)),
      may(c.day - 1, 8 + Math.floor(random() * 12), 30),
      onset,
      c.kind,
      c.kindAt,
      'local',
      c.foundIn,
      c.place,
      c.zone,
      c.lng,
      c.lat,
      null,
      by,
      may(c.day, Math.min(23, hour + 2), 40),
      null,
    ]
  })
  return csv(
    [
      'id',
      'reportedAt',
      'sampledAt',
      'onsetOn',
      'kind',
      'kindAt',
      'origin',
      'foundIn',
      'place',
      'zone',
      'lng',
      'lat',
      'chain',
      'infectedBy',
      'transferredAt',
      'tags',
    ],
    rows,
  )
}
