import type { DraftGround, Position, Snapped, VertexSpot } from '#geo'

/** The tools of the desk. `select` also edits the vertices of what is drawn. */
export const TOOLS = [
  'select',
  'polygon',
  'freehand',
  'place',
  'buffer',
  'ring',
  'remainder',
  'split',
  'merge',
  'hole',
  'trim',
  'measure',
] as const
export type Tool = (typeof TOOLS)[number]

/** Round what a buffer is laid: single positions, a line, or the zone that was chosen. */
export type BufferSource = 'points' | 'line' | 'zone'

/** What one step of the drawing's own undo brings back. */
export interface Work {
  /** what has been drawn so far; null is nothing */
  readonly ground: DraftGround | null
  /** the open line: sides of a polygon or hole, a cut, seeds of a buffer, a way to be measured */
  readonly line: readonly Position[]
  /** the town or district whose remainder is taken, or the zone to merge with */
  readonly other: string | null
}

export interface Pointer {
  readonly at: Position
  /** css px a metre */
  readonly perMetre: number
  readonly shift: boolean
  readonly alt: boolean
}

/** What has just happened, as a code of area `drawing.said` and what its sentence needs. */
export interface Said {
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
}

/** A drawing under way. Replaced at every input, never changed. */
export interface Draft {
  readonly tool: Tool
  /** the zone whose ground is edited, split, merged or widened; null draws a new one */
  readonly zone: string | null
  readonly work: Work
  readonly past: readonly Work[]
  readonly future: readonly Work[]
  readonly snapping: boolean
  readonly pointer: Pointer | null
  /** to what the pointer is drawn */
  readonly snap: Snapped | null
  /** to what the last vertex was drawn: a stretch of the same border may follow */
  readonly anchor: Snapped | null
  /** the vertex that keys act on */
  readonly chosen: VertexSpot | null
  /** the ground as it was when the vertex under the pointer was taken hold of; null while none is */
  readonly held: DraftGround | null
  /** a freehand line or lasso under the pressed pointer */
  readonly stroke: readonly Position[] | null
  /** where the pointer was pressed, to tell a click from a pull; null while it is up */
  readonly pressed: readonly [number, number] | null
  /** `bearing distance` as typed so far */
  readonly typed: string
  readonly source: BufferSource
  /** width of buffer and ring, m */
  readonly metres: number
  /** the sheet that saves is open */
  readonly finishing: boolean
  readonly said: Said | null
}

const NOTHING: Work = Object.freeze({ ground: null, line: [], other: null })

/** A drawing with nothing drawn. */
export const EMPTY_DRAFT: Draft = Object.freeze({
  tool: 'select',
  zone: null,
  work: NOTHING,
  past: [],
  future: [],
  snapping: true,
  pointer: null,
  snap: null,
  anchor: null,
  chosen: null,
  held: null,
  stroke: null,
  pressed: null,
  typed: '',
  source: 'points',
  metres: 500,
  finishing: false,
  said: null,
})

/** True where nothing is drawn and no tool waits: the map is the map. */
export function isIdle({ tool, work }: Draft): boolean {
  return tool === 'select' && work.ground === null && work.line.length === 0
}

/** True where leaving would lose something. */
export function isBegun({ work, past }: Draft): boolean {
  return past.length > 0 && (work.ground !== null || work.line.length > 0)
}

/** The draft after another piece of work, which its own undo takes back. */
export function worked(draft: Draft, work: Partial<Work>, said: Said | null = null): Draft {
  return {
    ...draft,
    work: { ...draft.work, ...work },
    past: [...draft.past, draft.work],
    future: [],
    typed: '',
    said,
  }
}

/** The last piece of work taken back; the same draft where there is none. */
export function undone(draft: Draft): Draft {
  const work = draft.past.at(-1)
  if (!work) return draft
  const future = [draft.work, ...draft.future]
  return { ...draft, work, past: draft.past.slice(0, -1), future, ...LOOSE, said: { code: 'undone' } }
}

/** The piece of work last taken back, again. */
export function redone(draft: Draft): Draft {
  const [work, ...future] = draft.future
  if (!work) return draft
  return { ...draft, work, past: [...draft.past, draft.work], future, ...LOOSE, said: { code: 'redone' } }
}

/** Nothing held, pressed or typed. */
export const LOOSE = Object.freeze({
  held: null,
  stroke: null,
  pressed: null,
  typed: '',
  chosen: null,
  anchor: null,
})
