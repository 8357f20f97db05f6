import { zipSync } from 'fflate'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { nextTick } from 'vue'
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
    use: 'review',
  }),
)

beforeEach(() => {
  setKernel(aWholeKernel())
  setActivePinia(createPinia())
})
afterEach(() => setKernel(null))

async function imported(...files: (typeof CASES)[]): Promise<string> {
  const incoming = useImport()
  await incoming.look(files)
  return (await incoming.confirm('甲'))!
}
const untilFresh = () => vi.waitFor(() => expect(useAnswers().status).toBe('fresh'), { timeout: 20_000 })

describe('stores', () => {
  test('a plan is a preview: nothing is written before it is confirmed', async () => {
    const [incoming, workspaces] = [useImport(), useWorkspaces()]
    await incoming.look([PACK, CASES])
    expect(incoming.status).toBe('ready')
    expect(incoming.plan!.counts).toEqual([
      { list: 'cases', file: 'cases.csv', added: 2, changed: 0, equal: 0 },
    ])
    await workspaces.refresh()
    expect(workspaces.list).toEqual([])
    incoming.cancel()
    expect([incoming.status, incoming.plan]).toEqual(['idle', null])
    const id = await imported(PACK, CASES)
    expect(workspaces.current).toMatchObject({
      id,
      title: '甲',
      origin: 'pack',
      use: 'review',
      persistent: false,
    })
    expect(workspaces.register.cases.length).toBe(2)
    expect(workspaces.trouble).toEqual({ code: 'not-kept', params: {} })
  })

  test('files that are dropped stand before the demo that is read ahead, whenever it comes; a key asks for it again', async () => {
    let arrive: (answer: Response) => void = () => {}
    vi.stubGlobal('fetch', () => new Promise<Response>((answered) => (arrive = answered)))
    const [incoming, workspaces] = [useImport(), useWorkspaces()]
    const ahead = workspaces.prepareDemo()
    await vi.waitFor(() => expect(arrive).toHaveLength(1))
    const looked = incoming.look([PACK, CASES])
    arrive(new Response(zipSync({ 'pack.json': PACK.bytes, 'cases.csv': CASES.bytes })))
    await Promise.all([looked, ahead])
    expect([incoming.status, incoming.plan?.counts.length]).toEqual(['ready', 1])
    expect(await workspaces.openDemo()).toBe(true)
    expect(workspaces.register.cases.length).toBe(2)
    vi.unstubAllGlobals()
  })

  test('answers whose question another one took the place of are asked again, and do not stay behind', async () => {
    await imported(PACK, CASES)
    const [clocks, workspaces, answers] = [useClocks(), useWorkspaces(), useAnswers()]
    await untilFresh()
    clocks.setEffective(clocks.effective - 3_600_000)
    await nextTick()
    expect(answers.isBehind).toBe(true)
    const other = { workspace: workspaces.registerOf!, known: null, effective: clocks.effective - 7_200_000 }
    void theKernel()
      .ask('answers', other)
      .catch(() => null)
    await untilFresh()
    expect(answers.slice?.effective).toBe(clocks.effective)
  })

  test('loose files go into the open workspace, a pack asks first', async () => {
    const incoming = useImport()
    const id = await imported(PACK, CASES)
    await incoming.look([file('cases.csv', 'id,reportedAt\nC3,2022-05-23\n')])
    expect([incoming.target, incoming.mustAsk]).toEqual(['current', false])
    expect(await incoming.confirm('乙')).toBe(id)
    expect(useWorkspaces().register.cases.length).toBe(3)
    await incoming.look([PACK, CASES])
    expect([incoming.target, incoming.mustAsk]).toEqual(['new', true])
  })

  test.each([
    ['the pack’s as-of', [PACK, CASES], '2022-05-21T14:00:00+08:00', 'opened-at-as-of'],
    ['the newest fact', [CASES], '2022-05-23T00:00:00+08:00', 'opened-at-newest-fact'],
  ])('the clock opens at %s when the facts are old, and says so', async (_, files, at, code) => {
    const clocks = useClocks()
    await imported(...files)
    expect(clocks.notNow).toEqual({ code, at })
    expect(clocks.effective).toBe(Date.parse(at))
    expect(clocks.range).toEqual({
      from: Date.parse('2022-05-20T00:00+08:00'),
      newest: Date.parse('2022-05-23T00:00+08:00'),
      to: Date.parse('2022-06-06T00:00+08:00'),
    })
    clocks.reopen(Date.parse('2022-05-23T12:00+08:00'))
    expect([clocks.effective, clocks.notNow]).toEqual([Date.parse('2022-05-23T12:00+08:00'), null])
  })

  test.each(['0001-05-22', '1922-05-22', '2202-05-22', '9999-12-31'])(
    'S34 a case of %s decides neither what the page opens at nor how far its slider goes',
    async (typed) => {
      const clocks = useClocks()
      await imported(file('cases.csv', `id,reportedAt\nC1,2022-05-20\nC2,2022-05-22\nX,${typed}\n`))
      expect(clocks.notNow).toEqual({ code: 'opened-at-newest-fact', at: '2022-05-23T00:00:00+08:00' })
      expect(clocks.range).toMatchObject({
        from: Date.parse('2022-05-20T00:00+08:00'),
        to: Date.parse('2022-06-06T00:00+08:00'),
      })
      clocks.reopen(Date.parse('2022-05-22T12:00+08:00'))
      expect(clocks.notNow).toBeNull()
    },
  )

  test('S34 a plausible occurrence that is still ahead keeps the page from opening at now', async () => {
    const clocks = useClocks()
    await imported(file('cases.csv', 'id,reportedAt\nC1,2022-05-20\nC2,2022-05-22\nC3,2022-06-22\n'))
    clocks.reopen(Date.parse('2022-05-22T12:00+08:00'))
    expect(clocks.notNow?.code).toBe('opened-at-newest-fact')
  })

  test('S43 the picture goes with what is recorded, until a person looks at a time of their own', async () => {
    const [workspaces, clocks] = [useWorkspaces(), useClocks()]
    const near = new Date(Date.now() - 36e5).toISOString()
    await imported(file('cases.csv', `id,reportedAt\nC1,${near}\nC2,${near}\n`))
    const record = (row: string) => workspaces.append([{ type: 'cases.retracted@1', row, because: '外区' }])
    clocks.effective -= 600_000
    const before = Date.now()
    expect(await record('C1')).toBe(true)
    expect(clocks.effective).toBeGreaterThanOrEqual(before)
    expect(clocks.isChosen).toBe(false)

    clocks.setEffective(before - 60_000)
    expect(await record('C2')).toBe(true)
    clocks.follow()
    expect([clocks.effective, clocks.isChosen]).toEqual([before - 60_000, true])
    clocks.reopen()
    expect(clocks.isChosen).toBe(false)
  })

  test('answers follow the clocks and the log; undo takes a deed back', async () => {
    const [workspaces, clocks, answers] = [useWorkspaces(), useClocks(), useAnswers()]
    await imported(PACK, CASES)
    await untilFresh()
    // C2 lies after the as-of that the pack gives itself: its time is not believed, and it is in the total all the same
    expect(answers.survey!.cases!).toMatchObject({ cumulative: { total: 2 }, unplaced: 2 })
    clocks.setEffective(Date.parse('2022-05-22T12:00+08:00'))
    await nextTick()
    expect(answers.status).toBe('stale')
    await untilFresh()
    expect(answers.survey!.cases!.cumulative.total).toBe(2)
    expect(await workspaces.append([{ type: 'cases.retracted@1', row: 'C2', because: '外区' }])).toBe(true)
    await vi.waitFor(() => expect(answers.survey!.cases!.cumulative.total).toBe(1), { timeout: 20_000 })
    expect([workspaces.canUndo, workspaces.canRedo]).toEqual([true, false])
    await workspaces.undo()
    expect([workspaces.register.cases.length, workspaces.canRedo]).toEqual([2, true])
  })

  test('a read-only workspace is not written to, and an unknown one is trouble', async () => {
    const workspaces = useWorkspaces()
    const entry = await workspaces.create({ title: '演示', readOnly: true, origin: 'demo' })
    expect(await workspaces.open(entry!.id)).toBe(true)
    expect(await workspaces.append([{ type: 'zone.renamed@1', zone: 'Z', name: '' }])).toBe(false)
    expect(workspaces.trouble).toEqual({ code: 'read-only', params: { title: '演示' } })
    expect(await workspaces.open('nowhere')).toBe(false)
    expect(workspaces.trouble).toMatchObject({ code: 'no-such-workspace' })
    await workspaces.remove(entry!.id)
    expect([workspaces.current, workspaces.list]).toEqual([null, []])
  })
})
