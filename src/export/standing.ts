import { type Facts, type ListName, type Shape, zoneShape } from '#geo'
import { append, tailOf } from '../log/append'
import type { Body } from '../log/events'
import { fold } from '../log/fold/fold'
import type { Register } from '../log/fold/register'
import type { Standing } from '../log/news'
import { cellAt } from '../log/rows/cells'
import type { ColumnBlock } from '../log/rows/columns'
import { hashOfBlock } from '../log/rows/segment'
import { KNOWN_AT } from '../records/field'
import { KINDS, type Kind } from '../records/records'
import type { WrittenRow } from '../records/written'
import { rowsOf } from './rows'
import { registerWritten } from './tables/register-written'

/** Rows of one file that are compared with what stands; beyond them only what files brought is. */
const MOST = 200_000

/**
 * Which rows of a file say just what stands, though no file brought it so: drawn or decided on the screen, corrected by
 * hand, a level by its name, a name that was left out. A row stands for one row only.
 */
export function standingIn(existing: Register | null): Standing {
  let own: Register | null = null
  return (draft, block, { said, isEqual }) => {
    const kind = KINDS.find(({ list }) => list === block.list)
    if (!existing || !kind || block.length > MOST || isEqual.every(Boolean)) return NONE
    own ??= registerWritten(existing, null)
    const standing = rowsOf(own, kind.list)
    const names = namesCompared(kind, block, said)
    if (standing.length === 0 || names === null) return NONE
    const facts = factsOf(draft, block, existing)
    const order = orderOf(block)
    const written = rowsOf(facts, kind.list)
    if (written.length !== block.length) return NONE
    const left = counted(
      standing.flatMap((row, at) => keysOf(row, { names, own: own!, list: kind.list, at })),
    )
    const keys = order.map((at) => keyOf(written[at]!, names, written[at]!.shape ?? null))
    isEqual.forEach((is, at) => {
      if (is) left.set(keys[at]!, (left.get(keys[at]!) ?? 0) - 1)
    })
    return new Set(
      keys.flatMap((key, at) => {
        const count = left.get(key) ?? 0
        if (isEqual[at] || count <= 0) return []
        left.set(key, count - 1)
        return [at]
      }),
    )
  }
}

const NONE: ReadonlySet<number> = new Set()

/** By place in a block, the place of the row among the written ones: steps without a decision come last. */
function orderOf({ list, columns, length }: ColumnBlock): number[] {
  const places = Array.from({ length }, (_, at) => at)
  if (list !== 'transitions') return places
  const isOpen = places.map((at) => cellAt(columns.decision, at) === null)
  const written = [...places.filter((at) => !isOpen[at]), ...places.filter((at) => isOpen[at])]
  const order: number[] = []
  for (const [place, at] of written.entries()) order[at] = place
  return order
}

/** The columns that a file says something of; null where one is no column of the kind, for what stands does not tell it. */
function namesCompared(
  kind: Kind,
  { columns }: ColumnBlock,
  said: ReadonlySet<string> | null,
): readonly string[] | null {
  const own = new Set([...kind.fields, KNOWN_AT].map(({ name }) => name))
  const brought = Object.keys(columns)
  const others = brought.filter((name) => !own.has(name))
  if (others.length > 0 && kind.list !== 'reports') return null
  return [...new Set([...(said ?? own), ...brought])]
    .filter((name) => kind.list === 'reports' || own.has(name))
    .sort()
}

/** The facts that the file alone gives, read with the rules and the time zone of the workspace. */
function factsOf(draft: Body, block: ColumnBlock, { pack, policies }: Register): Facts {
  const segment = hashOfBlock(block)
  const bodies = [
    { type: 'pack.described@1', pack },
    ...policies.map((policy) => ({ type: 'policy.adopted@1', policy })),
    { ...draft, segment, rows: block.length },
  ] as Body[]
  const events = append(bodies, tailOf([]), { by: { name: '', unit: '' }, device: 'compare', now: 1 })
  return fold(events, new Map([[segment, block]]), { known: null, learned: 'fromTheBeginning' })
}

/** A row that stands; of a zone with members also as it leaves with the ground of these. */
function keysOf(
  row: WrittenRow,
  { names, own, list, at }: { names: readonly string[]; own: Register; list: ListName; at: number },
): string[] {
  const drawn = keyOf(row, names, row.shape ?? null)
  if (list !== 'zones' || !names.includes('shape')) return [drawn]
  return [...new Set([drawn, keyOf(row, names, zoneShape(own.zones[at]!, own.places))])]
}

function keyOf({ cells, line, position }: WrittenRow, names: readonly string[], shape: Shape | null): string {
  const [lng, lat] = position ?? []
  const ground = { shape: shapeText(shape), line: line && Array.from(line), lng, lat }
  return JSON.stringify(names.map((name) => cells[name] ?? ground[name as keyof typeof ground] ?? null))
}

/** Rings in whichever direction they run. */
const shapeText = (shape: Shape | null): string | null =>
  shape && shape.length > 0
    ? shape.map((rings) => rings.map((ring) => ringText(ring)).join(' ')).join(';')
    : null

function ringText(ring: Float64Array): string {
  const points = Array.from({ length: ring.length / 2 }, (_, at) => `${ring[at * 2]},${ring[at * 2 + 1]}`)
  const [one, other] = [points.join(' '), points.reverse().join(' ')]
  return one < other ? one : other
}

function counted(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
