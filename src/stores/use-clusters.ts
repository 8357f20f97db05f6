import { defineStore } from 'pinia'
import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { ClustersAnswer } from '#geo'
import { isAbort } from '../worker/client'
import { theKernel } from './kernel'
import { type Trouble, troubleOf } from './trouble'
import { useAnswers } from './use-answers'
import { useWorkspaces } from './use-workspaces'

/** Clusters of the slice of the answers, asked only while something shows them: nobody waits for what nobody sees. */
export const useClusters = defineStore('clusters', () => {
  const answers = useAnswers()
  const workspaces = useWorkspaces()
  const answer = shallowRef<ClustersAnswer | null>(null)
  const trouble = shallowRef<Trouble | null>(null)
  const shownBy = ref(0)
  let of: typeof answers.slice = null

  async function ask(): Promise<void> {
    const { slice } = answers
    if (of !== slice) trouble.value = null
    if (shownBy.value === 0 || slice === null) {
      answer.value = null
      of = null
      return
    }
    if (of === slice) return
    if (of?.workspace !== slice.workspace) answer.value = null
    of = slice
    const { workspace, effective } = slice
    try {
      const made = await theKernel().ask('clusters', {
        ...{ workspace, effective, known: workspaces.known, options: {} },
      })
      if (of === slice) answer.value = made
    } catch (reason) {
      if (!isAbort(reason) && of === slice) trouble.value = troubleOf(reason)
    }
  }
  watch([() => answers.slice, () => shownBy.value > 0], ask)

  /** Whoever calls this shows them until its scope ends. */
  function show(): void {
    shownBy.value++
    onScopeDispose(() => shownBy.value--)
  }

  return { answer, trouble, show }
})
