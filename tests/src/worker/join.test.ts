import { strToU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { logFiles } from '../../../src/export/pack'
import type { InputFile } from '../../../src/import/files/zip'
import { append, hashOf, tailOf } from '../../../src/log/append'
import type { Body, LogEvent } from '../../../src/log/events'
import { logFromNdjson } from '../../../src/log/log-file'
import { inOrder } from '../../../src/log/order'
import { verify } from '../../../src/log/verify'
import type { Kernel } from '../../../src/worker/client'
import { aWholeKernel } from '../../helpers/kernel'
import { AUTHOR, aDay, LogPen } from '../../helpers/log'

const WRITER = { by: AUTHOR, device: 'd1' }
const CASES = { path: 'cases.csv', bytes: strToU8('id,reportedAt\nC1,2022-05-20\nC2,2022-05-21\n') }
const renamed = (name: string): Body => ({ type: 'zone.renamed@1', zone: 'Z1', name })

function filesOf(pen: LogPen): InputFile[] {
  return [...logFiles({ events: inOrder(pen.events), blocks: pen.blocks })].map(([path, content]) => ({
    path,
    bytes: typeof content === 'string' ? strToU8(content) : content,
  }))
}

async function aWorkspace(
  kernel: Kernel,
  files: readonly InputFile[],
  use: 'live' | 'exercise' | 'review' = 'live',
): Promise<string> {
  const { id } = await kernel.ask('create', { title: '甲', readOnly: false, origin: 'own', use })
  if (files.length > 0) await bring(kernel, id, files)
  return id
}

async function bring(kernel: Kernel, workspace: string, files: readonly InputFile[]) {
  const plan = await kernel.ask('plan', { workspace, files })
  return kernel.ask('take', { workspace, plan, writer: WRITER })
}

async function eventsOf(kernel: Kernel, workspace: string): Promise<readonly LogEvent[]> {
  const { bytes } = await kernel.ask('export', { workspace, what: 'log' })
  return logFromNdjson(new TextDecoder().decode(unzipSync(bytes)['log.ndjson'])).events
}

async function exported(kernel: Kernel, workspace: string): Promise<InputFile[]> {
  const { bytes } = await kernel.ask('export', { workspace, what: 'log' })
  return [{ path: 'log.zip', bytes }]
}

const say = (kernel: Kernel, workspace: string, ...drafts: Body[]) =>
  kernel.ask('append', { workspace, drafts, writer: WRITER })

/** Two continuations of one log by one device, as a copied folder of files makes them. */
function forked(): { one: LogPen; other: LogPen } {
  const [one, other] = [new LogPen(), new LogPen()]
  for (const pen of [one, other])
    pen.bring('zones', [{ id: 'Z1', level: 'sealed', from: aDay('2022-05-01') }])
  one.say(renamed('甲'))
  other.now += 60_000
  other.say(renamed('乙'))
  return { one, other }
}

describe('a copy is a new device', () => {
  test('L41 events of original and copy, however copied, never follow the same event of one device', async () => {
    const kernel = aWholeKernel()
    const original = await aWorkspace(kernel, [CASES])
    await say(kernel, original, renamed('甲'))
    const copied = (await kernel.ask('copy', { workspace: original, title: '副本' })).id
    const imported = await aWorkspace(kernel, await exported(kernel, original))
    for (const [i, workspace] of [original, copied, imported, copied, original, imported].entries())
      await say(kernel, workspace, renamed(`名${i}`))
    const all = new Map<string, LogEvent>()
    for (const workspace of [original, copied, imported])
      for (const event of await eventsOf(kernel, workspace)) all.set(event.id, event)
    const links = [...all.values()].map(({ device, prev }) => `${device} ${prev}`)
    expect(all.size).toBe(8)
    expect(links.filter((link, i) => links.indexOf(link) !== i)).toEqual([])
    await bring(kernel, original, await exported(kernel, copied))
    await bring(kernel, original, await exported(kernel, imported))
    expect((await eventsOf(kernel, original)).map(({ id }) => id).sort()).toEqual([...all.keys()].sort())
  })

  test('L41 what was written on this computer is undone in a copy, and comes together again', async () => {
    const kernel = aWholeKernel()
    const original = await aWorkspace(kernel, [CASES])
    await say(kernel, original, { type: 'cases.retracted@1', row: 'C1', because: '外区' })
    const copied = (await kernel.ask('copy', { workspace: original, title: '副本' })).id
    const length = async (workspace: string) =>
      (await kernel.ask('register', { workspace, known: null, device: 'd1' })).register.cases.length
    const turn = (workspace: string, direction: 'undo' | 'redo') =>
      kernel.ask('undo', { workspace, writer: WRITER, direction })
    for (const workspace of [original, copied]) {
      expect(await length(workspace)).toBe(1)
      await turn(workspace, 'undo')
      expect(await length(workspace)).toBe(2)
    }
    await bring(kernel, original, await exported(kernel, copied))
    expect(await length(original)).toBe(2)
    await turn(original, 'redo')
    expect(await length(original)).toBe(1)
    await turn(original, 'undo')
    await turn(original, 'undo')
    expect(await length(original)).toBe(0)
  })
})

describe('a log is verified together with what it joins', () => {
  test('L42 a fork is refused with the two events named, and nothing is written', async () => {
    const kernel = aWholeKernel()
    const { one, other } = forked()
    const id = await aWorkspace(kernel, filesOf(one))
    const plan = await kernel.ask('plan', { workspace: id, files: filesOf(other) })
    const name = (pen: LogPen) =>
      new RegExp(`${pen.events[1]!.id} · d1 · 2022-05-20T08:0\\d:0\\d\\+08:00 · 县指挥部 林`)
    const problem = plan.problems.find(({ code }) => code === 'forked-log')
    expect(problem).toMatchObject({ row: 2, severity: 'error' })
    for (const pen of [one, other]) expect(problem!.seen).toMatch(name(pen))
    const taking = kernel.ask('take', { workspace: id, plan, writer: WRITER })
    await expect(taking).rejects.toMatchObject({
      code: 'forked-log',
      params: { one: expect.stringMatching(name(other)), other: expect.stringMatching(name(one)) },
    })
    expect(await eventsOf(kernel, id)).toEqual(one.events)
  })

  test('L42 two first events of one device are a fork too', async () => {
    const kernel = aWholeKernel()
    const [one, other] = [new LogPen(), new LogPen()]
    one.say(renamed('甲'))
    other.say(renamed('乙'))
    const id = await aWorkspace(kernel, filesOf(one))
    await expect(bring(kernel, id, filesOf(other))).rejects.toMatchObject({ code: 'forked-log' })
  })

  test('L42 an id that comes with other content is refused', async () => {
    const kernel = aWholeKernel()
    const { one } = forked()
    const id = await aWorkspace(kernel, filesOf(one))
    const open = { ...one.events[1]!, name: '丙', device: 'd9', prev: null } as LogEvent
    const other = new LogPen('d9')
    other.events = [{ ...open, hash: hashOf(open) }]
    await expect(bring(kernel, id, filesOf(other))).rejects.toMatchObject({ code: 'other-content' })
    expect(await eventsOf(kernel, id)).toEqual(one.events)
  })

  test('L42 a log that goes on from what is held is taken; without it the gap is named', async () => {
    const kernel = aWholeKernel()
    const { one } = forked()
    const news = new LogPen()
    news.events = append([renamed('丁')], tailOf(one.events), { by: AUTHOR, device: 'd1', now: one.now })
    const id = await aWorkspace(kernel, filesOf(one))
    expect(await bring(kernel, id, filesOf(news))).toEqual({ appended: 1 })
    const empty = await aWorkspace(kernel, [])
    await expect(bring(kernel, empty, filesOf(news))).rejects.toMatchObject({ code: 'broken-log' })
  })

  test('L44 two computers that import one file say it once, and their logs come together whole', async () => {
    const [here, there] = [aWholeKernel(), aWholeKernel()]
    const id = await aWorkspace(here, [CASES])
    await say(here, id, { type: 'cases.corrected@1', row: 'C1', set: { kind: 'confirmed' }, because: '复核' })
    const other = await aWorkspace(there, [])
    const plan = await there.ask('plan', { workspace: other, files: [CASES] })
    await there.ask('take', { workspace: other, plan, writer: { ...WRITER, device: 'd2' } })
    const drafts: Body[] = [{ type: 'cases.retracted@1', row: 'C2', because: '外区' }]
    await there.ask('append', { workspace: other, drafts, writer: { ...WRITER, device: 'd2' } })
    await bring(here, id, await exported(there, other))
    const events = await eventsOf(here, id)
    expect(verify(events).faults).toEqual([])
    const { register } = await here.ask('register', { workspace: id, known: null, device: 'd1' })
    expect(Array.from(register.cases.kind.codes, (code) => register.cases.kind.values[code])).toEqual([
      'confirmed',
    ])
    expect(register.sources).toHaveLength(1)
    expect((await here.ask('plan', { workspace: id, files: [CASES] })).drafts).toEqual([])
  })
})

describe('an exercise stands alone', () => {
  const pack = (use: string): InputFile[] => [
    { path: 'pack.json', bytes: strToU8(JSON.stringify({ format: 'cordon-pack', version: 1, use })) },
    CASES,
  ]
  const APART = [
    ['exercise', 'live', 'exercise-into-live'],
    ['exercise', 'review', 'exercise-into-live'],
    ['live', 'exercise', 'live-into-exercise'],
    ['review', 'exercise', 'live-into-exercise'],
  ] as const

  test.each(APART)(
    'L43 what is %s is refused where the workspace is %s, by pack and by log',
    async (use, held, code) => {
      const kernel = aWholeKernel()
      const id = await aWorkspace(kernel, pack(held), held)
      const before = await eventsOf(kernel, id)
      const log = await exported(kernel, await aWorkspace(kernel, pack(use), use))
      for (const files of [pack(use), log]) {
        const plan = await kernel.ask('plan', { workspace: id, files })
        expect(plan.problems.map((problem) => problem.code)).toContain(code)
        const blind = await kernel.ask('plan', { workspace: null, files })
        const taking = kernel.ask('take', { workspace: id, plan: blind, writer: WRITER })
        await expect(taking).rejects.toMatchObject({ code })
      }
      expect(await eventsOf(kernel, id)).toEqual(before)
    },
  )

  test('L43 an exercise joins an exercise, live data a review, and loose files the open workspace', async () => {
    const kernel = aWholeKernel()
    const exercise = await aWorkspace(kernel, pack('exercise'), 'exercise')
    const other = await exported(kernel, await aWorkspace(kernel, pack('exercise'), 'exercise'))
    await bring(kernel, exercise, other)
    const review = await aWorkspace(kernel, pack('review'), 'review')
    await bring(kernel, review, pack('live'))
    const loose = { path: 'cases.csv', bytes: strToU8('id,reportedAt\nC3,2022-05-22\n') }
    await bring(kernel, exercise, [loose])
    const { register } = await kernel.ask('register', { workspace: exercise, known: null, device: 'd1' })
    expect(register.cases.length).toBe(3)
  })
})
