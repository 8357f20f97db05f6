import { shallowRef } from 'vue'

/** A fault of the program itself: what it said, and when (ms). */
export interface Fault {
  readonly name: string
  readonly message: string
  readonly stack: string
  readonly at: number
}

/** The fault the page shows instead of the screen it broke; null while all is well. */
export const fault = shallowRef<Fault | null>(null)

/** Takes note of a thrown thing. The first one stays: what follows is mostly its echo. */
export function reportFault(thrown: unknown): void {
  if (thrown instanceof DOMException && thrown.name === 'AbortError') return
  console.error(thrown)
  if (fault.value) return
  const error = thrown instanceof Error ? thrown : new Error(String(thrown))
  fault.value = { name: error.name, message: error.message, stack: error.stack ?? '', at: Date.now() }
}

export function forgetFault(): void {
  fault.value = null
}
