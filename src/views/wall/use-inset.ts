import { type ComputedRef, computed } from 'vue'
import type { Facts, Survey } from '#geo'
import { boundsOfFacts } from '../../map/camera-bounds'
import { type Inset, insetOf } from '../../map/inset/inset'
import type { Padding } from '../../map/maplibre'

export interface InsetInputs {
  readonly register: () => Facts
  readonly survey: () => Survey | null
  readonly size: () => readonly [number, number]
  readonly padding: () => Padding
  readonly k: () => number
  /** whether the whole district is shown, where nobody has moved it */
  readonly isWhole: () => boolean
}

/** The ground that the wall shows larger, what the map beside it must know, and what it must itself. */
export function useInset(inputs: InsetInputs): {
  inset: ComputedRef<Inset | null>
  beside: ComputedRef<object>
  larger: ComputedRef<object>
} {
  const bounds = computed(() => boundsOfFacts(inputs.register()))
  const inset = computed(() => {
    const survey = inputs.survey()
    const [size, k] = [inputs.size(), inputs.k()]
    if (!survey?.weeks || !bounds.value || size[0] === 0 || !inputs.isWhole()) return null
    return insetOf({
      register: inputs.register(),
      survey,
      bounds: bounds.value,
      size,
      padding: inputs.padding(),
      k,
    })
  })
  const beside = computed(() => {
    const { value } = inset
    if (!value) return { padding: inputs.padding() }
    const furniture = { hasArrow: true, isLeft: value.isRight, discsAt: value.discs, over: [value.block] }
    return { padding: value.padding, inset: { ...value, isLarger: false }, furniture }
  })
  const larger = computed(() => {
    const edge = 10 * inputs.k()
    return {
      camera: inset.value?.camera ?? null,
      padding: { top: edge, right: edge, bottom: edge, left: edge },
      inset: inset.value ? { ...inset.value, isLarger: true } : undefined,
      furniture: { hasArrow: false, isLeft: true },
    }
  })
  return { inset, beside, larger }
}
