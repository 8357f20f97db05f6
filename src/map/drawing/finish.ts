import { type Draft, worked } from './draft'
import { closedLine } from './step-line'

/** Why there is nothing to finish yet, as a code of area `drawing.said`; null where there is. */
export function unfinished({ tool, work, source }: Draft): string | null {
  switch (tool) {
    case 'measure':
      return null
    case 'merge':
      return work.other ? null : 'needsZone'
    case 'remainder':
      return work.other ? null : 'needsPlace'
    case 'split':
      return work.line.length >= 2 ? null : 'needsLine'
    case 'buffer':
      return source === 'zone' || work.line.length > (source === 'line' ? 1 : 0) ? null : 'needsSeed'
    case 'ring':
      return null
    case 'hole':
      return work.line.length >= 3 || work.ground ? null : 'tooFew'
    default:
      return work.ground || work.line.length >= 3 ? null : work.line.length > 0 ? 'tooFew' : 'nothingDrawn'
  }
}

/** Enter: the open line is closed; then the sheet that saves is asked for. Measuring only ends its line. */
export function finished(draft: Draft): Draft {
  const missing = unfinished(draft)
  if (missing) return { ...draft, said: { code: missing } }
  if (draft.tool === 'measure') return worked(draft, { line: [] }, { code: 'measured' })
  const whole = draft.tool === 'polygon' && draft.work.line.length > 0 ? closedLine(draft) : draft
  if (whole.work.line.length > 0 && draft.tool === 'polygon') return whole
  return { ...whole, pointer: null, snap: null, finishing: true, said: { code: 'finishing' } }
}
