import { type ComputedRef, computed } from 'vue'
import { type StepTarget, stepTargetOf } from '../../operations/approval/step-target'
import { useAnswers } from '../../stores/use-answers'
import { useSituation } from '../../stores/use-situation'

/** The step that is to be taken for a transition of a zone, as the screens stand; null where there is none. */
export function useStepTarget(
  about: () => { readonly zone: string | null; readonly transition: string | null },
): ComputedRef<StepTarget | null> {
  const situation = useSituation()
  const answers = useAnswers()
  return computed(() => {
    const { zone, transition } = about()
    const { assess, survey } = answers
    if (!zone || !transition || !assess || !survey) return null
    return stepTargetOf({ register: situation.register, assess, survey }, { zone, transition })
  })
}
