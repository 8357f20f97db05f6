/** How many of each role: `police1 medic1 cadre1`. */
export type Crew = ReadonlyMap<string, number>

/** A shift of the plan: minutes since 00:00 on the pack's clock; `to` ≤ `from` runs past midnight. */
export interface Shift {
  readonly from: number
  readonly to: number
  readonly crew: Crew
}

const HOURS = /^(\d{1,2})(?::(\d{2}))?\s*[-–—~至]\s*(\d{1,2})(?::(\d{2}))?/
const ROLE = /^(.*?)[×x*]?(\d*)$/

/** Reads `police1 medic2 cadre`: a role without a figure is one person. */
export function readCrew(text: string): Crew {
  const crew = new Map<string, number>()
  for (const word of text.split(/[\s,，、+]+/)) {
    const [, role, count] = ROLE.exec(word) ?? []
    if (role) crew.set(role, (crew.get(role) ?? 0) + (count ? Number(count) : 1))
  }
  return crew
}

/** Reads `22-06` or `22:30-06:00` as minutes. Null when it is no stretch of a day. */
export function readHours(
  text: string,
): { readonly from: number; readonly to: number; readonly rest: string } | null {
  const match = HOURS.exec(text.trim())
  if (!match) return null
  const from = Number(match[1]) * 60 + Number(match[2] ?? 0)
  const to = Number(match[3]) * 60 + Number(match[4] ?? 0)
  return from > 1440 || to > 1440 ? null : { from, to, rest: text.trim().slice(match[0].length) }
}

/** Reads `00-08 police1 medic1; 08-16 …`. A part that names no hours is left out. */
export function readShifts(text: string | null): readonly Shift[] {
  return (text ?? '').split(/[;；]/).flatMap((part) => {
    const hours = readHours(part)
    return hours ? [{ from: hours.from, to: hours.to, crew: readCrew(hours.rest) }] : []
  })
}

/** Whether the minute of the day lies in the stretch: `from` is included, `to` is not; `00-24` and `08-08` are all day. */
export function holdsMinute(
  { from, to }: { readonly from: number; readonly to: number },
  minute: number,
): boolean {
  return from < to ? from <= minute && minute < to : minute >= from || minute < to
}

/** Roles of the plan of which fewer stand there than planned. */
export function shortRoles(plan: Crew, present: Crew): readonly string[] {
  return [...plan].filter(([role, count]) => (present.get(role) ?? 0) < count).map(([role]) => role)
}
