import type { HandOverContent } from '#geo'
import type { HandoverBody } from '../../log/handover/handover-body'
import { handedOver, isSamePerson } from '../../log/handover/handover-deeds'
import { useAuthor } from '../../stores/author'
import { type HandVerb, handVerb } from '../hand/writing'

const signed = handVerb<HandoverBody>({ id: 'handover.sign', label: 'handover.sign' })

/** A signature of a hand-over; who hands over does not take over. */
export const signHandover: HandVerb<HandoverBody> = {
  ...signed,
  disabled: (writing) => {
    const held = signed.disabled(writing)
    if (held || writing.draft?.role !== 'in') return held
    const out = handedOver(writing.facts)?.out.name ?? ''
    return isSamePerson(out, useAuthor().author?.name ?? '') ? { code: 'same-person', field: 'author' } : null
  },
}

/** Who hands over freezes what it says. */
export const handedBy = (content: HandOverContent): HandoverBody => ({
  ...{ type: 'handover.signed@1', role: 'out', of: null, content },
})

export const takenOver = (of: string): HandoverBody => ({
  ...{ type: 'handover.signed@1', role: 'in', of, content: null },
})
