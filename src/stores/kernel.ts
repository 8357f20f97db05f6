import { type Kernel, startKernel } from '../worker/client'

let running: Kernel | null = null

/** The one kernel of the page; its worker starts with whoever asks for it first. */
export function theKernel(): Kernel {
  running ??= startKernel()
  return running
}

/** Puts another kernel in its place: for tests and for a page without workers. */
export function setKernel(kernel: Kernel | null): void {
  running = kernel
}
