import { expect, test } from 'vitest'
import { memoryStorage } from '../../../src/storage/memory'
import { aWholeKernel } from '../../helpers/kernel'

const own = { title: '甲区', readOnly: false, origin: 'own', use: 'live' } as const
const writer = (device: string) => ({ by: { name: device, unit: '' }, device })
const renamed = (name: string) => [{ type: 'zone.renamed@1', zone: 'Z1', name }] as never

test('X33 what a machine lacks follows from the heads it told, also after a reload, and a file for it holds only that', async () => {
  const storage = memoryStorage()
  const [one, other] = [aWholeKernel(storage), aWholeKernel()]
  const here = (await one.ask('create', own)).id
  const there = (await other.ask('create', own)).id
  await one.ask('append', { workspace: here, drafts: renamed('甲'), writer: writer('a') })
  const make = async (kernel: typeof one, workspace: string, device: string, peer: string | null) => ({
    path: 'x.zip',
    ...(await kernel.ask('makeExchange', { workspace, writer: writer(device), peer, notice: '' })),
  })
  const first = await make(one, here, 'a', null)
  const taken = await other.ask('takeExchange', { workspace: there, writer: writer('b'), file: first })
  expect(taken).toMatchObject({ ok: true, preview: { news: 1, refusal: null } })
  await other.ask('append', { workspace: there, drafts: renamed('乙'), writer: writer('b') })
  const [peer] = (await other.ask('exchange', { workspace: there })).peers
  expect(peer).toMatchObject({ lacks: 1, by: { name: 'a' } })
  const answer = await make(other, there, 'b', peer!.device)
  expect(answer.events).toBe(1)
  await one.ask('takeExchange', { workspace: here, writer: writer('a'), file: answer })
  await one.ask('append', { workspace: here, drafts: renamed('丙'), writer: writer('a') })
  const again = await aWholeKernel(storage).ask('exchange', { workspace: here })
  expect(again).toMatchObject({ devices: 2, events: 3, folder: null, last: { way: 'taken' } })
  expect(again.peers.map(({ lacks }) => lacks)).toEqual([1])
})

test('X34 a workspace that is read-only takes nothing, and no folder is met that was not chosen', async () => {
  const kernel = aWholeKernel()
  const demo = (await kernel.ask('create', { ...own, readOnly: true })).id
  const mine = (await kernel.ask('create', own)).id
  await kernel.ask('append', { workspace: mine, drafts: renamed('甲'), writer: writer('a') })
  const file = await kernel.ask('makeExchange', {
    workspace: mine,
    writer: writer('a'),
    peer: null,
    notice: '',
  })
  const asked = { workspace: demo, writer: writer('a'), file: { path: 'x.zip', bytes: file.bytes } }
  await expect(kernel.ask('takeExchange', asked)).rejects.toMatchObject({ code: 'read-only' })
  expect(await kernel.ask('meetFolder', { workspace: mine, writer: writer('a') })).toEqual({
    ok: false,
    code: 'gone',
  })
})
