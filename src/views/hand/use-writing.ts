import { ref } from 'vue'
import { useLocale } from '../../i18n/use-locale'
import type { HandSaid } from '../../log/hand/hand-faults'
import type { HandDisabled, HandVerb } from '../../operations/hand/writing'
import { useWorkspaces } from '../../stores/use-workspaces'
import { showToast } from '../../ui/toasts'
import { useOwnWorkspace } from '../shell/use-own-workspace'

/** Writing by hand, one entry at a time: what holds it back, and a note once it was written. */
export function useWriting(unsigned: () => void) {
  const { t } = useLocale()
  const workspaces = useWorkspaces()
  const { own } = useOwnWorkspace()
  const busy = ref(false)

  const writingOf = <Said extends HandSaid>(draft: Said | null) => ({
    ...{ draft, facts: workspaces.register, own },
  })
  /** What holds the entry back; null where it can be written. */
  const heldBack = <Said extends HandSaid>(verb: HandVerb<Said>, draft: Said | null): HandDisabled | null =>
    verb.disabled(writingOf(draft))

  /** True where it was written; where nobody signed, who writes is asked. */
  async function write<Said extends HandSaid>(
    verb: HandVerb<Said>,
    draft: Said | null,
    title: string,
  ): Promise<boolean> {
    const held = heldBack(verb, draft)
    if (held?.code === 'no-author') unsigned()
    if (held || busy.value) return false
    busy.value = true
    try {
      const isWritten = await verb.run(writingOf(draft))
      if (isWritten) showToast({ id: 'hand', title, text: t('hand.undoNote'), calm: true })
      return isWritten
    } finally {
      busy.value = false
    }
  }
  return { busy, heldBack, write }
}
