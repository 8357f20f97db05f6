import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { Edition } from '#geo'
import { isAbort } from '../worker/client'
import type { EditionDraft, EditionText, Output } from '../worker/messages'
import { theKernel } from './kernel'
import { type Trouble, troubleOf } from './trouble'
import { useClocks } from './use-clocks'
import { useWorkspaces } from './use-workspaces'

export type ComparedEditions = NonNullable<Output<'compareEditions'>>
export type DraftedEdition = Output<'draftEdition'>
export type { EditionDraft, EditionText }

/** The rule editions known to the open log, the one being read, and what it is held against. */
export const useEditions = defineStore('editions', () => {
  const kernel = theKernel()
  const workspaces = useWorkspaces()
  const clocks = useClocks()
  const list = shallowRef<readonly Edition[]>([])
  /** id of the edition being read; null: the first of the list */
  const chosen = ref<string | null>(null)
  const text = shallowRef<EditionText | null>(null)
  /** true while the text of the chosen edition is on its way */
  const isReading = ref(false)
  const trouble = shallowRef<Trouble | null>(null)
  /** asked only while somebody looks */
  const isShown = ref(false)

  const slice = computed(() =>
    workspaces.registerOf === null
      ? null
      : {
          workspace: workspaces.registerOf,
          known: workspaces.known,
          effective: clocks.effective,
          head: workspaces.register.head,
        },
  )
  const current = computed(() => list.value.find(({ id }) => id === chosen.value) ?? list.value[0] ?? null)
  /** the edition most zones follow, else the pack's own; null where neither is known */
  const followed = computed(
    () => list.value.find(({ zones }) => zones > 0) ?? list.value.find(({ isPacks }) => isPacks) ?? null,
  )

  async function attempt<T>(task: () => Promise<T>): Promise<T | null> {
    try {
      const done = await task()
      trouble.value = null
      return done
    } catch (reason) {
      if (!isAbort(reason)) trouble.value = troubleOf(reason)
      return null
    }
  }

  watch(
    [slice, isShown],
    async ([asked, shown]) => {
      if (!shown) return
      if (!asked) {
        list.value = []
        return
      }
      const { head: _, ...question } = asked
      const found = await attempt(() => kernel.ask('editions', question))
      if (found && slice.value === asked) list.value = found
    },
    { immediate: true },
  )

  watch(
    [() => current.value?.id ?? null, () => slice.value?.workspace, () => slice.value?.head, isShown],
    async ([id]) => {
      if (!isShown.value) return
      if (id === null || !slice.value) {
        text.value = null
        return
      }
      const { head: _, ...question } = slice.value
      isReading.value = true
      const found = await attempt(() => kernel.ask('edition', { ...question, id }))
      if (current.value?.id !== id) return
      isReading.value = false
      text.value = found
    },
    { immediate: true },
  )

  /** What moves if the zones go from one edition to another; null where it cannot be said. */
  function compare(from: string, to: string): Promise<ComparedEditions | null> {
    const asked = slice.value
    if (!asked) return Promise.resolve(null)
    const { head: _, ...question } = asked
    return attempt(() => kernel.ask('compareEditions', { ...question, from, to }))
  }

  /** The document of a draft, its faults, and what it would move; null where a newer question took its place. */
  function drafted(draft: EditionDraft, from: string | null): Promise<DraftedEdition | null> {
    const asked = slice.value
    if (!asked) return Promise.resolve(null)
    const { head: _, ...question } = asked
    const plain = JSON.parse(JSON.stringify(draft)) as EditionDraft
    return attempt(() => kernel.ask('draftEdition', { ...question, draft: plain, from }))
  }

  watch(
    () => workspaces.registerOf,
    () => {
      chosen.value = null
      text.value = null
    },
  )

  return { list, chosen, isShown, current, followed, text, isReading, trouble, slice, compare, drafted }
})
