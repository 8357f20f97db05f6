import { readonly, ref } from 'vue'

/** Whether the browser keeps what is stored here when it needs room: it promised, it did not, nobody asked, it cannot be asked. */
export type Lasting = 'promised' | 'not-promised' | 'unasked' | 'unable'

const state = ref<Lasting>('unasked')
let isAsked = false

const storage = (): StorageManager | undefined => globalThis.navigator?.storage

/** Reads what the browser promised before, without asking it. */
export async function lookWhetherLasting(): Promise<void> {
  if (!storage()?.persisted) state.value = 'unable'
  else if (
    await storage()!
      .persisted()
      .catch(() => false)
  )
    state.value = 'promised'
}

/** Asks the browser once a page to keep what is stored: when the first of it was written, not before there is anything. */
export async function askToLast(): Promise<void> {
  if (isAsked) return
  isAsked = true
  await lookWhetherLasting()
  if (state.value !== 'unasked') return
  state.value = (await storage()!
    .persist()
    .catch(() => false))
    ? 'promised'
    : 'not-promised'
}

/** What it answered; `forget` is for tests. */
export function useLasting() {
  return {
    lasting: readonly(state),
    forget: () => {
      isAsked = false
      state.value = 'unasked'
    },
  }
}
