import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { whereItMayWrite } from '../../../../src/stores/kernel'
import { lookWhetherLasting, useLasting } from '../../../../src/stores/lasting/use-lasting'
import type { Kernel } from '../../../../src/worker/client'

const { lasting, forget } = useLasting()
const kernel = whereItMayWrite({
  ask: async () => ({ appended: 1 }),
  onMoved: () => () => {},
  onSilent: () => () => {},
} as unknown as Kernel)
const append = () =>
  kernel.ask('append', { workspace: 'w', drafts: [], writer: { device: 'd', by: {} } } as never)
const settled = () => new Promise((done) => setTimeout(done))

function browser(persisted: boolean, promises: boolean) {
  const persist = vi.fn(async () => promises)
  vi.stubGlobal('navigator', { storage: { persisted: async () => persisted, persist } })
  return persist
}
beforeEach(forget)
afterEach(() => {
  vi.unstubAllGlobals()
  forget()
})

test.each([
  [true, 'promised'],
  [false, 'not-promised'],
] as const)(
  'Z88 the browser is asked once to keep what is stored, after the first act (%s)',
  async (promises, said) => {
    const persist = browser(false, promises)
    await kernel.ask('register', {} as never)
    await kernel.ask('create', { title: 'demo', readOnly: true } as never)
    await lookWhetherLasting()
    await settled()
    expect([persist.mock.calls.length, lasting.value]).toEqual([0, 'unasked'])
    await append()
    await append()
    await settled()
    expect([persist.mock.calls.length, lasting.value]).toEqual([1, said])
  },
)

test('Z88 a promise that was given before is not asked for again, and a browser without it is said to have none', async () => {
  const persist = browser(true, true)
  await append()
  await settled()
  expect([persist.mock.calls.length, lasting.value]).toEqual([0, 'promised'])
  forget()
  vi.stubGlobal('navigator', {})
  await append()
  await settled()
  expect(lasting.value).toBe('unable')
})

test('Z88 an act that failed asks for nothing', async () => {
  const persist = browser(false, true)
  const failing = whereItMayWrite({ ask: () => Promise.reject(new Error('full')) } as unknown as Kernel)
  await failing.ask('append', {} as never).catch(() => null)
  await settled()
  expect(persist).not.toHaveBeenCalled()
})
