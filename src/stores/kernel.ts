import {
  type Kernel,
  KernelError,
  type PassingKernel,
  startKernel,
  startPassingKernel,
} from '../worker/client'
import type { Call, Input } from '../worker/messages'
import { askToLast } from './lasting/use-lasting'
import { mayWrite } from './writing/use-writing-seat'

/** What is written to a log or to the list of workspaces. */
const WRITING: ReadonlySet<Call> = new Set<Call>([
  ...(['create', 'copy', 'rename', 'remove', 'take', 'append', 'undo'] as const),
  ...(['takeExchange', 'meetFolder', 'keepDrafts'] as const),
  ...(['setBackups', 'restoreBackup', 'takeFromBackup'] as const),
])

/** What puts a person's own records into this browser: a demo that is opened does not. */
const KEPT: ReadonlySet<Call> = new Set<Call>([
  ...(['create', 'take', 'append', 'takeExchange', 'restoreBackup', 'takeFromBackup'] as const),
])
const isOwn = (call: Call, input: unknown): boolean =>
  KEPT.has(call) && !(call === 'create' && (input as Input<'create'>).readOnly)

let running: Kernel | null = null
let isHandedIn = false

/** The kernel of a page beside which another may be the one that writes; after the first act the browser is asked to keep it. */
export function whereItMayWrite(kernel: Kernel): Kernel {
  return {
    ...kernel,
    ask: async (call, input, options) => {
      if (WRITING.has(call) && !(await mayWrite()))
        throw new KernelError('second-tab', `${call} is for the tab that writes`)
      const output = await kernel.ask(call, input, options)
      if (isOwn(call, input)) void askToLast()
      return output
    },
  }
}

/** The one kernel of the page; its worker starts with whoever asks for it first. */
export function theKernel(): Kernel {
  running ??= whereItMayWrite(startKernel())
  return running
}

/** A kernel beside it for one long task; where another was put in its place, that one. */
export function kernelAside(): PassingKernel {
  return isHandedIn ? { kernel: theKernel(), stop: () => undefined } : startPassingKernel()
}

/** Puts another kernel in its place: for tests and for a page without workers. */
export function setKernel(kernel: Kernel | null): void {
  isHandedIn = kernel !== null
  running = kernel
}
