import { defineStore } from 'pinia'
import { computed, ref, shallowRef, toRaw, watch } from 'vue'
import type { Exposure, ProposedZone, Scheme } from '#geo'
import { isAbort } from '../worker/client'
import { theKernel } from './kernel'
import { type Trouble, troubleOf } from './trouble'
import { useClocks } from './use-clocks'
import { useSuppositions } from './use-suppositions'
import { useWorkspaces } from './use-workspaces'

/** A proposed zone as it would be written. */
export interface NamedProposal {
  readonly id: string
  readonly name: string
  readonly zone: ProposedZone
}

/** Cases and exposed places → the zones the rules would draw → those a person takes. */
export const useProposal = defineStore('proposal', () => {
  const kernel = theKernel()
  const workspaces = useWorkspaces()
  const clocks = useClocks()
  const suppositions = useSuppositions()
  const cases = ref<string[]>([])
  const exposures = ref<Exposure[]>([])
  const scheme = shallowRef<Scheme | null>(null)
  const named = shallowRef<readonly NamedProposal[]>([])
  const taken = ref<ReadonlySet<string>>(new Set())
  const status = ref<'idle' | 'running' | 'ready' | 'no-policy' | 'failed'>('idle')
  const trouble = shallowRef<Trouble | null>(null)

  /** Asks for a scheme; `nameOf` gives each of its zones an id. All but a remainder is taken until a person says otherwise. */
  async function ask(nameOf: (scheme: Scheme) => readonly NamedProposal[]): Promise<void> {
    const workspace = workspaces.registerOf
    if (workspace === null) return
    status.value = 'running'
    trouble.value = null
    try {
      const answer = await kernel.ask('propose', {
        ...{ workspace, known: workspaces.known, effective: clocks.effective },
        cases: [...cases.value],
        exposures: exposures.value.map((one) => ({ ...toRaw(one) })),
      })
      scheme.value = answer
      named.value = answer ? nameOf(answer) : []
      taken.value = new Set(named.value.flatMap(({ id, zone }) => (zone.remainder ? [] : [id])))
      status.value = answer ? 'ready' : 'no-policy'
    } catch (reason) {
      if (isAbort(reason)) return
      trouble.value = troubleOf(reason)
      status.value = 'failed'
    }
  }

  function toggle(id: string): void {
    const next = new Set(taken.value)
    if (!next.delete(id)) next.add(id)
    taken.value = next
  }
  function forget(): void {
    scheme.value = null
    named.value = []
    taken.value = new Set()
    status.value = 'idle'
  }

  const chosen = computed(() => named.value.filter(({ id }) => taken.value.has(id)))
  watch(chosen, (zones) => {
    suppositions.proposed = zones.map(({ id, name, zone }) => ({
      ...{ kind: 'zoneDrawn', at: clocks.effective, zone: id, name, level: zone.level, policy: null },
      ground: zone.ground,
    }))
  })
  watch([() => workspaces.registerOf, () => clocks.effective], forget)

  return { cases, exposures, scheme, named, taken, chosen, status, trouble, ask, toggle, forget }
})
