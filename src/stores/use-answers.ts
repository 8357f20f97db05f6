import { defineStore } from 'pinia'
import { computed, ref, shallowRef, toRaw, watch } from 'vue'
import type { AssessAnswer, CoverageAnswer, SupposedAnswers, Survey } from '#geo'
import { isAbort } from '../worker/client'
import { theKernel } from './kernel'
import { type Trouble, troubleOf } from './trouble'
import { useClocks } from './use-clocks'
import { useSuppositions } from './use-suppositions'
import { useWorkspaces } from './use-workspaces'

export type AnswerStatus = 'idle' | 'running' | 'fresh' | 'stale' | 'failed'

/** What the kernel answers about the open log at the two clocks. The last good answers stay, marked stale. */
export const useAnswers = defineStore('answers', () => {
  const kernel = theKernel()
  const workspaces = useWorkspaces()
  const clocks = useClocks()
  const suppositions = useSuppositions()
  const status = ref<AnswerStatus>('idle')
  const trouble = shallowRef<Trouble | null>(null)
  const assess = shallowRef<AssessAnswer | null>(null)
  const coverage = shallowRef<CoverageAnswer | null>(null)
  const survey = shallowRef<Survey | null>(null)
  /** what the hypotheses do; null while nothing is supposed */
  const supposed = shallowRef<Pick<SupposedAnswers, 'at' | 'otherwise' | 'changes'> | null>(null)
  /** the slice the answers are of; null without answers */
  const slice = shallowRef<{
    readonly workspace: string
    readonly effective: number
    readonly head: string | null
  } | null>(null)

  let turn = 0

  function forget(): void {
    assess.value = coverage.value = survey.value = slice.value = supposed.value = null
    status.value = 'idle'
    trouble.value = null
  }

  async function ask(): Promise<void> {
    const asked = ++turn
    const workspace = workspaces.registerOf
    if (workspace === null) {
      forget()
      return
    }
    if (slice.value && slice.value.workspace !== workspace) forget()
    const question = { workspace, known: workspaces.known, effective: clocks.effective }
    const { head } = workspaces.register
    status.value = survey.value ? 'stale' : 'running'
    try {
      const hypotheses = suppositions.all.map(toRaw)
      const supposing = hypotheses.length > 0
      const answers = supposing
        ? await kernel.ask('suppose', { ...question, hypotheses })
        : await kernel.ask('answers', question)
      if (asked !== turn) return
      supposed.value = 'changes' in answers ? (answers as SupposedAnswers) : null
      assess.value = answers.assess
      coverage.value = answers.coverage
      survey.value = answers.survey
      slice.value = { workspace, effective: question.effective, head }
      trouble.value = null
      status.value = 'fresh'
    } catch (reason) {
      if (asked !== turn) return
      // somebody else's question took its place: what stands is still behind
      if (isAbort(reason)) return ask()
      trouble.value = troubleOf(reason)
      status.value = 'failed'
    }
  }

  watch([() => workspaces.register, () => clocks.effective, () => suppositions.all], ask, {
    immediate: true,
  })

  return {
    status,
    trouble,
    /** something is being computed: dim what stands, and say so */
    isBehind: computed(() => status.value === 'running' || status.value === 'stale'),
    assess,
    coverage,
    survey,
    supposed,
    slice,
    ask,
  }
})
