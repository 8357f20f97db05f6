import { UnwritableEvent } from '../log/append'
import { StorageError } from '../storage/port'
import { differenceOf } from './difference'
import {
  ALIKE,
  type Call,
  type FailureCode,
  type FromKernel,
  type Input,
  type Output,
  type Progress,
  type ToKernel,
} from './messages'

/** What a call may use while it works. */
export interface Control {
  readonly cancelled: () => boolean
  readonly progress: (state: Progress) => void
}

/** How each call is answered. An answer may name buffers that are handed over, not copied. */
export type Calls = {
  readonly [C in Call]: (input: Input<C>, control: Control) => Promise<Output<C> | Handed<Output<C>>>
}

export class Handed<Value> {
  constructor(
    readonly output: Value,
    readonly transfer: readonly Transferable[],
  ) {}
}

/** A failure with a code of its own. */
export class CallError extends Error {
  override readonly name = 'CallError'
  constructor(
    readonly code: FailureCode,
    message: string,
    /** what the sentence of the code names */
    readonly params: Readonly<Record<string, string>> = {},
  ) {
    super(message)
  }
}

/** They wait for a network: answered beside the others, which they hold up no longer than their own work takes. */
const BESIDE: ReadonlySet<Call> = new Set(['meetHub', 'hubNews'])

/** So many answers are kept for what differs from them: questions that were given up may lie between. */
const HELD = 4

/** The worker's side of the post: where messages come in and go out. */
export interface Post {
  postMessage(message: FromKernel, transfer: Transferable[]): void
  addEventListener(type: 'message', listener: (event: { data: ToKernel }) => void): void
}

/**
 * Answers questions one after another, but for those that wait for a network. A cancelled question is not begun; one that has begun sees it in
 * `control.cancelled`. Failures cross as code, message and what the sentence names.
 */
export function serve(post: Post, calls: Promise<Calls>): void {
  const cancelled = new Set<number>()
  const sent = new Map<number, unknown>()
  let line: Promise<void> = Promise.resolve()
  post.addEventListener('message', ({ data }) => {
    if ('cancel' in data) cancelled.add(data.cancel)
    else if (BESIDE.has(data.call)) void answer(data)
    else line = line.then(nextTurn).then(() => answer(data))
  })

  /** The answer whole, or what differs in it from the one that the page holds. */
  function answerOf({ ask, call, holds }: Extract<ToKernel, { ask: number }>, output: unknown): FromKernel {
    if (!ALIKE.has(call)) return { answer: ask, output }
    const before = holds === undefined ? undefined : sent.get(holds)
    sent.set(ask, output)
    for (const old of sent.keys()) if (sent.size > HELD) sent.delete(old)
    if (holds === undefined || before === undefined) return { answer: ask, output }
    return { answer: ask, from: holds, difference: differenceOf(before, output) }
  }

  async function answer(question: Extract<ToKernel, { ask: number }>): Promise<void> {
    const { ask, call, input, stop } = question
    if (cancelled.delete(ask)) return
    const stopped = stop && new Int32Array(stop)
    const control: Control = {
      cancelled: () => cancelled.has(ask) || (stopped !== undefined && Atomics.load(stopped, 0) === 1),
      progress: (state) => post.postMessage({ progress: ask, state }, []),
    }
    try {
      const run = (await calls)[call] as (input: unknown, control: Control) => Promise<unknown>
      const result = await run(input, control)
      const { output, transfer } = result instanceof Handed ? result : new Handed(result, [])
      post.postMessage(answerOf(question, output), [...transfer])
    } catch (reason) {
      post.postMessage({ failure: ask, ...failureOf(reason) }, [])
    }
    cancelled.delete(ask)
  }
}

/** Lets a cancellation that already waits be read before the next question is begun. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

function failureOf(reason: unknown): Omit<Extract<FromKernel, { failure: number }>, 'failure'> {
  const message = reason instanceof Error ? reason.message : String(reason)
  if (reason instanceof CallError) return { code: reason.code, message, params: reason.params }
  if (reason instanceof StorageError) return { code: reason.code, message }
  if (reason instanceof UnwritableEvent) return { code: 'unwritable', message }
  if (reason instanceof Error && reason.name === 'AbortError') return { code: 'AbortError', message }
  return { code: 'kernel-failed', message }
}
