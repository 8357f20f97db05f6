import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import type { InputFile } from '../../../src/import/files/zip'
import { planImport } from '../../../src/import/plan'
import { isAbort, type Kernel } from '../../../src/worker/client'
import type { Progress } from '../../../src/worker/messages'
import { openedFiles } from '../../../src/worker/sent-files'
import type { Calls, Control } from '../../../src/worker/serve'
import { aKernel, aWholeKernel } from '../../helpers/kernel'
import { AUTHOR } from '../../helpers/log'

const WRITER = { by: AUTHOR, device: 'd1' }
const text = (path: string, content: string): InputFile => ({
  path,
  bytes: new TextEncoder().encode(content),
})

const PLACES = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { code: 'd', kind: 'district', name: '区' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [113, 23],
            [113.1, 23],
            [113.1, 23.1],
            [113, 23.1],
            [113, 23],
          ],
        ],
      },
    },
  ],
})
const CASES = 'id,reportedAt,kind,place\nC1,2022-05-20,confirmed,d\nC2,2022-05-21,asymptomatic,d\n'

async function opened(kernel: Kernel, files: readonly InputFile[]): Promise<string> {
  const plan = await kernel.ask('plan', { workspace: null, files })
  const { id } = await kernel.ask('create', { title: '甲', readOnly: false, origin: 'own', use: 'live' })
  await kernel.ask('take', { workspace: id, plan, writer: WRITER })
  return id
}
const register = (kernel: Kernel, workspace: string) =>
  kernel.ask('register', { workspace, known: null, device: 'd1' })

