import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { memoryStorage } from '../../../src/storage/memory'
import { type Storage, StorageError } from '../../../src/storage/port'
import { setKernel, theKernel } from '../../../src/stores/kernel'
import { useAnswers } from '../../../src/stores/use-answers'
import { useClocks } from '../../../src/stores/use-clocks'
import { useImport } from '../../../src/stores/use-import'
import { useWorkspaces } from '../../../src/stores/use-workspaces'
import { aWholeKernel } from '../../helpers/kernel'

const file = (path: string, content: string) => ({ path, bytes: new TextEncoder().encode(content) })
const CASES = file('cases.csv', 'id,reportedAt,kind\nC1,2022-05-20,confirmed\nC2,2022-05-22,asymptomatic\n')
const PACK = file(
  'pack.json',
  JSON.stringify({
    format: 'cordon-pack',
    version: 1,
    title: { zh: '甲' },
    timezone: 'Asia/Shanghai',
    asOf: '2022-05-21T14:00',
    use: 'exercise',
  }),
)
const RETRACTED = { type: 'cases.retracted@1', row: 'C2', because: '外区' } as const

let storage: Storage
beforeEach(() => {
  storage = memoryStorage()
  setKernel(aWholeKernel(storage))
  setActivePinia(createPinia())
})
afterEach(() => setKernel(null))

async function imported(...files: (typeof CASES)[]): Promise<string> {
  const incoming = useImport()
  await incoming.look(files)
  return (await incoming.confirm('甲'))!
}
const untilHalted = () => vi.waitFor(() => expect(useWorkspaces().halted).not.toBeNull(), { timeout: 20_000 })

describe('a workspace that another tab deleted', () => {
  test('W46 is said at once, takes nothing more, and comes out whole with what was acknowledged', async () => {
    const workspaces = useWorkspaces()
    const id = await imported(PACK, CASES)
    expect(await workspaces.append([RETRACTED])).toBe(true)
    const head = workspaces.register.head
    await storage.remove(id)
    await untilHalted()
    expect(workspaces.halted).toMatchObject({ why: 'gone', workspace: { id, title: '甲', use: 'exercise' } })
    expect(workspaces.current).toMatchObject({ id, title: '甲' })
    expect([workspaces.canUndo, workspaces.canRedo]).toEqual([false, false])
    expect(await workspaces.append([RETRACTED])).toBe(false)
    expect(workspaces.trouble).toEqual({ code: 'gone', params: { title: '甲' } })
    expect(await workspaces.undo()).toBe(false)
    expect(await storage.list()).toEqual([])

    const { name, bytes } = (await workspaces.exportLog())!
    expect(name).toBe('甲-演练-log.zip')
    const incoming = useImport()
    await incoming.look([{ path: name, bytes }])
    await incoming.aim('new')
    const again = await incoming.confirm('乙')
    expect(workspaces.current).toMatchObject({ id: again, title: '乙' })
    expect(workspaces.halted).toBeNull()
    expect(workspaces.register.head).toBe(head)
    expect(workspaces.register.cases.length).toBe(1)
  })

  test('W46 what was acknowledged and not yet read again is in the file too', async () => {
    const workspaces = useWorkspaces()
    const id = await imported(PACK, CASES)
    const writer = { by: { name: '林', unit: '' }, device: 'd1' }
    await theKernel().ask('append', { workspace: id, drafts: [RETRACTED], writer })
    await storage.remove(id)
    await untilHalted()
    const { bytes } = (await workspaces.exportLog())!
    const plan = await theKernel().ask('plan', { workspace: null, files: [{ path: 'log.zip', bytes }] })
    expect(new TextDecoder().decode(plan.log!.file.bytes)).toContain('cases.retracted@1')
  })

  test('W46 the screens go on with what the page holds, also after another log went out', async () => {
    const [workspaces, clocks, answers] = [useWorkspaces(), useClocks(), useAnswers()]
    const other = await imported(CASES)
    const id = await imported(PACK, CASES)
    await workspaces.exportLog(other)
    await storage.remove(id)
    await untilHalted()
    clocks.setEffective(Date.parse('2022-05-22T12:00+08:00'))
    await vi.waitFor(() => expect(answers.survey?.cases?.cumulative.total).toBe(2), { timeout: 20_000 })
    expect(answers.trouble).toBeNull()
    expect((await workspaces.exportLog())!.bytes.length).toBeGreaterThan(0)
    await workspaces.open(other)
    expect(workspaces.halted).toBeNull()
    expect(await workspaces.open(id)).toBe(false)
  })

  test('W46 an empty one is said and offered too; a copy is refused, for its list and use are gone', async () => {
    const workspaces = useWorkspaces()
    const { id } = (await workspaces.create({ title: '乙', use: 'exercise' }))!
    await workspaces.open(id)
    await storage.remove(id)
    await untilHalted()
    expect((await workspaces.exportLog())!.name).toBe('乙-演练-log.zip')
    expect(await workspaces.copyToOwn('丙')).toBe(false)
    expect(workspaces.trouble).toEqual({ code: 'gone', params: { title: '乙' } })
    expect(await storage.list()).toEqual([])
  })

  test('W46 an import into it is refused and can go into a new one', async () => {
    const [workspaces, incoming] = [useWorkspaces(), useImport()]
    const id = await imported(PACK, CASES)
    await incoming.look([file('cases.csv', 'id,reportedAt\nC3,2022-05-23\n')])
    expect(incoming.target).toBe('current')
    await storage.remove(id)
    expect(await incoming.confirm('乙')).toBeNull()
    expect(incoming.trouble).toEqual({ code: 'gone', params: { title: '甲' } })
    await untilHalted()
    await incoming.aim('new')
    expect(await incoming.confirm('乙')).not.toBeNull()
    expect(workspaces.list).toHaveLength(1)
  })

  test('W46 whoever deletes it here is not told that it is lost', async () => {
    const workspaces = useWorkspaces()
    const id = await imported(PACK, CASES)
    await workspaces.remove(id)
    await workspaces.refresh()
    expect([workspaces.halted, workspaces.current, workspaces.list]).toEqual([null, null, []])
    expect(await workspaces.exportLog(id)).toBeNull()
  })
})

describe('a newer release', () => {
  test('W44 that takes the list over halts the open workspace, and what is held can be taken out', async () => {
    const workspaces = useWorkspaces()
    const id = await imported(PACK, CASES)
    const refuse = () => Promise.reject(new StorageError('newer-release'))
    Object.assign(storage, { list: refuse, append: refuse, readEvents: refuse, readBlock: refuse })
    await workspaces.refresh()
    expect(workspaces.isOutdated).toBe(true)
    expect(workspaces.halted).toMatchObject({ why: 'newer-release', workspace: { id } })
    expect(await workspaces.append([RETRACTED])).toBe(false)
    expect(workspaces.trouble?.code).toBe('newer-release')
    expect((await workspaces.exportLog())!.name).toBe('甲-演练-log.zip')
  })

  test('W44 that has one workspace: it is in the list with its reason and does not open', async () => {
    const workspaces = useWorkspaces()
    const id = await imported(PACK, CASES)
    workspaces.close()
    const entries = (await storage.list()).map((entry) => ({ ...entry, fault: 'newer-release' as const }))
    Object.assign(storage, { list: async () => entries })
    await workspaces.refresh()
    expect(await workspaces.open(id)).toBe(false)
    expect(workspaces.trouble).toEqual({ code: 'newer-release', params: { id } })
    expect(workspaces.isOutdated).toBe(false)
  })
})
