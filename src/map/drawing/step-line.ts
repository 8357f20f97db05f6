import { along, bearingOf, faultsOf, nearDistanceM, type Position, rightAngle, type Shape, union } from '#geo'
import { rounded } from '../../i18n/measures'
import { type Draft, LOOSE, type Pointer, type Tool, worked } from './draft'
import type { Input, Surroundings } from './input'

/** css px within which a click means the vertex that stands there */
export const REACH = 10

/** Tools whose sides run along a border between two of its vertices; a cut and a measured way run straight. */
const FOLLOWS: ReadonlySet<Tool> = new Set(['polygon', 'hole'])

/** True for tools whose clicks set the vertices of a line. */
export function drawsLine({ tool, source }: Pick<Draft, 'tool' | 'source'>): boolean {
  if (tool === 'buffer') return source !== 'zone'
  return tool === 'polygon' || tool === 'split' || tool === 'hole' || tool === 'measure'
}

/** Where the next vertex would stand: drawn to what is near, or turned to a right angle while Shift is down. */
export function aimed(draft: Draft, pointer: Pointer, around: Surroundings): Pick<Draft, 'pointer' | 'snap'> {
  const within = REACH / pointer.perMetre
  if (draft.tool === 'buffer' && draft.source === 'points') {
    return { pointer, snap: around.caseAt(pointer.at, within) }
  }
  if (pointer.shift && draft.work.line.length > 0)
    return { pointer: { ...pointer, at: turned(draft.work.line, pointer.at) }, snap: null }
  return { pointer, snap: draft.snapping && !pointer.alt ? around.snap(pointer.at, within) : null }
}

/** The position at a right angle to, or straight on from, the side before it; the first side lies along a compass line. */
function turned(line: readonly Position[], at: Position): Position {
  const last = line.at(-1)!
  const before = line.at(-2) ?? along(last, { bearing: 180, distanceM: 100 })
  return rightAngle([before, last], at)
}

/** A click: the first vertex closes, the last one ends, everywhere else another vertex is set. */
export function clicked(draft: Draft, around: Surroundings): Draft {
  const { pointer, snap } = draft
  if (!pointer) return draft
  const at = snap?.position ?? pointer.at
  const { line } = draft.work
  const near = (one: Position | undefined): boolean =>
    one !== undefined && nearDistanceM(one, at) * pointer.perMetre < REACH
  if (encloses(draft) && line.length >= 3 && near(line[0])) return closedLine(draft)
  if (near(line.at(-1))) {
    if (line.length < (encloses(draft) ? 3 : 2)) return { ...draft, said: { code: 'sameSpot' } }
    return encloses(draft) ? closedLine(draft) : { ...draft, said: { code: 'lineEnded' } }
  }
  const isFollowing = snap !== null && draft.anchor !== null && FOLLOWS.has(draft.tool)
  const way = isFollowing ? around.trace(draft.anchor!, snap) : []
  const said = {
    code: way.length > 0 ? 'vertexAlong' : 'vertex',
    params: { n: line.length + way.length + 1 },
  }
  return { ...worked(draft, { line: [...line, ...way, at] }, said), anchor: snap }
}

const encloses = ({ tool }: Draft): boolean => tool === 'polygon' || tool === 'hole'

/** The typed side added: `bearing distance` in degrees from north and metres; a distance alone goes straight on. */
export function typedSide(draft: Draft): Draft {
  const words = draft.typed
    .trim()
    .split(/[\s,，]+/)
    .map(Number)
  const last = draft.work.line.at(-1)
  if (!last) return { ...draft, typed: '', said: { code: 'needsVertex' } }
  const [bearing, metres] = words.length > 1 ? words : [straightOn(draft.work.line), words[0]]
  if (!Number.isFinite(bearing) || !Number.isFinite(metres) || !(metres! > 0))
    return { ...draft, typed: '', said: { code: 'notMeasured' } }
  const line = [...draft.work.line, along(last, { bearing: bearing!, distanceM: metres! })]
  const params = { bearing: rounded(bearing!, 1), metres: metres! }
  return { ...worked(draft, { line }, { code: 'side', params }), anchor: null }
}

function straightOn(line: readonly Position[]): number {
  const [a, b] = [line.at(-2), line.at(-1)]
  return a && b ? bearingOf(a, b).bearing : 0
}

/** The open line as a ring. */
export const ringOf = (line: readonly Position[]): Shape => [[Float64Array.from([...line, line[0]!].flat())]]

/** Both grounds as one; a ring that is at fault is laid beside the other as it was drawn, and nothing is mended in silence. */
export function joined(ground: Shape, added: Shape): Shape {
  const isSound = faultsOf(ground).length + faultsOf(added).length === 0
  return isSound ? union([ground, added]) : [...ground, ...added]
}

/** The open line of a polygon becomes ground; a second polygon is added to the first. */
export function closedLine(draft: Draft): Draft {
  const { line, ground } = draft.work
  if (draft.tool === 'hole') return { ...draft, said: { code: 'holeReady' } }
  if (line.length < 3) return { ...draft, said: { code: 'tooFew' } }
  if (ground?.kind === 'members') return { ...draft, said: { code: 'isMembers' } }
  const shape = ringOf(line)
  const whole = ground ? joined(ground.shape, shape) : shape
  const next = worked(draft, { line: [], ground: { kind: 'drawn', shape: whole } }, { code: 'closed' })
  return { ...next, ...LOOSE, tool: 'select', snap: null }
}

/** Keys of tools that draw a line; null where the key is not theirs. */
export function lineKey(
  draft: Draft,
  { key, centre }: Extract<Input, { kind: 'key' }>,
  around: Surroundings,
): Draft | null {
  const { line } = draft.work
  if (/^[\d. ,-]$/.test(key) && (key !== ' ' || draft.typed !== '') && draft.tool !== 'buffer')
    return { ...draft, typed: draft.typed + key }
  if (key === ' ') {
    const at = draft.pointer?.at ?? centre
    const pointer = draft.pointer ?? (at && { at, perMetre: 1, shift: false, alt: false })
    return { ...clicked({ ...draft, pointer }, around), pointer: draft.pointer }
  }
  if (key !== 'Backspace' && key !== 'Delete') return null
  if (draft.typed) return { ...draft, typed: draft.typed.slice(0, -1) }
  return line.length > 0
    ? { ...worked(draft, { line: line.slice(0, -1) }, { code: 'vertexRemoved' }), anchor: null }
    : draft
}
