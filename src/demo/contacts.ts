import type { DemoCase } from './cases'
import type { Register } from './places'
import { apportion, pick, seeded } from './random'
import { type Cell, csv, may } from './table'
import type { DemoStay } from './zones'

/** People in care at 14:00 on the 27th, as a figure of the whole list. */
export const IN_CARE = 1187
const TO_MOVE = 17
const RELEASED_TODAY = 98
const NEW_TODAY = 12
const RELEASED_BEFORE = 604

/**
 * `contacts.csv`: close and secondary contacts of the cases. 17 of 封04 wait for a room; 98 were released and 12
 * found since 14:00 on the 26th, so that 86 fewer are in care than a day before.
 */
export function contactsFile(
  cases: readonly DemoCase[],
  places: Register,
  zones: readonly DemoStay[],
): string {
  const random = seeded(1187)
  const total = IN_CARE + RELEASED_TODAY + RELEASED_BEFORE
  const share = apportion(
    total,
    cases.map(() => 0.6 + random()),
  )
  const homes = places.rows.filter((p) => p.kind === 'compound')
  const people: { from: DemoCase; kind: string; place: string; zone: string | null }[] = []
  cases.forEach((c, i) => {
    const members = zones.find((z) => z.id === c.zone)!.members
    const near = homes.filter((p) => members.includes(p.code) || members.includes(p.parent!))
    for (let k = 0; k < share[i]!; k++) {
      const inside = random() < 0.34
      const place = inside ? pick(random, near) : pick(random, homes)
      people.push({
        from: c,
        kind: random() < 0.62 ? 'close' : 'secondary',
        place: place.code,
        zone: inside ? c.zone : null,
      })
    }
  })
  const waiting = people.filter((p) => p.zone === 'S-04' && p.from.day >= 22).slice(-TO_MOVE)
  const rest = people.filter((p) => !waiting.includes(p)).sort((a, b) => a.from.day - b.from.day)
  const rows = rest.map((p, i): Cell[] => {
    const fresh = i >= rest.length - NEW_TODAY
    const exposed = may(p.from.day, 8 + Math.floor(random() * 10), 15)
    const moved = fresh
      ? may(27, 8 + (i % 6), 5 + (i % 50))
      : may(p.from.day + (random() < 0.8 ? 0 : 1), 19 + Math.floor(random() * 5), Math.floor(random() * 60))
    const site = `Q-${String(1 + Math.floor(random() * 10)).padStart(2, '0')}`
    const released =
      i < RELEASED_BEFORE
        ? may(Math.min(26, p.from.day + 8 + (i % 3)), 9, 30)
        : i < RELEASED_BEFORE + RELEASED_TODAY
          ? may(i % 3 ? 27 : 26, i % 3 ? 9 : 16, 20)
          : null
    return [
      null,
      p.from.id,
      p.kind,
      p.place,
      p.zone,
      exposed,
      moved,
      site,
      released,
      released ? 'negative' : 'pending',
    ]
  })
  const held = waiting.map((p): Cell[] => [
    null,
    p.from.id,
    'close',
    p.place,
    'S-04',
    may(26, 15, 30),
    null,
    null,
    null,
    'pending',
  ])
  const header = [
    'id',
    'case',
    'kind',
    'place',
    'zone',
    'exposedAt',
    'transferredAt',
    'site',
    'releasedAt',
    'result',
  ]
  return csv(
    header,
    [...rows, ...held].map((row, i) => [`M${String(i + 1).padStart(4, '0')}`, ...row.slice(1)]),
  )
}
