import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Kernel, KernelError, kernelOf } from '../../../src/worker/client'
import type { FromKernel } from '../../../src/worker/messages'

type Heard = { message: (event: { data: FromKernel }) => void; error: (event: { message?: string }) => void }

/** A worker that says only what the test makes it say. */
function mute(): { kernel: Kernel; heard: Heard } {
  const heard = {} as Heard
  const kernel = kernelOf({
    postMessage: () => {},
    addEventListener: (type: keyof Heard, listener: never) => {
      heard[type] = listener
    },
  } as Parameters<typeof kernelOf>[0])
  return { kernel, heard }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('H68 a worker whose script does not come fails what is asked, before and after', async () => {
  const { kernel, heard } = mute()
  const asked = kernel.ask('storage', null)
  heard.error({})
  const gone = { name: 'KernelError', code: 'worker-gone' }
  await expect(asked).rejects.toMatchObject(gone)
  await expect(kernel.ask('storage', null)).rejects.toMatchObject(gone)
})

test('H68 an error amid its work is none of a worker that did not start: it answers on', async () => {
  const { kernel, heard } = mute()
  const first = kernel.ask('storage', null)
  heard.error({ message: 'out of memory' })
  await expect(first).rejects.toThrow(KernelError)
  const second = kernel.ask('remove', { workspace: 'w' })
  heard.message({ data: { answer: 2, output: null } })
  expect(await second).toBe(null)
})

test('H69 a question without a word for a minute is told, and a word takes that back', async () => {
  const { kernel, heard } = mute()
  const told: boolean[] = []
  kernel.onSilent((now) => told.push(now))
  vi.advanceTimersByTime(200_000)
  expect(told).toEqual([])
  const asked = kernel.ask('storage', null).catch(() => null)
  vi.advanceTimersByTime(50_000)
  heard.message({ data: { moved: 'w' } })
  vi.advanceTimersByTime(50_000)
  expect(told).toEqual([])
  vi.advanceTimersByTime(15_000)
  expect(told).toEqual([true])
  heard.message({ data: { failure: 1, code: 'AbortError', message: '' } })
  await asked
  vi.advanceTimersByTime(200_000)
  expect(told).toEqual([true, false])
})
