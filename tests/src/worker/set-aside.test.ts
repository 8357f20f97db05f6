import { strToU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { logFiles } from '../../../src/export/pack'
import type { InputFile } from '../../../src/import/files/zip'
import { sentenceOf } from '../../../src/import/sentences/sentences'
import { hashOf } from '../../../src/log/append'
import type { Body, LogEvent } from '../../../src/log/events'
import { logFromNdjson } from '../../../src/log/log-file'
import { inOrder } from '../../../src/log/order'
import { verify } from '../../../src/log/verify'
import type { Kernel } from '../../../src/worker/client'
import { aWholeKernel } from '../../helpers/kernel'
import { AUTHOR, aDay, LogPen } from '../../helpers/log'

const WRITER = { by: AUTHOR, device: 'd1' }
const NOW = Date.parse('2022-05-28T00:00:00Z')
const DAY = 24 * 3600_000

function aPen(): LogPen {
  const pen = new LogPen('far')
  pen.bring('zones', [{ id: 'Z1', level: 'sealed', from: aDay('2022-05-01') }])
  pen.say({ type: 'zone.renamed@1', zone: 'Z1', name: '甲' })
  return pen
}

/** The pen's next event, whatever is laid over it, with a hash that fits. */
function next(pen: LogPen, body: object, over: object = {}): LogEvent {
  const [made] = pen.say({ type: 'zone.renamed@1', zone: 'Z1', name: '待改' })
  const { name: _name, zone: _zone, type: _type, ...rest } = made as LogEvent & { name: string; zone: string }
  const open = { ...rest, ...body, ...over } as LogEvent
  const event = { ...open, hash: hashOf(open) }
  pen.events = [...pen.events.slice(0, -1), event]
  return event
}

const renamed = (name: string): Body => ({ type: 'zone.renamed@1', zone: 'Z1', name })

const filesOf = (pen: LogPen): InputFile[] =>
  [...logFiles({ events: inOrder(pen.events), blocks: pen.blocks })].map(([path, text]) => ({
    path,
    bytes: strToU8(text),
  }))

async function opened(kernel: Kernel, files: readonly InputFile[]): Promise<string> {
  const { id } = await kernel.ask('create', { title: '甲', readOnly: false, origin: 'own', use: 'live' })
  const plan = await kernel.ask('plan', { workspace: id, files })
  await kernel.ask('take', { workspace: id, plan, writer: WRITER })
  return id
}

const registerOf = async (kernel: Kernel, workspace: string) =>
  (await kernel.ask('register', { workspace, known: null, device: 'd1' })).register

async function exported(
  kernel: Kernel,
  workspace: string,
): Promise<{ files: InputFile[]; events: readonly LogEvent[] }> {
  const { bytes } = await kernel.ask('export', { workspace, what: 'log' })
  const { events } = logFromNdjson(new TextDecoder().decode(unzipSync(bytes)['log.ndjson']))
  return { files: [{ path: 'log.zip', bytes }], events }
}

test('L45 a log with an event that is not valid is taken, opens, undoes, and gives the event back', async () => {
  const kernel = aWholeKernel()
  const pen = aPen()
  const broken = next(pen, { type: 'zone.drawn@1', zone: { id: 'Z2' } })
  const plan = await kernel.ask('plan', { workspace: null, files: filesOf(pen) })
  const problem = plan.problems.find(({ code }) => code === 'not-valid')
  expect(problem).toMatchObject({ row: 3, column: 'zone.name', severity: 'warning' })
  expect(sentenceOf(problem!, 'zh')).toContain('已搁置')
  expect(sentenceOf(problem!, 'en')).toContain(
    'zone.name: zone.drawn@1 · 2022-05-20T08:00:02+08:00 · 县指挥部 林',
  )
  const id = await opened(kernel, filesOf(pen))
  await kernel.ask('append', { workspace: id, drafts: [renamed('乙')], writer: WRITER })
  await kernel.ask('undo', { workspace: id, writer: WRITER, direction: 'undo' })
  const register = await registerOf(kernel, id)
  expect(register.zones.map(({ name }) => name)).toEqual(['甲'])
  expect(register.setAside).toMatchObject([
    { event: broken.id, code: 'not-valid', part: 'zone.name', line: 3 },
  ])
  const { files, events } = await exported(kernel, id)
  expect(events).toContainEqual(broken)
  expect((await exported(kernel, await opened(kernel, files))).events).toEqual(events)
})

test('L45 what is not valid is not written in the first place', async () => {
  const kernel = aWholeKernel()
  const id = await opened(kernel, filesOf(aPen()))
  const drafts = [{ type: 'zone.drawn@1', zone: { id: 'Z2' } } as unknown as Body]
  await expect(kernel.ask('append', { workspace: id, drafts, writer: WRITER })).rejects.toMatchObject({
    code: 'kernel-failed',
    message: 'zone.drawn@1: zone.name',
  })
  expect((await registerOf(kernel, id)).events).toBe(2)
})

test('L47 what is dated more than a day ahead is set aside, recorded, and the clock does not follow it', async () => {
  const kernel = aWholeKernel()
  const pen = aPen()
  const soon = next(pen, renamed('明日'), { recordedAt: NOW + DAY - 60_000 })
  const ahead = next(pen, renamed('远'), { recordedAt: NOW + DAY + 60_000, prev: soon.hash })
  const id = await opened(kernel, filesOf(pen))
  const register = await registerOf(kernel, id)
  expect(register.zones.map(({ name }) => name)).toEqual(['明日'])
  expect(register.setAside).toMatchObject([{ event: ahead.id, code: 'dated-ahead' }])
  await kernel.ask('append', { workspace: id, drafts: [renamed('乙')], writer: WRITER })
  const { files, events } = await exported(kernel, id)
  expect(events).toContainEqual(ahead)
  const own = events.filter(({ device }) => device.startsWith('d1.'))
  expect(own.map(({ type }) => type)).toEqual(['event.setAside@1', 'zone.renamed@1'])
  expect(own.map(({ recordedAt }) => recordedAt - soon.recordedAt)).toEqual([1, 2])
  expect(verify(events).faults).toEqual([])
  const other = aWholeKernel()
  const there = await opened(other, files)
  expect((await registerOf(other, there)).setAside).toMatchObject([{ event: ahead.id, code: 'dated-ahead' }])
  expect((await exported(other, there)).events).toEqual(events)
  await kernel.ask('undo', { workspace: id, writer: WRITER, direction: 'undo' })
  const { reversible } = await kernel.ask('register', { workspace: id, known: null, device: 'd1' })
  expect(reversible.undo).toBeNull()
})

test('L47 where more than half is ahead, the clock is to be checked and nothing is taken', async () => {
  const kernel = aWholeKernel()
  const pen = aPen()
  for (let i = 0; i < 3; i += 1) {
    const prev = pen.events.at(-1)!.hash
    next(pen, renamed(`名${i}`), { recordedAt: NOW + (2 + i) * DAY, prev })
  }
  const { id } = await kernel.ask('create', { title: '甲', readOnly: false, origin: 'own', use: 'live' })
  const plan = await kernel.ask('plan', { workspace: id, files: filesOf(pen) })
  const problem = plan.problems.find(({ code }) => code === 'clock-questioned')
  expect(problem).toMatchObject({ row: null, seen: '3/5', severity: 'error' })
  expect(sentenceOf(problem!, 'zh')).toContain('请核对本机的日期和时间')
  await expect(kernel.ask('take', { workspace: id, plan, writer: WRITER })).rejects.toMatchObject({
    code: 'clock-questioned',
    params: { ahead: '3', of: '5', clock: expect.stringContaining('2022-05-28T08:00:00') },
  })
  expect((await registerOf(kernel, id)).events).toBe(0)
})

test('L44 an import that two computers of an earlier release gave one id joins, and the chains stay whole', async () => {
  const kernel = aWholeKernel()
  const [here, there] = [new LogPen('d1'), new LogPen('d2')]
  there.now += 60_000
  for (const pen of [here, there]) {
    pen.bring('cases', [{ id: 'C1', reportedAt: aDay('2022-05-01') }])
    const open = { ...pen.events[0]!, id: 'content' }
    pen.events = [{ ...open, hash: hashOf(open) }]
    pen.say({ type: 'cases.corrected@1', row: 'C1', set: { tags: pen.device }, because: '' })
  }
  const id = await opened(kernel, filesOf(here))
  const plan = await kernel.ask('plan', { workspace: id, files: filesOf(there) })
  expect(plan.problems).toEqual([])
  await kernel.ask('take', { workspace: id, plan, writer: WRITER })
  const { files, events } = await exported(kernel, id)
  expect(verify(events).faults).toEqual([])
  expect((await registerOf(kernel, id)).setAside).toEqual([])
  expect(await kernel.ask('take', { workspace: id, plan, writer: WRITER })).toEqual({ appended: 0 })
  expect((await exported(kernel, await opened(kernel, files))).events).toEqual(events)
})
