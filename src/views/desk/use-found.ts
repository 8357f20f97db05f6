import { computed, shallowRef, watch } from 'vue'
import type { LookupAnswer } from '#geo'
import { useClocks } from '../../stores/use-clocks'
import { useLookup } from '../../stores/use-lookup'
import { useSituation } from '../../stores/use-situation'
import { foundBy, type SearchIndex } from './search'

/** What a text finds, understood as the look-up understands a line; at once what contains it, then what it means. */
export function useFound(text: () => string, index: () => SearchIndex, most = 12) {
  const lookup = useLookup()
  const situation = useSituation()
  const clocks = useClocks()
  const answer = shallowRef<LookupAnswer | null>(null)
  let asked: Promise<void> = Promise.resolve()

  async function ask(typed: string): Promise<void> {
    const one = typed.trim() === '' ? null : await lookup.one(typed)
    if (text() === typed) answer.value = one
  }
  watch([text, () => situation.register, () => clocks.effective], ([typed], before) => {
    if (typed !== before[0]) answer.value = null
    asked = ask(typed)
  })
  return {
    found: computed(() => foundBy(index(), text(), answer.value, most)),
    /** Once the look-up has answered the text. */
    settled: (): Promise<void> => asked,
  }
}
