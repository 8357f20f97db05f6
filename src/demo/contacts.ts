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
/** of those who wait, exposed since 14:00 on the 26th: 24 waited then, 7 more than now */
const EXPOSED_LATER = 5
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
  const total = IN_CARE + TO_MOVE + RELEASED_TODAY + RELEASED_BEFORE
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
    const exposed = may(Math.min(26, p.from.day), 6 + Math.floor(random() * 6), 15)
    const moved = fresh ? may(27, 8 + (i % 6), 5 + (i % 50)) : movedAt(p.from.day, random)
    const site = `Q-${String(1 + Math.floor(random() * 10)).padStart(2, '0')}`
    const released = releasedAt(i, p.from.day)
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
  const held = waiting.map((p, i): Cell[] => {
    const exposed = i < EXPOSED_LATER ? may(26, 15, 30) : may(26, 9, 10)
    return [null, p.from.id, 'close', p.place, 'S-04', exposed, null, null, null, 'pending']
  })
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

/** Moved in the evening of the day the case was found or the next, always before 14:00 on the 26th. */
function movedAt(day: number, random: () => number): string {
  const on = day + (random() < 0.8 ? 0 : 1)
  return on >= 26
    ? may(26, 8 + Math.floor(random() * 5), 20)
    : may(on, 19 + Math.floor(random() * 5), Math.floor(random() * 60))
}

/** The earliest are free after eight to ten days; 98 were released since 14:00 on the 26th. */
function releasedAt(order: number, day: number): string | null {
  if (order < RELEASED_BEFORE) return may(Math.min(26, day + 8 + (order % 3)), 9, 30)
  if (order >= RELEASED_BEFORE + RELEASED_TODAY) return null
  return order % 3 ? may(27, 9, 20) : may(26, 16, 20)
}
