import { shallowRef } from 'vue'

/** A fault of the program itself: what it said, and when (ms). */
export interface Fault {
  readonly name: string
  readonly message: string
  readonly stack: string
  readonly at: number
  /** a file of the page did not come, so nothing of the program is at fault */
  readonly isMissingFile: boolean
}

const missing = new WeakSet<object>()

/** Marks what was thrown because a file of the page did not come. */
export function noteMissingFile(thrown: unknown): void {
  if (typeof thrown === 'object' && thrown) missing.add(thrown)
}

/** The fault the page shows instead of the screen it broke; null while all is well. */
export const fault = shallowRef<Fault | null>(null)

/** Takes note of a thrown thing. The first one stays: what follows is mostly its echo. */
export function reportFault(thrown: unknown): void {
  if (thrown instanceof DOMException && thrown.name === 'AbortError') return
  console.error(thrown)
  if (fault.value) return
  const error = thrown instanceof Error ? thrown : new Error(String(thrown))
  const { name, message, stack = '' } = error
  fault.value = { name, message, stack, at: Date.now(), isMissingFile: missing.has(error) }
}

export function forgetFault(): void {
  fault.value = null
}