describe('the kernel behind its post', () => {
  test('files become a plan, a log, a register, and answers of one slice', async () => {
    const kernel = aWholeKernel()
    const id = await opened(kernel, [text('places.geojson', PLACES), text('cases.csv', CASES)])
    const { register: facts, reversible } = await register(kernel, id)
    expect(facts.cases.length).toBe(2)
    expect([...facts.stated].sort()).toEqual(['cases', 'places'])
    expect(reversible.undo).not.toBeNull()
    const slice = { workspace: id, known: null, effective: Date.parse('2022-05-20T23:59:00+08:00') }
    const { assess, coverage, survey } = await kernel.ask('answers', slice)
    expect(survey.cases!.cumulative).toMatchObject({ total: 1, confirmed: 1 })
    expect(survey.asOf).toBe('2022-05-20T23:59:00+08:00')
    expect([assess.asOf, coverage.asOf]).toEqual([survey.asOf, survey.asOf])
    const { clusters } = await kernel.ask('clusters', {
      ...slice,
      effective: Date.parse('2022-05-22'),
      options: { min: 2 },
    })
    expect(clusters.map(({ id: first, cases }) => [first, cases])).toEqual([['C1', ['C1', 'C2']]])
  })

  test('a grown file is planned with what is new, and one undo takes the whole of it back', async () => {
    const kernel = aWholeKernel()
    const id = await opened(kernel, [text('cases.csv', CASES)])
    const grown = [text('cases.csv', `${CASES}C3,2022-05-22,confirmed,d\n`)]
    const plan = await kernel.ask('plan', { workspace: id, files: grown })
    expect(plan.counts).toEqual([{ list: 'cases', file: 'cases.csv', added: 1, changed: 0, equal: 2 }])
    expect((await register(kernel, id)).register.cases.length).toBe(2)
    expect(await kernel.ask('take', { workspace: id, plan, writer: WRITER })).toEqual({ appended: 1 })
    expect((await register(kernel, id)).register.cases.length).toBe(3)
    await kernel.ask('undo', { workspace: id, writer: WRITER, direction: 'undo' })
    expect((await register(kernel, id)).register.cases.length).toBe(2)
    await kernel.ask('undo', { workspace: id, writer: WRITER, direction: 'redo' })
    const last = await register(kernel, id)
    expect([last.register.cases.length, last.reversible.canRedo]).toEqual([3, false])
  })

  test('I15 a question that is given up is seen at once, also while the worker hears nothing else', async () => {
    vi.stubGlobal('crossOriginIsolated', true)
    try {
      const seen: boolean[] = []
      const stop = new AbortController()
      const plan = async (_input: unknown, control: Control): Promise<never> => {
        seen.push(control.cancelled())
        stop.abort() // no message arrives before this function returns
        seen.push(control.cancelled())
        throw new DOMException('', 'AbortError')
      }
      const kernel = aKernel({ plan } as unknown as Calls)
      const asked = kernel.ask('plan', { workspace: null, files: [] }, { signal: stop.signal })
      await expect(asked).rejects.toMatchObject({ name: 'AbortError' })
      await vi.waitFor(() => expect(seen).toEqual([false, true]))
    } finally {
      vi.unstubAllGlobals()
    }
  })

  test('I15 the page hears how far the files are, and of a file that can no longer be read its name', async () => {
    const kernel = aWholeKernel()
    const rows = Array.from({ length: 3_000 }, (_, i) => `C-${i},2022-05-01`).join('\n')
    const states: Progress[] = []
    await kernel.ask(
      'plan',
      { workspace: null, files: [text('cases.csv', `id,reportedAt\n${rows}\n`)] },
      { onProgress: (state) => states.push(state) },
    )
    expect(states.map(({ at }) => at)).toContain('cases.csv')
    expect(states.at(-1)!.work!.rows).toBe(3_000)
    const file = { path: 'a.csv', file: new Blob(['id,reportedAt\nC1,2022-05-01\n']) }
    await expect(kernel.ask('plan', { workspace: null, files: [file] })).rejects.toMatchObject({
      code: 'file-gone',
      params: { file: 'a.csv' },
    })
    class Reader {
      readAsArrayBuffer = (part: Blob): ArrayBuffer => PARTS.get(part)!
    }
    const PARTS = new WeakMap<Blob, ArrayBuffer>()
    const whole = new TextEncoder().encode('id,reportedAt\nC1,2022-05-01\n')
    const sliced = {
      size: whole.length,
      slice: (from: number, to: number) => {
        const part = new Blob()
        PARTS.set(part, whole.slice(from, to).buffer)
        return part
      },
    } as unknown as Blob
    vi.stubGlobal('FileReaderSync', Reader)
    try {
      const plan = await planImport(openedFiles([{ path: 'cases.csv', file: sliced }]))
      expect(plan.files).toMatchObject([{ file: 'cases.csv', rows: 1, taken: 1 }])
    } finally {
      vi.unstubAllGlobals()
    }
  })

  test('an exercise says so in the name of its files', async () => {
    const kernel = aWholeKernel()
    const { id } = await kernel.ask('create', {
      title: '春 训',
      readOnly: false,
      origin: 'own',
      use: 'exercise',
    })
    const { name } = await kernel.ask('export', { workspace: id, what: 'pack' })
    expect(name).toBe('春-训-演练-pack.zip')
  })

  test('an exported log is the identical log; one that was altered is not taken', async () => {
    const kernel = aWholeKernel()
    const id = await opened(kernel, [text('cases.csv', CASES)])
    const { name, bytes } = await kernel.ask('export', { workspace: id, what: 'log' })
    expect(name).toBe('甲-log.zip')
    const copy = await opened(kernel, [{ path: 'log.zip', bytes }])
    const [first, second] = [await register(kernel, id), await register(kernel, copy)]
    expect(second).toEqual(first)
    const again = await kernel.ask('export', { workspace: copy, what: 'log' })
    expect(again.bytes).toEqual(bytes)
    const plan = await kernel.ask('plan', { workspace: null, files: [{ path: 'log.zip', bytes }] })
    const altered = new TextDecoder().decode(plan.log!.file.bytes).replace('"unit":"', '"unit":"x')
    const log = { ...plan.log!, file: text('log.ndjson', altered) }
    await expect(
      kernel.ask('take', { workspace: copy, plan: { ...plan, log }, writer: WRITER }),
    ).rejects.toMatchObject({ code: 'broken-log' })
  })

  test('W41 a workspace is made with what it begins with; where that is not taken there is none', async () => {
    const kernel = aWholeKernel()
    const plan = await kernel.ask('plan', { workspace: null, files: [text('cases.csv', CASES)] })
    const own = { title: '甲', readOnly: false, origin: 'own', use: 'live' } as const
    const made = await kernel.ask('create', { ...own, take: { plan, writer: WRITER } })
    expect(made.events).toBe(1)
    expect((await register(kernel, made.id)).register.cases.length).toBe(2)
    expect((await kernel.ask('storage', null)).workspaces).toEqual([made])

    const { bytes } = await kernel.ask('export', { workspace: made.id, what: 'log' })
    const whole = await kernel.ask('plan', { workspace: null, files: [{ path: 'log.zip', bytes }] })
    const altered = new TextDecoder().decode(whole.log!.file.bytes).replace('"unit":"', '"unit":"x')
    const broken = { ...whole, log: { ...whole.log!, file: text('log.ndjson', altered) } }
    await expect(
      kernel.ask('create', { ...own, take: { plan: broken, writer: WRITER } }),
    ).rejects.toMatchObject({ code: 'broken-log' })
    expect((await kernel.ask('storage', null)).workspaces).toEqual([made])
  })

  test('what is read-only takes its own pack and nothing after; a copy can be written', async () => {
    const kernel = aWholeKernel()
    const plan = await kernel.ask('plan', { workspace: null, files: [text('cases.csv', CASES)] })
    const { id } = await kernel.ask('create', {
      title: '演示',
      readOnly: true,
      origin: 'demo',
      use: 'review',
    })
    await kernel.ask('take', { workspace: id, plan, writer: WRITER })
    const drafts = [{ type: 'cases.retracted@1', row: 'C1', because: '' }] as const
    await expect(kernel.ask('append', { workspace: id, drafts, writer: WRITER })).rejects.toMatchObject({
      code: 'read-only',
    })
    const copy = await kernel.ask('copy', { workspace: id, title: '副本' })
    expect(copy).toMatchObject({ title: '副本', readOnly: false, use: 'review', events: 1 })
    await kernel.ask('append', { workspace: copy.id, drafts, writer: WRITER })
    expect((await register(kernel, copy.id)).register.cases.length).toBe(1)
    expect((await register(kernel, id)).register.cases.length).toBe(2)
  })
})

