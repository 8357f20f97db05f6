import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { seeded } from '../helpers/seeded'
import {
  aBrowser,
  type Ground,
  type KillableBrowser,
  keptIn,
  orphansOf,
  reachStore,
  started,
  type Workspaces,
} from './ground'

/** One tab writes, and its workspace goes away. */
export interface DeletedRound {
  readonly round: number
  readonly how: Going
  /** ms after the first write */
  readonly after: number
  /** events that the writing tab was told are written */
  readonly acknowledged: number
  /** of them, in no workspace and in no file that was offered, though nobody killed the tab */
  readonly lost: number
  /** ms until the tab said so; null where it was killed, or never did */
  readonly saidAfter: number | null
  /** writes that were acknowledged after the tab had said so */
  readonly afterwards: number
  readonly orphans: readonly string[]
}

/** Deleted in another tab; with the data of the site; in another tab, and the browser is killed on the way. */
type Going = 'deleted' | 'cleared' | 'killed'
const GOINGS: readonly Going[] = ['deleted', 'deleted', 'killed', 'deleted', 'cleared']

type Writing = { workspaces: Workspaces; acknowledged: string[]; refused: boolean }

const aWorkspace = async (page: Page): Promise<string> => {
  await reachStore(page)
  return page.evaluate(
    async () => (await (window as unknown as Writing).workspaces.create({ title: '测试' }))!.id,
  )
}

/** Writes one event after another until one is refused; every second names the segment of a pasted file. */
async function write(page: Page, round: number): Promise<void> {
  await reachStore(page)
  await page.evaluate((number) => {
    const state = window as unknown as Writing
    state.acknowledged = []
    state.refused = false
    const go = async (): Promise<void> => {
      for (let i = 0; !state.refused; i++) {
        const name = `r${number}-${i}`
        if (await state.workspaces.append([{ type: 'zone.renamed@1', zone: 'Z', name }]))
          state.acknowledged.push(name)
        else state.refused = true
      }
    }
    void go()
  }, round)
}

const acknowledgedBy = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as Writing).acknowledged)

/** What the tab offers as a file, as text. */
async function offered(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.locator('[data-action="download-held"]').click(),
  ])
  const path = await download.path()
  return strFromU8(unzipSync(new Uint8Array(readFileSync(path)))['log.ndjson']!)
}

async function remove(page: Page, id: string): Promise<void> {
  await page.evaluate((gone) => (window as unknown as Writing).workspaces.remove(gone), id)
}

async function clear(page: Page, { address }: Ground): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Storage.clearDataForOrigin', { origin: new URL(address).origin, storageTypes: 'all' })
}

interface Tabs {
  readonly deleting: Page
  readonly writing: Page
  readonly id: string
}

async function twoTabs({ context }: KillableBrowser, ground: Ground): Promise<Tabs> {
  const deleting = await started(context, ground)
  const id = await aWorkspace(deleting)
  const writing = await started(context, ground, `w/${id}/checks`)
  await writing.waitForFunction(
    () => document.querySelector('.app-frame') !== null && document.querySelector('.error-view') === null,
  )
  await reachStore(writing)
  await writing.waitForFunction(() => (window as unknown as Writing).workspaces.current !== null)
  return { deleting, writing, id }
}

/** How long it takes to be said; null where it is not within ten seconds. */
async function saidAfter(page: Page, begun: number): Promise<number | null> {
  const bar = page.locator('[data-region="halt"]')
  const said = await bar.waitFor({ timeout: 10_000 }).then(
    () => true,
    () => false,
  )
  return said ? Math.round(performance.now() - begun) : null
}

type Seen = Pick<DeletedRound, 'acknowledged' | 'lost' | 'saidAfter' | 'afterwards'>

async function watched({ deleting, writing, id }: Tabs, how: Going, ground: Ground): Promise<Seen> {
  const begun = performance.now()
  const going = how === 'cleared' ? clear(deleting, ground) : remove(deleting, id)
  const said = await saidAfter(writing, begun)
  await going
  await writing
    .waitForFunction(() => (window as unknown as Writing).refused, null, { timeout: 10_000 })
    .catch(() => undefined)
  const acknowledged = await acknowledgedBy(writing)
  const late =
    said === null
      ? false
      : await writing.evaluate(() =>
          (window as unknown as Writing).workspaces.append([
            { type: 'zone.renamed@1', zone: 'Z', name: 'late' },
          ]),
        )
  const text = said === null ? '' : await offered(writing)
  const lost = acknowledged.filter((name) => !text.includes(`"${name}"`)).length
  return { acknowledged: acknowledged.length, lost, saidAfter: said, afterwards: late ? 1 : 0 }
}

/** Deletes a workspace in one tab at seeded moments while another tab writes to it, and looks after the next start. */
export async function deletedWhileWriting(
  ground: Ground,
  {
    rounds,
    seed,
    say,
  }: { readonly rounds: number; readonly seed: number; readonly say: (round: DeletedRound) => void },
): Promise<readonly DeletedRound[]> {
  const random = seeded(seed)
  const profile = ground.profile()
  const done: DeletedRound[] = []
  let killable = await aBrowser(profile)
  for (let round = 1; round <= rounds; round++) {
    const how = GOINGS[(round - 1) % GOINGS.length]!
    const tabs = await twoTabs(killable, ground)
    await write(tabs.writing, round)
    const after = random.between(0, 900)
    await wait(after)
    let seen: Seen
    if (how === 'killed') {
      const acknowledged = (await acknowledgedBy(tabs.writing)).length
      remove(tabs.deleting, tabs.id).catch(() => undefined)
      await wait(random.between(0, 60))
      await killable.kill()
      killable = await aBrowser(profile)
      seen = { acknowledged, lost: 0, saidAfter: null, afterwards: 0 }
    } else seen = await watched(tabs, how, ground)
    for (const page of killable.context.pages().slice(1)) await page.close()
    await (await started(killable.context, ground)).close()
    const kept = await keptIn(killable.context, ground)
    // killed before the deletion was entered, the workspace stays and has to hold what was acknowledged
    const short = kept.listed.includes(tabs.id) ? Math.max(0, seen.acknowledged - kept.events[tabs.id]!) : 0
    const stays = how !== 'killed' && kept.listed.includes(tabs.id) ? [tabs.id] : []
    done.push({
      round,
      how,
      after,
      ...seen,
      lost: seen.lost + short,
      orphans: [...orphansOf(kept), ...stays],
    })
    say(done.at(-1)!)
  }
  await killable.kill()
  return done
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
