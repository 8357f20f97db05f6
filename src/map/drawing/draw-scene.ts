import { type DraftFigures, distanceM, type Position, representativePoint, type Shape } from '#geo'
import type { Draft } from './draft'
import { type Grounds, type Preview, withPointer } from './preview'
import type { DrawingScene, SceneGround, SceneHandle, SceneLine, SceneText } from './scene'
import { middlesOf, verticesOf } from './vertices'

/** Beyond this many vertices the middles of edges are not offered: the vertices alone fill the line. */
const MIDDLES = 400
/** A side shorter than this has no room for its length, css px. */
const WRITTEN = 28

/** Everything a scene is made from beside the drawing itself. */
export interface SceneFacts {
  readonly grounds: Grounds
  readonly preview: Preview
  /** of the preview; null while nothing is drawn */
  readonly figures: DraftFigures | null
  /** the place or zone a click would mean, with its ground, and whether it is in already */
  readonly candidate: { readonly shape: Shape; readonly isIn: boolean } | null
  /** two lines beside the pointer; null says nothing */
  readonly note: { readonly title: string; readonly text: string } | null
  readonly faults: DrawingScene['faults']
  /** a length as it is written on the map */
  readonly lengthText: (metres: number) => string
  /** the name of a part of a split, from 1 */
  readonly partText: (part: number) => string
}

/** What is painted of a drawing. */
export function sceneOfDraft(draft: Draft, facts: SceneFacts): DrawingScene {
  const { note } = facts
  const at = draft.pointer?.at
  return {
    cursor: cursorOf(draft, facts),
    grounds: groundsOf(draft, facts),
    lines: linesOf(draft),
    handles: handlesOf(draft),
    crossings: facts.figures?.crossings?.list ?? [],
    faults: facts.faults,
    snap: draft.snap && { at: draft.snap.position, look: draft.snap.kind },
    texts: facts.preview.parts.length > 0 ? partTexts(facts) : textsOf(draft, facts.lengthText),
    note: note && at ? { at, ...note } : null,
  }
}

function cursorOf({ tool, held, finishing }: Draft, { candidate }: SceneFacts): string {
  if (finishing || tool === 'select') return held ? 'grabbing' : ''
  if (tool === 'place' || tool === 'merge' || tool === 'trim' || tool === 'remainder')
    return candidate ? 'pointer' : ''
  return 'crosshair'
}

function groundsOf(draft: Draft, { grounds, preview, candidate, faults }: SceneFacts): SceneGround[] {
  const { work, zone } = draft
  const all: SceneGround[] = []
  const before = work.ground ? grounds.shapeOf(work.ground) : null
  if (before && preview.ground && preview.ground !== work.ground) all.push({ shape: before, look: 'source' })
  if (zone && (draft.tool === 'buffer' || draft.tool === 'ring' || draft.tool === 'merge'))
    all.push({ shape: grounds.zoneShape(zone), look: 'source' })
  const isFaulty = faults.some(({ refuses }) => refuses)
  if (preview.ground && preview.parts.length === 0)
    all.push({ shape: grounds.shapeOf(preview.ground), look: isFaulty ? 'faulty' : 'draft' })
  else if (before) all.push({ shape: before, look: 'source' })
  for (const part of preview.parts) all.push({ shape: grounds.shapeOf(part), look: 'part' })
  if (candidate) all.push({ shape: candidate.shape, look: candidate.isIn ? 'drop' : 'add' })
  return all
}

function linesOf(draft: Draft): SceneLine[] {
  const { tool, stroke, work } = draft
  if (stroke) return [{ positions: stroke, look: tool === 'place' ? 'lasso' : 'draft' }]
  const line = withPointer(draft)
  if (line.length < 2 || (tool === 'buffer' && draft.source === 'points')) return []
  const look = tool === 'measure' ? 'measure' : 'draft'
  const isOpen = line.length > work.line.length && !draft.finishing
  if (!isOpen) return [{ positions: line, look }]
  /** the outline of the ground shows the side that follows the pointer */
  if (tool === 'polygon' && line.length > 2) return [{ positions: work.line, look }]
  return [
    { positions: work.line, look },
    { positions: line.slice(-2), look: 'guide' },
  ]
}

function handlesOf(draft: Draft): SceneHandle[] {
  const { work, tool, chosen, source } = draft
  if (work.line.length > 0) {
    const look = tool === 'buffer' && source === 'points' ? 'seed' : 'vertex'
    return work.line.map((at, i) => ({ at, look: i === 0 && look === 'vertex' ? 'first' : look }))
  }
  if (tool !== 'select' || work.ground?.kind !== 'drawn') return []
  const { shape } = work.ground
  const all: SceneHandle[] = []
  for (const [spot, at] of verticesOf(shape)) {
    const isChosen =
      chosen?.polygon === spot.polygon && chosen.ring === spot.ring && chosen.vertex === spot.vertex
    all.push({ at, look: isChosen ? 'held' : 'vertex' })
  }
  if (all.length <= MIDDLES && !draft.held)
    for (const [, at] of middlesOf(shape)) all.push({ at, look: 'middle' })
  return all
}

/** Lengths stand on the side being drawn; while measuring, on every side. */
function textsOf(draft: Draft, lengthText: (metres: number) => string): SceneText[] {
  if (draft.stroke || (draft.tool === 'buffer' && draft.source === 'points')) return []
  const line = withPointer(draft)
  const sides = line.slice(1).map((to, i) => [line[i]!, to] as const)
  const shown =
    draft.tool === 'measure' ? sides : sides.length > draft.work.line.length - 1 ? sides.slice(-1) : []
  const perMetre = draft.pointer?.perMetre ?? 1
  return shown.flatMap(([from, to]) => {
    const metres = distanceM(from, to)
    return metres * perMetre < WRITTEN ? [] : [{ at: between(from, to), text: lengthText(metres) }]
  })
}

/** The parts of a split are numbered as the sheet that saves lists them. */
function partTexts({ preview, grounds, partText }: SceneFacts): SceneText[] {
  return preview.parts.flatMap((part, i) => {
    const at = representativePoint(grounds.shapeOf(part))
    return at ? [{ at, text: partText(i + 1) }] : []
  })
}

const between = (a: Position, b: Position): Position => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
