import { type ComputedRef, computed } from 'vue'
import { type StepTarget, stepTargetOf } from '../../operations/approval/step-target'
import { useAnswers } from '../../stores/use-answers'
import { useSituation } from '../../stores/use-situation'
import { usePolicy } from '../shell/use-policy'

/** The step that is to be taken for a transition of a zone, as the screens stand; null where there is none. */
export function useStepTarget(
  about: () => { readonly zone: string | null; readonly transition: string | null },
): ComputedRef<StepTarget | null> {
  const situation = useSituation()
  const answers = useAnswers()
  const policy = usePolicy()
  return computed(() => {
    const { zone, transition } = about()
    const { assess, survey } = answers
    if (!zone || !transition || !assess || !survey) return null
    const desk = { register: situation.register, assess, survey, policy: policy.value }
    return stepTargetOf(desk, { zone, transition })
  })
}
