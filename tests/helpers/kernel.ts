import { HubError } from '../../src/exchange/hub/hub-error'
import { memoryStorage } from '../../src/storage/memory'
import type { Storage } from '../../src/storage/port'
import { backupCalls } from '../../src/worker/backup/backup-calls'
import { type Kernel, kernelOf, type WorkerLike } from '../../src/worker/client'
import { editionCalls } from '../../src/worker/edition-calls'
import { hubCalls } from '../../src/worker/exchange/hub-calls'
import { HubLines, type OpenLine } from '../../src/worker/exchange/hub-lines'
import { exchangeCalls } from '../../src/worker/exchange-calls'
import { exchangeDesk } from '../../src/worker/exchange-desk'
import { kernelCalls } from '../../src/worker/kernel-calls'
import { logCalls } from '../../src/worker/log-calls'
import { Logs } from '../../src/worker/logs'
import { lookupCalls } from '../../src/worker/lookup-calls'
import { recipeCalls } from '../../src/worker/recipe-calls'
import { type Calls, type Post, serve } from '../../src/worker/serve'

/** Client and worker side over a pair of posts that clone what they carry, as a Worker does; changes of storage are told. */
export function aKernel(calls: Calls, storage: Storage | null = null): Kernel {
  type Listener = (event: { data: never }) => void
  const listeners = { kernel: [] as Listener[], page: [] as Listener[] }
  const carry = (to: Listener[]) => (message: unknown, transfer: Transferable[]) => {
    const data = structuredClone(message, { transfer: transfer as never }) as never
    setTimeout(() => {
      for (const listener of to) listener({ data })
    })
  }
  const post = {
    postMessage: carry(listeners.page),
    addEventListener: (_: string, listener: Listener) => listeners.kernel.push(listener),
  } as unknown as Post
  const worker = {
    postMessage: carry(listeners.kernel),
    addEventListener: (type: string, listener: Listener) =>
      type === 'message' && listeners.page.push(listener),
  } as unknown as WorkerLike
  serve(post, Promise.resolve(calls))
  storage?.onChange((workspace) => post.postMessage({ moved: workspace }, []))
  return kernelOf(worker)
}

const BEGINNING = Date.parse('2022-05-28T00:00:00Z')

/** The whole kernel over storage in memory, or the one given; with a clock of its own. */
export const aWholeKernel = (storage: Storage | null = null, clock = BEGINNING): Kernel =>
  aKernelOver(storage ?? memoryStorage(), clock)

const noHub: OpenLine = () => Promise.reject(new HubError('unreachable', 'there is no hub'))

/** The whole kernel over a storage; what another tab does to it is told. */
export function aKernelOver(storage: Storage, clock = BEGINNING, openHub: OpenLine = noHub): Kernel {
  const logs = new Logs(storage)
  let now = clock
  const kernel = kernelCalls(logs, () => now)
  const desk = exchangeDesk(logs, () => now)
  const calls = {
    ...logCalls(logs, () => ++now),
    ...kernel,
    ...editionCalls(logs),
    ...lookupCalls(logs, kernel.answers),
    ...recipeCalls(logs, () => now),
    ...exchangeCalls(logs, () => now, desk),
    ...backupCalls(logs, () => now, desk),
    ...hubCalls(desk, new HubLines(openHub, () => now)),
  }
  return aKernel(calls, storage)
}