describe('the post', () => {
  const slowly = (): { calls: Calls; begun: number[] } => {
    const begun: number[] = []
    const answers = async ({ effective }: { effective: number }) => {
      begun.push(effective)
      await new Promise((resolve) => setTimeout(resolve, 5))
      if (effective < 0) throw new TypeError('before the beginning')
      return { effective }
    }
    return { calls: { answers } as unknown as Calls, begun }
  }
  const slice = (effective: number) => ({ workspace: 'w', known: null, effective })

  test('a newer question takes the place of the older, which is not even begun', async () => {
    const { calls, begun } = slowly()
    const kernel = aKernel(calls)
    const questions = [1, 2, 3].map((effective) => kernel.ask('answers', slice(effective)))
    const [first, second, third] = await Promise.allSettled(questions)
    expect([first, second].every((one) => one?.status === 'rejected' && isAbort(one.reason))).toBe(true)
    expect(third).toMatchObject({ status: 'fulfilled', value: { effective: 3 } })
    expect(begun).toEqual([3])
  })

  test('a signal aborts; a failure comes back as code and message', async () => {
    const kernel = aKernel(slowly().calls)
    const stop = new AbortController()
    const question = kernel.ask('answers', slice(1), { signal: stop.signal })
    stop.abort()
    await expect(question).rejects.toMatchObject({ name: 'AbortError' })
    await expect(kernel.ask('answers', slice(-1))).rejects.toMatchObject({
      code: 'kernel-failed',
      message: 'before the beginning',
    })
  })
})

const DEMO = resolve(__dirname, '../../../public/demo/lanxi')
const filesUnder = (folder: string): InputFile[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => ({ path, bytes: new Uint8Array(readFileSync(join(folder, path))) }))

test.skipIf(!existsSync(DEMO))(
  'the demo pack goes through the post whole: nothing refused, nothing unapplied',
  async () => {
    const kernel = aWholeKernel()
    const files = filesUnder(DEMO)
    const plan = await kernel.ask('plan', { workspace: null, files })
    expect(plan.refused).toEqual([])
    const id = await opened(kernel, files)
    const { register: facts } = await register(kernel, id)
    expect(facts.unapplied).toEqual([])
    expect(facts.cases.length).toBe(plan.files.find(({ kind }) => kind === 'cases')!.taken)
    const { survey, assess } = await kernel.ask('answers', {
      workspace: id,
      known: null,
      effective: Date.parse('2022-05-27T14:00+08:00'),
    })
    expect(survey.zones.length).toBe(assess.zones.length)
    expect(survey.zones.length).toBeGreaterThan(0)
  },
)
