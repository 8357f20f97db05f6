import { type DraftGround, geometryOf, type Position, shapeOfGeometry } from '#geo'
import { type BufferSource, type Draft, EMPTY_DRAFT, TOOLS, type Tool } from './draft'

interface Kept {
  readonly tool: Tool
  readonly zone: string | null
  readonly source: BufferSource
  readonly metres: number
  readonly line: readonly Position[]
  readonly other: string | null
  readonly codes: readonly string[] | null
  readonly geometry: { readonly type: string; readonly coordinates?: unknown } | null
}

/** An unfinished drawing as text, so that it outlives the page. */
export function keptText({ tool, zone, source, metres, work }: Draft): string {
  const { ground, line, other } = work
  const kept: Kept = {
    tool,
    zone,
    source,
    metres,
    line,
    other,
    codes: ground?.kind === 'members' ? ground.codes : null,
    geometry: ground?.kind === 'drawn' ? geometryOf(ground.shape) : null,
  }
  return JSON.stringify(kept)
}

/** The drawing that was kept; null where the text is none. */
export function keptDraft(text: string): Draft | null {
  try {
    const kept = JSON.parse(text) as Partial<Kept>
    if (!TOOLS.some((tool) => tool === kept.tool)) return null
    const work = { ground: groundOf(kept), line: kept.line ?? [], other: kept.other ?? null }
    const { tool, zone = null, source = 'points', metres = EMPTY_DRAFT.metres } = kept
    return { ...EMPTY_DRAFT, tool: tool!, zone, source, metres, work, past: [EMPTY_DRAFT.work] }
  } catch {
    return null
  }
}

function groundOf({ codes, geometry }: Partial<Kept>): DraftGround | null {
  if (codes) return { kind: 'members', codes }
  const shape = shapeOfGeometry(geometry ?? null)
  return shape && { kind: 'drawn', shape }
}
