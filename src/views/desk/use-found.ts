import { computed, shallowRef, watch } from 'vue'
import type { LookupAnswer } from '#geo'
import { useClocks } from '../../stores/use-clocks'
import { useLookup } from '../../stores/use-lookup'
import { useSituation } from '../../stores/use-situation'
import { type Found, foundBy, type SearchIndex } from './search'

/** What a text finds, understood as the look-up understands a line; at once what contains it, then what it means. */
export function useFound(text: () => string, index: () => SearchIndex, most = 12) {
  const lookup = useLookup()
  const situation = useSituation()
  const clocks = useClocks()
  const answer = shallowRef<LookupAnswer | null>(null)
  let asked: Promise<LookupAnswer | null> = Promise.resolve(null)

  async function ask(typed: string): Promise<LookupAnswer | null> {
    const one = typed.trim() === '' ? null : await lookup.one(typed)
    if (text() === typed) answer.value = one
    return one
  }
  watch(
    [text, () => situation.register, () => clocks.effective],
    ([typed], before) => {
      if (typed !== before[0]) answer.value = null
      asked = ask(typed)
    },
    { flush: 'sync' },
  )
  return {
    found: computed(() => foundBy(index(), text(), answer.value, most)),
    /** What the text that stands now finds, once the look-up has answered it. */
    settled: async (): Promise<Found> => {
      const typed = text()
      const one = await asked
      return foundBy(index(), typed, one, most)
    },
  }
}
