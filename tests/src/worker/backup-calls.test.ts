import { expect, test } from 'vitest'
import { memoryStorage } from '../../../src/storage/memory'
import { aWholeKernel } from '../../helpers/kernel'

const own = { title: '甲区', readOnly: false, origin: 'own', use: 'live' } as const
const writer = (device: string) => ({ by: { name: device, unit: '' }, device })
const renamed = (name: string) => [{ type: 'zone.renamed@1', zone: 'Z1', name }] as never
const NOTHING = { notice: '' }

async function begun() {
  const storage = memoryStorage()
  const kernel = aWholeKernel(storage)
  const workspace = (await kernel.ask('create', own)).id
  await kernel.ask('append', { workspace, drafts: renamed('甲'), writer: writer('a') })
  return { storage, kernel, workspace }
}

test('X65 X66 a backup that is handed over is proven first, and its proof outlives the page; with nothing new none is due', async () => {
  const { storage, kernel, workspace } = await begun()
  const before = await kernel.ask('backups', { workspace })
  expect(before).toMatchObject({ last: null, failed: null, lacks: 1, everyHours: 4 })
  expect(before.dueAt).not.toBeNull()
  const made = await kernel.ask('handBackup', { workspace, writer: writer('a'), ...NOTHING })
  expect(made).toMatchObject({
    ok: true,
    name: expect.stringMatching(/^甲区-backup-\d{8}-\d{6}-[0-9a-f]{8}\.zip$/),
  })
  const after = await aWholeKernel(storage).ask('backups', { workspace })
  const { register } = await kernel.ask('register', { workspace, known: null, device: 'a' })
  expect(after).toMatchObject({
    lacks: 0,
    dueAt: null,
    last: { way: 'file', events: 1, head: register.head },
  })
  await kernel.ask('setBackups', { workspace, everyHours: 8, keep: 3 })
  await kernel.ask('append', { workspace, drafts: renamed('乙'), writer: writer('a') })
  const later = await kernel.ask('backups', { workspace })
  expect(later).toMatchObject({ lacks: 1, everyHours: 8, keep: 3 })
  expect(later.dueAt! - later.last!.at).toBe(8 * 3_600_000)
})

test('X67 a backup says what it is, becomes a workspace of its own with the same head, and gives the open one what that lacks', async () => {
  const { kernel, workspace } = await begun()
  const made = await kernel.ask('handBackup', { workspace, writer: writer('a'), ...NOTHING })
  if (!made.ok) throw new Error(made.code)
  const from = { file: { path: made.name, bytes: made.bytes } }
  await kernel.ask('append', { workspace, drafts: renamed('乙'), writer: writer('a') })
  const looked = await kernel.ask('lookAtBackup', { from, beside: workspace })
  expect(looked).toMatchObject({
    look: {
      title: '甲区',
      events: 1,
      devices: 1,
      faults: 0,
      beside: { isSame: true, lackingHere: 0, lackingThere: 1 },
    },
  })
  const restored = await kernel.ask('restoreBackup', { from, title: '甲区（备份）', writer: writer('a') })
  if (!restored.ok) throw new Error(restored.code)
  expect(restored.entry).toMatchObject({ title: '甲区（备份）', events: 1, readOnly: false })
  expect(restored.entry.id).not.toBe(workspace)
  const { workspaces } = await kernel.ask('storage', null)
  expect(workspaces.find(({ id }) => id === workspace)?.events).toBe(2)

  const empty = (await kernel.ask('create', own)).id
  const taken = await kernel.ask('takeFromBackup', { from, workspace: empty, writer: writer('a') })
  expect(taken).toMatchObject({ ok: true, preview: { news: 1, refusal: null } })
})

test('X67 of another workspace nothing is taken, and what is cut or altered is not restored', async () => {
  const { kernel, workspace } = await begun()
  const other = await begun()
  const made = await other.kernel.ask('handBackup', {
    workspace: other.workspace,
    writer: writer('b'),
    ...NOTHING,
  })
  if (!made.ok) throw new Error(made.code)
  const from = { file: { path: made.name, bytes: made.bytes } }
  const looked = await kernel.ask('lookAtBackup', { from, beside: workspace })
  expect(looked).toMatchObject({ look: { beside: { isSame: false } } })
  const taken = await kernel.ask('takeFromBackup', { from, workspace, writer: writer('a') })
  expect(taken).toMatchObject({ preview: { news: 0, refusal: { code: 'foreign' } } })
  const cut = { file: { path: 'x.zip', bytes: made.bytes.subarray(0, made.bytes.length - 30) } }
  const refused = await kernel.ask('restoreBackup', { from: cut, title: 'x', writer: writer('a') })
  expect(refused).toMatchObject({ ok: false, code: 'cut' })
  expect((await kernel.ask('storage', null)).workspaces).toHaveLength(1)
  expect(
    await kernel.ask('makeBackup', { workspace, writer: writer('a'), ...NOTHING, ifDue: false }),
  ).toBeNull()
  expect(await kernel.ask('backupsInFolder', { workspace })).toMatchObject({ ok: false, code: 'gone' })
})
