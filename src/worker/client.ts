import { changed } from './difference'
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

export interface AskOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: (state: Progress) => void
  /** buffers handed over, not copied */
  readonly transfer?: readonly Transferable[]
  /** asked beforehand, by nobody: it is given up where a question of its call stands, and takes the place of none */
  readonly yields?: boolean
}

/** A question the kernel could not answer; `code` is what a screen has a sentence for. */
export class KernelError extends Error {
  override readonly name = 'KernelError'
  constructor(
    readonly code: FailureCode,
    message: string,
    /** what the sentence of the code names */
    readonly params: Readonly<Record<string, string>> = {},
  ) {
    super(message)
  }
}

/** The part of a Worker that is used, so that a test can hand in a twin. */
export interface WorkerLike {
  postMessage(message: ToKernel, transfer: Transferable[]): void
  addEventListener(type: 'message', listener: (event: { data: FromKernel }) => void): void
  addEventListener(type: 'error', listener: (event: { message?: string }) => void): void
}

export interface Kernel {
  /**
   * Puts a question. A newer question of a superseding call (`register`, `answers`, `editions`, `lookUp` …) aborts the older,
   * whose promise rejects with an `AbortError`; so does the signal. Fails with `KernelError`.
   */
  ask<C extends Call>(call: C, input: Input<C>, options?: AskOptions): Promise<Output<C>>
  /** Calls the listener when a workspace was made, has grown, was renamed or is gone, wherever. Returns how to stop. */
  onMoved(listener: (workspace: string) => void): () => void
  /** Calls the listener when a question has waited for long without a word, and when a word came. */
  onSilent(listener: (isSilent: boolean) => void): () => void
}

/** ms between two looks at whether the worker says anything: a machine that slept has looked once */
const LOOK_EVERY = 5_000
/** so many looks without a word while a question waits: a minute */
const SILENT_AFTER = 12

const SUPERSEDING: ReadonlySet<Call> = new Set([
  ...(['register', 'answers', 'suppose', 'propose', 'clusters', 'plan'] as const),
  ...(['editions', 'edition', 'compareEditions', 'draftEdition', 'lookUp'] as const),
])

interface Pending {
  readonly call: Call
  readonly resolve: (output: never) => void
  readonly reject: (reason: unknown) => void
  readonly onProgress: AskOptions['onProgress']
  readonly stop: SharedArrayBuffer | undefined
}

const aborted = (): DOMException => new DOMException('a newer question took its place', 'AbortError')

/** The client of one worker. */
export function kernelOf(worker: WorkerLike): Kernel {
  const pending = new Map<number, Pending>()
  const listeners = new Set<(workspace: string) => void>()
  /** the last answer to each call of answers much alike */
  const held = new Map<Call, { readonly id: number; readonly output: unknown }>()
  let last = 0
  const answered = (data: Extract<FromKernel, { answer: number }>): void => {
    const question = settle(data.answer)
    if (!question) return
    const { call } = question
    const before = held.get(call)
    if ('from' in data && before?.id !== data.from) {
      question.reject(new KernelError('kernel-failed', `no answer ${data.from} to go on from`))
      return
    }
    const output = 'output' in data ? data.output : changed(before?.output, data.difference)
    if (ALIKE.has(call)) held.set(call, { id: data.answer, output })
    question.resolve(output as never)
  }
  const settle = (id: number): Pending | undefined => {
    const question = pending.get(id)
    pending.delete(id)
    return question
  }
  const cancel = (id: number): void => {
    const question = settle(id)
    if (!question) return
    if (question.stop) Atomics.store(new Int32Array(question.stop), 0, 1)
    worker.postMessage({ cancel: id }, [])
    question.reject(aborted())
  }
  /** why the worker never started; every question after it fails so */
  let gone: KernelError | null = null
  let hasSpoken = false
  const silence = silenceOf(() => pending.size > 0)
  worker.addEventListener('message', ({ data }) => {
    hasSpoken = true
    silence.broken()
    if ('moved' in data) for (const listener of listeners) listener(data.moved)
    else if ('progress' in data) pending.get(data.progress)?.onProgress?.(data.state)
    else if ('answer' in data) answered(data)
    else settle(data.failure)?.reject(failureOf(data))
  })
  worker.addEventListener('error', ({ message }) => {
    held.clear()
    // a script that did not come, or was not let in, has nothing to say
    if (!hasSpoken && message === undefined)
      gone = new KernelError('worker-gone', 'the script of the worker did not start')
    const failure = gone ?? new KernelError('kernel-failed', message ?? 'the worker stopped')
    for (const id of [...pending.keys()]) settle(id)?.reject(failure)
  })
  return {
    ask: (call, input, { signal, onProgress, transfer = [], yields = false } = {}) =>
      new Promise((resolve, reject) => {
        if (gone) {
          reject(gone)
          return
        }
        const older = SUPERSEDING.has(call)
          ? [...pending].filter(([, question]) => question.call === call).map(([id]) => id)
          : []
        if (signal?.aborted || (yields && older.length > 0)) {
          reject(aborted())
          return
        }
        for (const id of older) cancel(id)
        const id = ++last
        const stop =
          SUPERSEDING.has(call) && globalThis.crossOriginIsolated ? new SharedArrayBuffer(4) : undefined
        pending.set(id, { call, resolve, reject, onProgress, stop })
        signal?.addEventListener('abort', () => cancel(id), { once: true })
        const before = held.get(call)
        const holds = before ? { holds: before.id } : {}
        worker.postMessage({ ask: id, call, input, ...holds, ...(stop ? { stop } : {}) }, [...transfer])
      }),
    onMoved: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onSilent: silence.onChange,
  }
}

/** Watches how long nothing is said while something is asked. */
function silenceOf(isAsked: () => boolean) {
  const listeners = new Set<(isSilent: boolean) => void>()
  let looks = 0
  const say = (isSilent: boolean): void => {
    for (const listener of listeners) listener(isSilent)
  }
  const look = (): void => {
    looks = isAsked() ? looks + 1 : 0
    if (looks === SILENT_AFTER) say(true)
  }
  let timer: ReturnType<typeof setInterval> | undefined
  return {
    broken(): void {
      if (looks >= SILENT_AFTER) say(false)
      looks = 0
    },
    onChange(listener: (isSilent: boolean) => void): () => void {
      listeners.add(listener)
      timer ??= setInterval(look, LOOK_EVERY)
      return () => listeners.delete(listener)
    },
  }
}

function failureOf({ code, message, params }: Extract<FromKernel, { failure: number }>): Error {
  return code === 'AbortError' ? aborted() : new KernelError(code, message, params)
}

/** True for the rejection of a question that was given up. */
export function isAbort(reason: unknown): boolean {
  return reason instanceof Error ? reason.name === 'AbortError' : false
}

const startWorker = (): Worker =>
  new Worker(new URL('./kernel.worker.ts', import.meta.url), { type: 'module' })

/** The kernel in a module worker of its own. */
export const startKernel = (): Kernel => kernelOf(startWorker() as unknown as WorkerLike)

/** A kernel that ends with what it was started for. */
export interface PassingKernel {
  readonly kernel: Kernel
  readonly stop: () => void
}

export function startPassingKernel(): PassingKernel {
  const worker = startWorker()
  return { kernel: kernelOf(worker as unknown as WorkerLike), stop: () => worker.terminate() }
}
