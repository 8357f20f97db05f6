import { type ComputedRef, computed, type Ref, ref } from 'vue'
import { useAuthor } from '../../stores/author'

/** Who signs what is about to be written: asked in the sheet itself, and kept for the next time. */
export function useSignature(): {
  name: Ref<string>
  unit: Ref<string>
  /** both are filled in */
  isSigned: ComputedRef<boolean>
  /** keeps what was filled in; nothing filled in keeps who was known */
  sign: () => void
} {
  const author = useAuthor()
  const name = ref(author.author?.name ?? '')
  const unit = ref(author.author?.unit ?? '')
  return {
    name,
    unit,
    isSigned: computed(() => name.value.trim() !== '' && unit.value.trim() !== ''),
    sign() {
      const signed = { name: name.value.trim(), unit: unit.value.trim() }
      if (signed.name || signed.unit) author.author = signed
    },
  }
}
