import { seeded } from '../helpers/seeded'
import { aBrowser, type Ground, keptIn, orphansOf, reachStore, started, type Workspaces } from './ground'

/** A disk that has so much room while the demo is taken in. */
export interface QuotaRound {
  readonly round: number
  /** bytes of room */
  readonly quota: number
  readonly left: 'none' | 'whole' | 'EMPTY' | 'PARTIAL'
  /** the page said that the disk is full */
  readonly isSaid: boolean
  readonly orphans: readonly string[]
}

const SPAN = 6_000_000

/** Opens the demo under seeded quotas; where there was no room it is tried again with room, and has to be whole then. */
export async function fullDisk(
  ground: Ground,
  {
    rounds,
    seed,
    say,
  }: { readonly rounds: number; readonly seed: number; readonly say: (round: QuotaRound) => void },
): Promise<readonly QuotaRound[]> {
  const random = seeded(seed)
  const { origin } = new URL(ground.address)
  const done: QuotaRound[] = []
  let whole = 0
  for (let round = 0; round <= rounds; round++) {
    const { context, kill } = await aBrowser(ground.profile())
    const page = await started(context, ground)
    const session = await context.newCDPSession(page)
    await page.locator('[data-action="open-demo"]:not([disabled])').waitFor()
    // the first has all the room there is, and says what is whole
    const quota = round === 0 ? Number.MAX_SAFE_INTEGER : Math.round(random.next() ** 2 * SPAN)
    if (round > 0) await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: quota })
    await page.keyboard.press('Enter')
    const full = page.locator('.toast', { hasText: /磁盘已满|disk is full/i })
    await reachStore(page)
    const opened = page.waitForFunction(
      () => (window as unknown as { workspaces: Workspaces }).workspaces.current !== null,
      null,
      { timeout: 60_000 },
    )
    const isSaid = await Promise.race([
      full
        .first()
        .waitFor({ timeout: 60_000 })
        .then(
          () => true,
          () => false,
        ),
      opened.then(
        () => false,
        () => false,
      ),
    ])
    await session.send('Storage.overrideQuotaForOrigin', { origin })
    await page.close()
    await (await started(context, ground)).close()
    const kept = await keptIn(context, ground)
    await kill()
    const counts = kept.listed.map((id) => kept.events[id] ?? 0)
    if (round === 0) whole = counts[0]!
    else {
      const isEmpty = counts.some((count) => count === 0)
      const isPart = counts.some((count) => count !== whole)
      const left = isEmpty ? 'EMPTY' : isPart ? 'PARTIAL' : counts.length > 0 ? 'whole' : 'none'
      done.push({ round, quota, left, isSaid, orphans: orphansOf(kept) })
      say(done.at(-1)!)
    }
  }
  return done
}
