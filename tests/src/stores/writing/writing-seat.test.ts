import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Message, type Seat, WritingSeat } from '../../../../src/stores/writing/writing-seat'

/** Tabs of one address: one name that all read, and a post between those that are alive. */
function address() {
  let holder: string | null = null
  const tabs = new Map<string, (message: Message) => void>()
  return {
    holder: () => holder,
    kill: (name: string) => tabs.delete(name),
    open(name: string, isBusy = () => false) {
      const seats: Seat[] = []
      const place = {
        holder: () => holder,
        hold: (tab: string | null) => {
          holder = tab
        },
        post: (message: Message) => {
          for (const [to, hear] of tabs) if (to !== name) setTimeout(() => tabs.has(to) && hear(message))
        },
        onMessage: (hear: (message: Message) => void) => tabs.set(name, hear),
      }
      const seat = new WritingSeat(place, name, isBusy, (now) => seats.push(now))
      void seat.sit()
      return { seat, seats }
    },
  }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

test('H66 one tab writes; the second takes over by itself once the first is closed', async () => {
  const place = address()
  const one = place.open('one')
  await pass(200)
  expect(one.seat.mayWrite()).toBe(true)
  const two = place.open('two')
  await pass(10_000)
  expect([one.seat.mayWrite(), two.seat.mayWrite()]).toEqual([true, false])
  expect(two.seats).toEqual(['elsewhere'])
  one.seat.leave()
  await pass(200)
  expect([one.seat.mayWrite(), two.seat.mayWrite()]).toEqual([false, true])
})

test('H66 a tab that was killed blocks nobody, and one that only slept learns that it lost its seat', async () => {
  const place = address()
  const one = place.open('one')
  await pass(200)
  const two = place.open('two')
  await pass(200)
  place.kill('one')
  await pass(6_000)
  expect(two.seat.mayWrite()).toBe(true)
  expect(one.seat.mayWrite()).toBe(false)
  expect(one.seats.at(-1)).toBe('elsewhere')
})

test('H66 the seat is given when asked for, but not before something is written', async () => {
  const place = address()
  let isBusy = true
  const one = place.open('one', () => isBusy)
  await pass(200)
  const two = place.open('two')
  await pass(200)
  void two.seat.takeOver()
  await pass(200)
  expect([one.seat.mayWrite(), two.seats.at(-1)]).toEqual([true, 'busy'])
  isBusy = false
  void two.seat.takeOver()
  await pass(200)
  expect([one.seat.mayWrite(), two.seat.mayWrite()]).toEqual([false, true])
  await pass(10_000)
  expect([one.seat.mayWrite(), two.seat.mayWrite()]).toEqual([false, true])
})

test('H66 of tabs that sit down at once one writes', async () => {
  const place = address()
  const tabs = ['a', 'b', 'c', 'd'].map((name) => place.open(name))
  await pass(8_000)
  expect(tabs.filter(({ seat }) => seat.mayWrite())).toHaveLength(1)
})
