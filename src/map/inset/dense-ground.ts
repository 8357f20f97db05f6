import { areaM2, type Facts, type Position, type Survey } from '#geo'
import { bordersIn } from '../../layers/backdrop/backdrop'
import { labelPoint } from '../../layers/shapes/geojson'

/** From this share of the cases of seven days on, on less than that share of the ground, a part is shown larger. */
const [CASES, GROUND] = [0.5, 0.05]

export interface WeekSpot {
  readonly position: Position
  readonly week: number
}

interface Village extends WeekSpot {
  readonly area: number
}

const areas = new WeakMap<Facts, ReadonlyMap<string, { area: number; position: Position }>>()

function groundOf(register: Facts): ReadonlyMap<string, { area: number; position: Position }> {
  const known = areas.get(register)
  if (known) return known
  const made = new Map<string, { area: number; position: Position }>()
  for (const { code, shape } of bordersIn(register).ground) {
    const position = labelPoint(shape!)
    if (position) made.set(code, { area: areaM2(shape!), position })
  }
  areas.set(register, made)
  return made
}

/** The villages that hold half of the cases of seven days on less than a twentieth of the ground, the densest first; none where it takes more. */
export function denseVillages(register: Facts, survey: Survey): WeekSpot[] {
  const ground = groundOf(register)
  const villages: Village[] = (survey.weeks?.villages ?? []).flatMap(({ code, week }) => {
    const own = ground.get(code)
    return own && own.area > 0 ? [{ ...own, week }] : []
  })
  const whole = [...ground.values()].reduce((sum, { area }) => sum + area, 0)
  const cases = villages.reduce((sum, { week }) => sum + week, 0)
  villages.sort((a, b) => b.week / b.area - a.week / a.area)
  const taken: Village[] = []
  let [area, count] = [0, 0]
  for (const village of villages) {
    taken.push(village)
    area += village.area
    count += village.week
    if (count >= CASES * cases) return area < GROUND * whole ? taken : []
  }
  return []
}

/** The middle of the window of that half size, in the frame of the positions, round which most of the cases lie. */
export function middleOf(
  spots: readonly WeekSpot[],
  [across, up]: readonly [number, number],
): { middle: Position; share: number } | null {
  const cases = spots.reduce((sum, { week }) => sum + week, 0)
  const mean = (of: readonly WeekSpot[]): Position => {
    const n = of.reduce((sum, { week }) => sum + week, 0)
    return [
      of.reduce((sum, { position, week }) => sum + position[0] * week, 0) / n,
      of.reduce((sum, { position, week }) => sum + position[1] * week, 0) / n,
    ]
  }
  if (cases === 0) return null
  let middle = mean(spots)
  let within = spots
  for (let round = 0; round < 8; round++) {
    within = spots.filter(
      ({ position: [x, y] }) => Math.abs(x - middle[0]) <= across && Math.abs(y - middle[1]) <= up,
    )
    if (within.length === 0) return null
    middle = mean(within)
  }
  return { middle, share: within.reduce((sum, { week }) => sum + week, 0) / cases }
}
