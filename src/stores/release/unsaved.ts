import { computed, onScopeDispose, type Ref, shallowReactive } from 'vue'

const conditions = shallowReactive(new Set<Readonly<Ref<boolean>>>())

/** True while something on this page runs or is not written yet. */
export const isUnsaved = computed(() => [...conditions].some((condition) => condition.value))

/** Counts the condition for as long as the component or store that states it stands. */
export function unsavedWhile(condition: Readonly<Ref<boolean>>): void {
  conditions.add(condition)
  onScopeDispose(() => conditions.delete(condition), true)
}
