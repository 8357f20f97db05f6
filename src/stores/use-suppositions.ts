import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { Hypothesis } from '#geo'
import { useWorkspaces } from './use-workspaces'

type Drawn = Extract<Hypothesis, { kind: 'zoneDrawn' }>

/** What is being supposed. It lives on this page only: nothing of it is written until a person takes it over. */
export const useSuppositions = defineStore('suppositions', () => {
  const workspaces = useWorkspaces()
  /** what a person supposes */
  const hypotheses = shallowRef<readonly Hypothesis[]>([])
  /** zones of a proposal that is being looked at */
  const proposed = shallowRef<readonly Drawn[]>([])
  const panel = ref<'what-if' | 'proposal' | null>(null)

  function add(hypothesis: Hypothesis): void {
    hypotheses.value = [...hypotheses.value, hypothesis]
  }
  function remove(index: number): void {
    hypotheses.value = hypotheses.value.toSpliced(index, 1)
  }
  function clear(): void {
    hypotheses.value = []
    proposed.value = []
  }
  function toggle(which: 'what-if' | 'proposal'): void {
    panel.value = panel.value === which ? null : which
  }

  watch(() => workspaces.registerOf, clear)

  return {
    hypotheses,
    proposed,
    panel,
    /** everything that is supposed now */
    all: computed<readonly Hypothesis[]>(() => [...hypotheses.value, ...proposed.value]),
    add,
    remove,
    clear,
    toggle,
  }
})
