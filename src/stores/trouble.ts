import { isAbort, KernelError } from '../worker/client'
import type { FailureCode } from '../worker/messages'

/** Why something did not happen: a code a screen has a sentence for, and the figures of that sentence. */
export interface Trouble {
  readonly code: FailureCode | 'demo-missing' | 'log-unreadable' | 'gone'
  readonly params: Readonly<Record<string, string | number>>
}

/** Why nothing was written to a workspace that was open: what is not there any more is gone. */
export function writeTroubleOf(reason: unknown, { title }: { readonly title: string }): Trouble | null {
  const trouble = troubleOf(reason)
  return trouble?.code === 'no-such-workspace' ? { code: 'gone', params: { title } } : trouble
}

/** Null for a question that was given up: that is no trouble. */
export function troubleOf(reason: unknown): Trouble | null {
  if (isAbort(reason)) return null
  if (reason instanceof KernelError)
    return { code: reason.code, params: { message: reason.message, ...reason.params } }
  return {
    code: 'kernel-failed',
    params: { message: reason instanceof Error ? reason.message : String(reason) },
  }
}
