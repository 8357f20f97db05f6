import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import type { Hypothesis } from '#geo'
import { useWorkspaces } from './use-workspaces'

/** What is being supposed. It lives on this page only: nothing of it is written until a person takes it over. */
export const useSuppositions = defineStore('suppositions', () => {
  const workspaces = useWorkspaces()
  const hypotheses = shallowRef<readonly Hypothesis[]>([])
  const isOpen = ref(false)

  function add(hypothesis: Hypothesis): void {
    hypotheses.value = [...hypotheses.value, hypothesis]
  }
  function remove(index: number): void {
    hypotheses.value = hypotheses.value.toSpliced(index, 1)
  }
  function clear(): void {
    hypotheses.value = []
  }

  watch(() => workspaces.registerOf, clear)

  return { hypotheses, isOpen, add, remove, clear }
})
