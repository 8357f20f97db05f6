import type { Shape } from '#geo'
import type { Register } from '../../src/log/fold/register'
import { MemoryLog } from '../helpers/pack-input'
import { layersOf, type TextEncoding, type WrittenFormat } from './formats'
import type { WrittenFrame } from './frames'
import type { Ground } from './ground'

export interface MatrixCell {
  readonly format: WrittenFormat
  readonly frame: WrittenFrame
  readonly encoding: TextEncoding
}

export interface Came {
  /** what is wrong; null where the ground came back */
  readonly fault: string | null
  /** the furthest that a position came back off, in degrees */
  readonly off: number
}

/** The ground written as the cell says, read as an import reads it, and compared. */
export async function cameBack(ground: Ground, { format, frame, encoding }: MatrixCell): Promise<Came> {
  const bearsGround = format.bearsGround ?? true
  const layers = layersOf(bearsGround ? ground : withoutGround(ground), frame)
  const log = new MemoryLog()
  const { plan, offer } = await log.offer(layers.flatMap((layer) => format.files(layer, { frame, encoding })))
  if (plan.questions.length > 0) return { fault: `${plan.questions.length} questions`, off: Number.NaN }
  if (plan.refused.length > 0) return { fault: `${plan.refused.length} rows refused`, off: Number.NaN }
  log.say(offer.drafts, offer.blocks)
  return compared(bearsGround ? ground : withoutGround(ground), log.register(), frame.error)
}

const withoutGround = ({ villages, addresses }: Ground): Ground => ({
  villages: villages.map((village) => ({ ...village, rings: [] })),
  addresses,
})

function compared({ villages, addresses }: Ground, register: Register, error: number): Came {
  const { places, cases } = register
  const faults: string[] = []
  let off = 0
  const measure = (pairs: readonly (readonly [number, number])[], what: string): void => {
    const worst = pairs.reduce((most, [a, b]) => Math.max(most, Math.abs(a - b)), 0)
    if (!(worst <= error)) faults.push(`${what} is off by ${worst}°`)
    off = Math.max(off, worst)
  }
  if (places.length !== villages.length) faults.push(`${places.length} of ${villages.length} villages`)
  if (cases.length !== addresses.length) faults.push(`${cases.length} of ${addresses.length} addresses`)
  const byCode = new Map(places.map((place) => [place.code, place]))
  for (const { code, name, rings } of villages) {
    const place = byCode.get(code)
    if (place?.name !== name) faults.push(`${code} is called ${place?.name}`)
    const [written, read] = [rings.flat(2), flat(place?.shape ?? null)]
    if (read.length !== written.length) faults.push(`${code} has ${read.length} of ${written.length} numbers`)
    else
      measure(
        written.map((value, i) => [value, read[i]!]),
        code,
      )
  }
  const rowOf = new Map(Array.from(cases.id.codes, (code, row) => [cases.id.values[code], row]))
  for (const { id, place, at } of addresses) {
    const row = rowOf.get(id) ?? -1
    const named = cases.place.values[cases.place.codes[row] ?? -1]
    if (named !== place) faults.push(`${id} is at ${named}`)
    measure(
      [
        [at[0], cases.lon[row] ?? Number.NaN],
        [at[1], cases.lat[row] ?? Number.NaN],
      ],
      id,
    )
  }
  const [first] = faults
  return { fault: first === undefined ? null : `${first} (${faults.length} in all)`, off }
}

const flat = (shape: Shape | null): number[] =>
  (shape ?? []).flatMap((polygon) => polygon.flatMap((ring) => Array.from(ring)))
