import type { DraftGround } from '#geo'
import { type Draft, LOOSE, worked } from './draft'
import type { Surroundings } from './input'

/** A place clicked or found: in, or out if it was in. */
function toggled(draft: Draft, code: string, around: Surroundings): Draft {
  const { ground } = draft.work
  if (ground?.kind === 'drawn') return { ...draft, said: { code: 'isDrawn' } }
  const codes = ground?.codes ?? []
  const next = around.toggled(codes, code)
  const said = { code: around.holds(codes, code) ? 'placeOut' : 'placeIn', params: { code, n: next.length } }
  return worked(draft, { ground: membersOf(next) }, said)
}

const membersOf = (codes: readonly string[]): DraftGround | null =>
  codes.length > 0 ? { kind: 'members', codes } : null

/** All places in the lasso: in; with none left to take in, out. */
export function lassoed(draft: Draft, around: Surroundings): Draft {
  const open = { ...draft, ...LOOSE }
  const { ground } = draft.work
  if (ground?.kind === 'drawn') return { ...open, said: { code: 'isDrawn' } }
  const found = draft.stroke && draft.stroke.length > 2 ? around.placesIn(draft.stroke) : []
  if (found.length === 0) return { ...open, said: { code: 'lassoEmpty' } }
  const codes = ground?.codes ?? []
  const news = found.filter((code) => !around.holds(codes, code))
  const turned = news.length > 0 ? news : found
  const next = turned.reduce((so, code) => around.toggled(so, code), codes)
  const said = { code: news.length > 0 ? 'lassoIn' : 'lassoOut', params: { n: turned.length } }
  return worked(open, { ground: membersOf(next) }, said)
}

/** The place or zone a click at the pointer would mean with this tool; null where it means nothing. */
export function candidateOf(draft: Draft, around: Surroundings): string | null {
  const at = draft.pointer?.at
  if (!at) return null
  if (draft.tool === 'place') return around.placeAt(at)
  if (draft.tool === 'remainder' || draft.tool === 'trim') return around.townAt(at)
  if (draft.tool !== 'merge') return null
  const zone = around.zoneAt(at)
  return zone === draft.zone ? null : zone
}

/** A click with a tool that chooses places or zones. */
export function picked(draft: Draft, around: Surroundings): Draft {
  const code = candidateOf(draft, around)
  return code === null ? { ...draft, said: { code: 'nothingHere' } } : chosen(draft, code, around)
}

/** A place or zone named to a tool that chooses them. */
export function chosen(draft: Draft, code: string, around: Surroundings): Draft {
  if (draft.tool === 'place') return toggled(draft, code, around)
  const said = { code: `${draft.tool}Chosen`, params: { code } }
  return worked(draft, { other: draft.work.other === code ? null : code }, said)
}
