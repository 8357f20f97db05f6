import { type ComputedRef, computed } from 'vue'
import { type Policy, policyDocuments, resolvePolicy } from '#geo'
import { useAnswers } from '../../stores/use-answers'
import { useWorkspaces } from '../../stores/use-workspaces'

/** The resolved policy by which the open workspace is assessed; null where it is not known here. */
export function usePolicy(): ComputedRef<Policy | null> {
  const workspaces = useWorkspaces()
  const answers = useAnswers()
  return computed(() => {
    const id = answers.survey?.policy.id
    return id ? resolvePolicy(id, policyDocuments(workspaces.register)).policy : null
  })
}
