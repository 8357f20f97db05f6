import { type Kernel, KernelError, startKernel } from '../worker/client'
import type { Call } from '../worker/messages'
import { mayWrite } from './writing/use-writing-seat'

/** What is written to a log or to the list of workspaces. */
const WRITING: ReadonlySet<Call> = new Set<Call>([
  ...(['create', 'copy', 'rename', 'remove', 'take', 'append', 'undo'] as const),
  ...(['takeExchange', 'meetFolder', 'keepDrafts'] as const),
])

let running: Kernel | null = null

/** The kernel of a page beside which another may be the one that writes. */
export function whereItMayWrite(kernel: Kernel): Kernel {
  return {
    ...kernel,
    ask: async (call, input, options) => {
      if (WRITING.has(call) && !(await mayWrite()))
        throw new KernelError('second-tab', `${call} is for the tab that writes`)
      return kernel.ask(call, input, options)
    },
  }
}

/** The one kernel of the page; its worker starts with whoever asks for it first. */
export function theKernel(): Kernel {
  running ??= navigator.locks ? startKernel() : whereItMayWrite(startKernel())
  return running
}

/** Puts another kernel in its place: for tests and for a page without workers. */
export function setKernel(kernel: Kernel | null): void {
  running = kernel
}
