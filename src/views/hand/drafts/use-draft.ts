import { watch } from 'vue'
import { useHandDrafts } from './hand-drafts'
import { type DraftFields, isTyped, restored } from './kept-draft'

/**
 * Keeps what is typed in a form until it is written: `blank` is the form as it opens, `own` are fields that it fills in
 * by itself. What was typed before stands in the fields at once.
 */
export function useDraft<Fields extends object>(
  form: string,
  fields: Fields,
  { blank, own }: { readonly blank: () => Fields; readonly own: readonly (keyof Fields & string)[] },
): void {
  const store = useHandDrafts()
  const putBack = (): void => {
    Object.assign(fields, restored(blank(), store.drafts[form]))
  }
  putBack()
  watch(
    () => store.isRead,
    (isRead) => isRead && !isTyped(fields, blank(), own) && putBack(),
  )
  watch(
    () => ({ ...fields }),
    (typed) =>
      isTyped(typed as Fields, blank(), own)
        ? store.put(form, typed as unknown as DraftFields)
        : store.drop(form),
    { deep: true },
  )
}
