import { type Draft, LOOSE, worked } from './draft'
import type { Surroundings } from './input'

/** A place clicked or found: in, or out if it was in. */
export function toggled(draft: Draft, code: string): Draft {
  const { ground } = draft.work
  if (ground?.kind === 'drawn') return { ...draft, said: { code: 'isDrawn' } }
  const codes = ground?.codes ?? []
  const isIn = codes.includes(code)
  const next = isIn ? codes.filter((one) => one !== code) : [...codes, code]
  const said = { code: isIn ? 'placeOut' : 'placeIn', params: { code, n: next.length } }
  return worked(draft, { ground: next.length > 0 ? { kind: 'members', codes: next } : null }, said)
}

/** All places in the lasso: in; with none left to take in, out. */
export function lassoed(draft: Draft, around: Surroundings): Draft {
  const open = { ...draft, ...LOOSE }
  const { ground } = draft.work
  if (ground?.kind === 'drawn') return { ...open, said: { code: 'isDrawn' } }
  const found = draft.stroke && draft.stroke.length > 2 ? around.placesIn(draft.stroke) : []
  if (found.length === 0) return { ...open, said: { code: 'lassoEmpty' } }
  const codes = ground?.codes ?? []
  const news = found.filter((code) => !codes.includes(code))
  const next = news.length > 0 ? [...codes, ...news] : codes.filter((code) => !found.includes(code))
  const said = {
    code: news.length > 0 ? 'lassoIn' : 'lassoOut',
    params: { n: news.length > 0 ? news.length : found.length },
  }
  return worked(open, { ground: next.length > 0 ? { kind: 'members', codes: next } : null }, said)
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
  return code === null ? { ...draft, said: { code: 'nothingHere' } } : chosen(draft, code)
}

/** A place or zone named to a tool that chooses them. */
export function chosen(draft: Draft, code: string): Draft {
  if (draft.tool === 'place') return toggled(draft, code)
  const said = { code: `${draft.tool}Chosen`, params: { code } }
  return worked(draft, { other: draft.work.other === code ? null : code }, said)
}
