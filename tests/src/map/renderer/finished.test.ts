import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { finished } from '../../../../src/map/renderer/finished'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const SIGNALED = 1
/** A canvas whose graphics are behind what they were told. */
function behind(): { canvas: HTMLCanvasElement; state: { status: number; isLost: boolean; fences: number } } {
  const state = { status: 0, isLost: false, fences: 0 }
  const graphics = {
    SIGNALED,
    fenceSync: () => ({ fence: ++state.fences }),
    flush: () => undefined,
    isContextLost: () => state.isLost,
    getSyncParameter: () => state.status,
    deleteSync: () => state.fences--,
  }
  return { canvas: { getContext: () => graphics } as unknown as HTMLCanvasElement, state }
}

async function ends(waiting: Promise<void>): Promise<() => boolean> {
  let isEnded = false
  void waiting.then(() => {
    isEnded = true
  })
  await vi.advanceTimersByTimeAsync(1000)
  return () => isEnded
}

test('a map is drawn once the graphics have done it, not once they were told', async () => {
  const { canvas, state } = behind()
  const isEnded = await ends(finished(canvas, new AbortController().signal))
  expect(isEnded()).toBe(false)
  state.status = SIGNALED
  await vi.advanceTimersByTimeAsync(50)
  expect(isEnded()).toBe(true)
  expect(state.fences).toBe(0)
})

test('nobody waits for graphics that are gone, or for a map that was left', async () => {
  const lost = behind()
  const ofLost = await ends(finished(lost.canvas, new AbortController().signal))
  lost.state.isLost = true
  const left = behind()
  const holder = new AbortController()
  const ofLeft = await ends(finished(left.canvas, holder.signal))
  holder.abort()
  await vi.advanceTimersByTimeAsync(50)
  expect([ofLost(), ofLeft()]).toEqual([true, true])
})
