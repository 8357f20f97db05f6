import { computed, nextTick, type Ref, ref, watch } from 'vue'
import type { HandDisabled } from '../../operations/hand/writing'
import { useHandPanel } from '../../stores/use-hand-panel'
import { useHandWords } from './use-hand-words'

/**
 * A form of entry by hand: what holds it back is said at its field once somebody tried to write it, and the focus goes
 * there. `held` is what holds it back now.
 */
export function useEntry(form: Readonly<Ref<HTMLElement | null>>, held: () => HandDisabled | null) {
  const words = useHandWords()
  const isTried = ref(false)

  /** The fault of one of the fields; empty where none of them holds it back. */
  const errorAt = (...fields: string[]): string => {
    const now = held()
    return isTried.value && now?.field !== undefined && fields.includes(now.field) ? words.fault(now) : ''
  }
  /** What holds the whole entry back. */
  const general = computed(() =>
    isTried.value && held()?.field === undefined ? words.faultHere(held()) : '',
  )
  const focusOn = (where: string): void => form.value?.querySelector<HTMLElement>(where)?.focus()
  /** Goes to the field that holds the entry back; who writes is asked elsewhere. */
  async function focusOnFault(whereOf = (field: string): string => `[data-field="${field}"]`): Promise<void> {
    await nextTick()
    const field = held()?.field
    if (field && field !== 'author') focusOn(whereOf(field))
  }
  return { isTried, errorAt, general, focusOn, focusOnFault }
}

/** Each time its form is asked for and stands, `begin` puts the focus where one begins. */
export function whenAsked(begin: () => void): void {
  const panel = useHandPanel()
  watch(
    () => panel.asked,
    async (asked) => {
      if (asked === 0) return
      await nextTick()
      begin()
    },
    { immediate: true },
  )
}
