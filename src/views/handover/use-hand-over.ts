import { computed, shallowRef, watch } from 'vue'
import type { HandOverContent, SignedHandOver } from '#geo'
import { beginOf, handOver } from '../../log/handover/hand-over'
import { handedOver } from '../../log/handover/handover-deeds'
import { theKernel } from '../../stores/kernel'
import { useAnswers } from '../../stores/use-answers'
import { useClocks } from '../../stores/use-clocks'
import { useWorkspaces } from '../../stores/use-workspaces'

/** What is shown: a hand-over that was signed stays as it is, else the one of this hour. */
export interface ShownHandOver {
  readonly content: HandOverContent
  readonly signed: SignedHandOver | null
  readonly number: number
}

/** The hand-over of this hour and those that were signed; `chosen` is the id of one of these, null the present one. */
export function useHandOver(chosen: () => string | null) {
  const kernel = theKernel()
  const workspaces = useWorkspaces()
  const answers = useAnswers()
  const clocks = useClocks()
  const drawn = shallowRef<HandOverContent | null>(null)
  const signed = computed(() => workspaces.register.handovers ?? [])
  const waiting = computed(() => handedOver(workspaces.register))
  let turn = 0

  async function draw(): Promise<void> {
    const mine = ++turn
    // a question of one's own would take the place of the one that the screens wait for
    if (answers.isBehind) return
    const { survey, assess, coverage, slice } = answers
    const workspace = workspaces.registerOf
    if (!survey || !assess || !coverage || !slice || workspace === null) return
    const facts = workspaces.register
    const since = beginOf(facts, slice.effective)
    const before = await kernel
      .ask('answers', { workspace, known: workspaces.known, effective: since })
      .catch(() => null)
    if (mine !== turn || !before) return
    const asOf = slice.effective
    drawn.value = handOver({ facts, since, asOf, before: before.survey, survey, assess, coverage })
  }
  watch(
    [() => answers.status, () => answers.survey, () => workspaces.register, () => clocks.effective],
    draw,
    {
      immediate: true,
    },
  )

  const shown = computed((): ShownHandOver | null => {
    const one = signed.value.find(({ id }) => id === chosen()) ?? waiting.value
    if (one) return { content: one.content, signed: one, number: one.number }
    return drawn.value && { content: drawn.value, signed: null, number: signed.value.length + 1 }
  })
  return { shown, signed, waiting }
}
