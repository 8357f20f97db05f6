import { type ComputedRef, computed, type ShallowRef, shallowRef } from 'vue'
import type { Kernel } from '../../worker/client'
import type { Call, Input, Output } from '../../worker/messages'
import { theKernel } from '../kernel'
import { type Trouble, writeTroubleOf } from '../trouble'
import { useWorkspaces } from '../use-workspaces'

/** Questions about the open workspace where it is one of one's own: what goes wrong is told, and the answer is null. */
export function ownQuestions(): {
  /** id of the workspace; null where none is open, or one that is only read */
  own: ComputedRef<string | null>
  trouble: ShallowRef<Trouble | null>
  ask: <C extends Call>(call: C, input: Input<C>, of?: Kernel) => Promise<Output<C> | null>
} {
  const kernel = theKernel()
  const workspaces = useWorkspaces()
  const own = computed(() => (workspaces.current?.readOnly === false ? workspaces.current.id : null))
  const trouble = shallowRef<Trouble | null>(null)

  async function ask<C extends Call>(call: C, input: Input<C>, of = kernel): Promise<Output<C> | null> {
    try {
      return await of.ask(call, input)
    } catch (reason) {
      trouble.value = writeTroubleOf(reason, { title: workspaces.current?.title ?? '' })
      return null
    }
  }
  return { own, trouble, ask }
}
