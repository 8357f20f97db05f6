import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { LookupAnswer, LookupFrame, LookupZone } from '#geo'
import { isAbort } from '../worker/client'
import type { Progress } from '../worker/messages'
import { theKernel } from './kernel'
import { type Trouble, troubleOf } from './trouble'
import { useClocks } from './use-clocks'
import { useWorkspaces } from './use-workspaces'

/** An answer, or what a person has said a line means. */
export type LookedUp = LookupAnswer & { readonly isSettled?: true }

/** Lines being looked up and what was found. It lives on this page only: nothing of it is written or kept. */
export const useLookup = defineStore('lookup', () => {
  const kernel = theKernel()
  const workspaces = useWorkspaces()
  const clocks = useClocks()
  const text = ref('')
  const frame = ref<LookupFrame>('wgs84')
  const answers = shallowRef<readonly LookedUp[]>([])
  const progress = shallowRef<Progress | null>(null)
  const trouble = shallowRef<Trouble | null>(null)
  /** asked anew only while somebody looks */
  const isShown = ref(false)
  let running: AbortController | null = null

  const sliceOf = () => ({
    workspace: workspaces.registerOf!,
    known: workspaces.known,
    effective: clocks.effective,
  })

  const stamp = (): string => `${workspaces.registerOf} ${workspaces.register.head} ${clocks.effective}`

  /** What one line means, beside what is being looked up; null where it cannot be asked. */
  async function one(line: string): Promise<LookupAnswer | null> {
    if (workspaces.registerOf === null) return null
    const question = { ...sliceOf(), lines: [line.replace(/\s+/g, ' ')], frame: 'wgs84' as const }
    return (await kernel.ask('lookUp', question).catch(() => null))?.[0] ?? null
  }

  /** Answers every line of the text anew. */
  async function look(): Promise<void> {
    if (workspaces.registerOf === null) return
    running?.abort()
    const stop = new AbortController()
    running = stop
    const lines = text.value.split(/\r?\n/)
    const asked = stamp()
    progress.value = { done: 0, of: lines.length, at: '' }
    trouble.value = null
    try {
      const found = await kernel.ask(
        'lookUp',
        { ...sliceOf(), lines, frame: frame.value },
        {
          signal: stop.signal,
          onProgress: (state) => {
            if (running === stop) progress.value = state
          },
        },
      )
      if (running === stop) {
        answers.value = found
        answered = asked
      }
    } catch (reason) {
      if (!isAbort(reason)) trouble.value = troubleOf(reason)
    } finally {
      if (running === stop) progress.value = running = null
    }
  }

  function cancel(): void {
    running?.abort()
    running = progress.value = null
  }

  /** A person says which place a line means: that line is answered by the place's code. */
  async function settle(line: number, code: string): Promise<void> {
    const before = answers.value.find((one) => one.line === line)
    if (!before || workspaces.registerOf === null) return
    const [found] = await kernel.ask('lookUp', { ...sliceOf(), lines: [code], frame: frame.value })
    if (!found) return
    answers.value = answers.value.map((one) =>
      one.line === line ? { ...found, line, text: before.text, isSettled: true } : one,
    )
  }

  /** A person says in which of the zones that have part of it a line lies. */
  function settleZone(line: number, zone: LookupZone): void {
    answers.value = answers.value.map((one) =>
      one.line === line ? { ...one, ...zone, state: 'matched', isSettled: true } : one,
    )
  }

  function clear(): void {
    cancel()
    text.value = ''
    answers.value = []
    trouble.value = null
  }

  watch(() => workspaces.registerOf, clear)
  /** of which register and hour the answers are */
  let answered: unknown = null
  watch([() => workspaces.register, () => clocks.effective, isShown], () => {
    if (isShown.value && answers.value.length > 0 && answered !== stamp()) void look()
  })

  return {
    text,
    frame,
    answers,
    progress,
    trouble,
    isShown,
    isRunning: computed(() => progress.value !== null),
    look,
    one,
    cancel,
    settle,
    settleZone,
    clear,
  }
})
