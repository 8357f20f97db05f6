import { formatMoment, type Opinion, readMoment } from '#geo'
import { digest } from '../../log/digest'
import type { Body } from '../../log/events'
import { evidenceOf } from '../../log/fold/evidence'
import { blockOfBytes } from '../../log/rows/blocks'
import type { ColumnBlock } from '../../log/rows/columns'
import { hashOfBlock } from '../../log/rows/segment'
import type { StepTarget } from './step-target'

/** What the author of a step says. Times as typed, on the pack's clock. */
export interface StepForm {
  readonly note: string
  readonly takesEffectAt: string | null
  readonly opinions: readonly Opinion[]
  /** keys of the differences that were shown and accepted */
  readonly accepts: readonly string[]
  /** PNG of the map as it was seen; null where none could be drawn */
  readonly picture: Uint8Array | null
}

/** What one append writes for a step. */
export interface StepWriting {
  readonly drafts: readonly Body[]
  readonly blocks: ReadonlyMap<string, ColumnBlock>
}

type StepType = 'proposed' | 'assessed' | 'approved' | 'declined'

/** The step with what it saw, and the picture as a kept file in the same append. */
export function stepWriting(target: StepTarget, form: StepForm, type: StepType): StepWriting {
  const { zone, transition, next, seen, follows } = target
  const block = form.picture && blockOfBytes(form.picture)
  const hash = block && hashOfBlock(block)
  const step: Body = {
    type: `transition.${type}@1`,
    zone: zone.id,
    transition: transition.id,
    step: next?.step ?? type,
    at: seen.asOf,
    decision: type === 'declined' ? 'declined' : 'given',
    takesEffectAt: type === 'approved' ? effectOf(target, form) : null,
    note: form.note.trim() || null,
    follows,
    evidence: evidenceOf(seen, hash),
    accepts: type === 'declined' ? [] : target.differences.map(({ key }) => key),
    ...(form.opinions.length > 0 ? { opinions: form.opinions } : {}),
  }
  const drafts = [step, ...(type === 'approved' ? [moveOf(target, form)] : [])]
  if (!block || !hash || !form.picture) return { drafts, blocks: new Map() }
  return { drafts: [...drafts, kept(target, form.picture, hash)], blocks: new Map([[hash, block]]) }
}

/** The change itself, from the moment it takes effect. */
function moveOf(target: StepTarget, form: StepForm): Body {
  const { zone, transition, name } = target
  const at = effectOf(target, form)
  if (transition.into !== null) return { type: 'zone.merged@1', zone: zone.id, into: transition.into, at }
  const because = form.note.trim() || name.zh
  return { type: 'zone.moved@1', zone: zone.id, to: transition.to, at, because }
}

/** As the log keeps it, with the pack's offset. What is no time falls back on the as-of; the verb refuses it before. */
function effectOf({ timezone, seen }: StepTarget, form: StepForm): string {
  const moment = readMoment(timezone, form.takesEffectAt ?? '')
  return moment ? formatMoment(timezone, moment) : seen.asOf
}

function kept({ zone, transition, next }: StepTarget, bytes: Uint8Array, block: string): Body {
  const hash = digest(bytes)
  const name = `evidence/${zone.id}-${transition.id}-${next?.step ?? 'step'}-${hash.slice(0, 8)}.png`
  const file = { name: name.replace(/[^\w./-]/g, '_'), hash, size: bytes.length, encoding: null, frame: null }
  return { type: 'file.kept@1', file, block }
}
