import { type ComputedRef, computed } from 'vue'
import { type Policy, policyDocuments, resolvePolicy } from '#geo'
import { useAnswers } from '../../stores/use-answers'
import { useWorkspaces } from '../../stores/use-workspaces'

/** The resolved policy by which the open workspace is read; null where it is not known here. */
export function usePolicy(): ComputedRef<Policy | null> {
  const answers = useAnswers()
  return usePolicyNamed(() => answers.survey?.policy.id ?? null)
}

/** The resolved policy that a zone is assessed by, its own before that of the workspace. */
export function useZonePolicy(zone: () => string | null): ComputedRef<Policy | null> {
  const answers = useAnswers()
  return usePolicyNamed(() => answers.assess?.zones.find(({ id }) => id === zone())?.policy ?? null)
}

function usePolicyNamed(named: () => string | null): ComputedRef<Policy | null> {
  const workspaces = useWorkspaces()
  const id = computed(named)
  return computed(() =>
    id.value ? resolvePolicy(id.value, policyDocuments(workspaces.register)).policy : null,
  )
}
