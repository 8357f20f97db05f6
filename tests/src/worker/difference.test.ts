import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kernelOf } from '../../../src/worker/client'
import { changed, differenceOf } from '../../../src/worker/difference'
import type { FromKernel, ToKernel } from '../../../src/worker/messages'
import { type Calls, serve } from '../../../src/worker/serve'
import { seeded } from '../../helpers/seeded'

/** A value of the kinds that answers are made of. */
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, undefined, true, Number.NaN, -0, 0, 1, '', 'zone'),
    fc.array(fc.double(), { maxLength: 4 }).map((numbers) => Float64Array.from(numbers)),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.constantFrom('id', 'level', 'crossings', 'at'), tie('value'), { noNullPrototype: true }),
  ),
}))

/** The value with something in it changed, taken out or put in. */
function altered(before: unknown, random: () => number): unknown {
  if (random() < 0.25) return { other: random() }
  if (Array.isArray(before)) {
    const at = Math.floor(random() * (before.length + 1))
    if (random() < 0.3) return [...before.slice(0, at), { other: 1 }, ...before.slice(at)]
    if (random() < 0.3) return before.filter((_, i) => i !== at)
    return before.map((item, i) => (i === at ? altered(item, random) : structuredClone(item)))
  }
  if (typeof before === 'object' && before !== null && !ArrayBuffer.isView(before))
    return Object.fromEntries(
      Object.entries(before).map(([name, item]) => [name, random() < 0.5 ? altered(item, random) : item]),
    )
  return structuredClone(before)
}

describe('what differs between two answers', () => {
  test('makes the one of the other, key by key in its order', () => {
    fc.assert(
      fc.property(value, value, fc.integer(), (before, unlike, seed) => {
        const random = seeded(seed)
        for (const after of [unlike, structuredClone(before), altered(before, () => random.next())]) {
          const difference = structuredClone(differenceOf(before, after))
          const made = changed(before, difference)
          expect(made).toStrictEqual(after)
          expect(JSON.stringify(made)).toBe(JSON.stringify(after))
        }
      }),
      { numRuns: 2_000 },
    )
  })

  test('is nothing where all is as before, and leaves what is as before the same object', () => {
    const before = {
      asOf: 1,
      zones: [
        { id: 'a', line: Float64Array.of(1, 2) },
        { id: 'b', line: Float64Array.of(3) },
      ],
    }
    expect(differenceOf(before, structuredClone(before))).toEqual({ is: 'same' })
    const after = structuredClone({ ...before, asOf: 2 })
    after.zones[1]!.id = 'c'
    const made = changed(before, differenceOf(before, after)) as typeof before
    expect(made).toEqual(after)
    expect(made.zones[0]).toBe(before.zones[0])
    expect(made.zones[1]!.line).toBe(before.zones[1]!.line)
    const fewer = changed(
      before,
      differenceOf(before, { ...before, zones: [structuredClone(before.zones[1])] }),
    )
    expect((fewer as typeof before).zones[0]).toBe(before.zones[1])
  })
})

/** Both ends of a post, with everything cloned on its way and the answers in `outputs` one after the other. */
function twoEnds(outputs: readonly unknown[]) {
  const [toPage, toWorker]: [((event: { data: never }) => void)[], ((event: { data: never }) => void)[]] = [
    [],
    [],
  ]
  const sent: FromKernel[] = []
  let next = 0
  const calls = { answers: async () => outputs[next++] } as unknown as Calls
  serve(
    {
      postMessage: (message) => {
        sent.push(message)
        for (const listener of toPage) listener({ data: structuredClone(message) as never })
      },
      addEventListener: (_, listener) => toWorker.push(listener),
    },
    Promise.resolve(calls),
  )
  const kernel = kernelOf({
    postMessage: (message: ToKernel) => {
      for (const listener of toWorker) listener({ data: structuredClone(message) as never })
    },
    addEventListener: ((name: string, listener: never) =>
      name === 'message' && toPage.push(listener)) as never,
  })
  return { kernel, sent }
}

describe('answers that are much alike', () => {
  const slice = (effective: number) => ({ workspace: 'w', known: null, effective })
  const big = Array.from({ length: 500 }, (_, i) => ({ id: `zone ${i}`, cases: i }))
  const outputs = [0, 1, 2, 3].map((asOf) => ({ survey: { asOf, zones: big.map((zone) => ({ ...zone })) } }))

  test('cross as what differs, and are whole on the page', async () => {
    const { kernel, sent } = twoEnds(outputs)
    const first = (await kernel.ask('answers', slice(0))) as never as (typeof outputs)[0]
    const second = (await kernel.ask('answers', slice(1))) as never as (typeof outputs)[0]
    expect([first, second]).toEqual(outputs.slice(0, 2))
    expect(second.survey.zones).toBe(first.survey.zones)
    expect(JSON.stringify(sent[1]).length).toBeLessThan(200)
  })

  test('are right though a question was given up between', async () => {
    const { kernel } = twoEnds(outputs)
    await kernel.ask('answers', slice(0))
    const given = kernel.ask('answers', slice(1))
    const asked = kernel.ask('answers', slice(2))
    await expect(given).rejects.toMatchObject({ name: 'AbortError' })
    const answer = (await asked) as never as (typeof outputs)[0]
    expect(outputs).toContainEqual(answer)
    const last = (await kernel.ask('answers', slice(3))) as never as (typeof outputs)[0]
    expect(last.survey.asOf).toBe(answer.survey.asOf + 1)
    expect(last.survey.zones).toEqual(big)
  })
})
