import type { BrowserContext, Page } from 'playwright-core'
import { dropFiles } from '../helpers/app'
import { seeded } from '../helpers/seeded'
import {
  aBrowser,
  type Ground,
  type Kept,
  keptIn,
  orphansOf,
  reachStore,
  started,
  type Workspaces,
} from './ground'

/** What a browser that was killed while a workspace was being made left after the next start. */
export interface KilledRound {
  readonly round: number
  readonly making: Making
  /** what the moment is counted from: the key, or that its database is there */
  readonly since: 'key' | 'database'
  /** ms */
  readonly after: number
  readonly left: 'none' | 'whole' | 'EMPTY' | 'PARTIAL'
  readonly orphans: readonly string[]
}

/** The demo by its key, a pack by dropping it and saying yes, a copy of the demo. */
type Making = 'demo' | 'pack' | 'copy'
/** ms in which a workspace is written once its database is there */
const WRITING = 400
const MAKINGS: readonly Making[] = ['demo', 'pack', 'copy']

/** A pack with rows enough to be worth a moment. */
export function aPack(cases = 20_000): Readonly<Record<string, string>> {
  const rows = Array.from({ length: cases }, (_, i) => `C${i},2022-05-${10 + (i % 15)},confirmed`)
  const pack = { format: 'cordon-pack', version: 1, title: { zh: '测试区' }, timezone: 'Asia/Shanghai' }
  return {
    'pack.json': JSON.stringify({ ...pack, asOf: '2022-05-27T14:00', use: 'review' }),
    'cases.csv': `id,reportedAt,kind\n${rows.join('\n')}\n`,
  }
}

/** Brings the page to where one key makes the workspace, and returns that key. */
async function prepare(page: Page, making: Making): Promise<() => Promise<unknown>> {
  if (making === 'copy') {
    await reachStore(page)
    await page.evaluate(async () => {
      const { workspaces } = window as unknown as { workspaces: Workspaces }
      await workspaces.open(workspaces.list[0]!.id)
    })
    return () =>
      page.evaluate(() => void (window as unknown as { workspaces: Workspaces }).workspaces.copyToOwn('副本'))
  }
  if (making === 'demo') {
    await page.locator('[data-action="open-demo"]:not([disabled])').waitFor()
    await page.waitForTimeout(1500)
    return () => page.keyboard.press('Enter')
  }
  await dropFiles({ page } as never, '[data-drop]', aPack())
  const write = page.locator('.plan-bar .button.primary:not([disabled])')
  await write.waitFor({ timeout: 60_000 })
  return () => write.click({ noWaitAfter: true })
}

async function untilListed(page: Page, count: number): Promise<void> {
  await reachStore(page)
  await page.waitForFunction(
    (wanted) => (window as unknown as { workspaces: Workspaces }).workspaces.list.length === wanted,
    count,
    { timeout: 60_000, polling: 20 },
  )
}

interface Clean {
  readonly profile: string
  /** ms from the key to the whole workspace */
  readonly took: number
  readonly events: number
}

/** Each making once to its end: how long it takes, and what is whole. The profile of the demo is what is copied. */
async function cleanRuns(ground: Ground): Promise<Readonly<Record<Making, Clean>>> {
  const runs: Partial<Record<Making, Clean>> = {}
  for (const making of MAKINGS) {
    const profile = ground.profile(making === 'copy' ? runs.demo!.profile : undefined)
    const before = making === 'copy' ? 1 : 0
    const { context, close } = await aBrowser(profile)
    const page = await started(context, ground)
    const press = await prepare(page, making)
    const begun = performance.now()
    await press()
    await untilListed(page, before + 1)
    const took = performance.now() - begun
    const { events } = await keptIn(context, ground)
    await close()
    runs[making] = { profile, took, events: Math.max(...Object.values(events)) }
  }
  return runs as Record<Making, Clean>
}

function leftOf(kept: Kept, before: number, whole: number): KilledRound['left'] {
  const counts = kept.listed.map((id) => kept.events[id] ?? 0)
  if (counts.some((count) => count === 0)) return 'EMPTY'
  if (counts.some((count) => count !== whole)) return 'PARTIAL'
  return counts.length > before ? 'whole' : 'none'
}

/** Kills the browser at seeded moments while it makes a workspace, and looks after the next start. */
export async function killedWhileMaking(
  ground: Ground,
  {
    rounds,
    seed,
    say,
  }: { readonly rounds: number; readonly seed: number; readonly say: (round: KilledRound) => void },
): Promise<readonly KilledRound[]> {
  const random = seeded(seed)
  const clean = await cleanRuns(ground)
  const done: KilledRound[] = []
  for (let round = 1; round <= rounds; round++) {
    const making = MAKINGS[round % MAKINGS.length]!
    const profile = ground.profile(making === 'copy' ? clean.demo.profile : undefined)
    const killed = await aBrowser(profile)
    const press = await prepare(await started(killed.context, ground), making)
    const since = random.chance(0.5) ? 'key' : 'database'
    const after = Math.round(random.next() * (since === 'key' ? 1.3 * clean[making].took : WRITING))
    const there = since === 'database' ? anotherDatabase(killed.context, ground) : null
    await there?.watched
    press().catch(() => undefined)
    await there?.come
    await wait(after)
    await killed.kill()

    const next = await aBrowser(profile)
    await (await started(next.context, ground)).close()
    const kept = await keptIn(next.context, ground)
    await next.kill()
    const left = leftOf(kept, making === 'copy' ? 1 : 0, clean[making].events)
    done.push({ round, making, since, after, left, orphans: orphansOf(kept) })
    say(done.at(-1)!)
  }
  return done
}

/** Watches for a log's database that is not there yet. */
function anotherDatabase(
  context: BrowserContext,
  { address }: Ground,
): { readonly watched: Promise<void>; readonly come: Promise<void> } {
  const page = context.newPage().then(async (opened) => {
    await opened.goto(`${address}fonts/OFL.txt`)
    return opened
  })
  const begun = page.then((opened) => opened.evaluate(countLogs))
  const come = Promise.all([page, begun]).then(async ([opened, before]) => {
    const patience = performance.now() + 60_000
    while ((await opened.evaluate(countLogs)) <= before && performance.now() < patience) await wait(2)
  })
  return { watched: begun.then(() => undefined), come }
}

const countLogs = async (): Promise<number> =>
  (await indexedDB.databases()).filter(({ name }) => name!.startsWith('cordon-')).length

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
