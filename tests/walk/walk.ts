import { rmSync } from 'node:fs'
import { type App, type AppPage, goTo, openDemo } from '../helpers/app'
import { recordCanvases } from '../helpers/boxes-in-page'
import { openPack } from '../helpers/open-pack'
import { readBriefing } from './briefing-reading'
import { readCommand } from './command-reading'
import { readInspector, readLayers, readList } from './desk-reading'
import { type Comparison, compareFigures, type Reading } from './figures'
import { levelNames, ROWS_OF_TREE, ROWS_OF_WALL } from './level-names'
import { onDisk, type WalkedPack } from './packs'
import { readChecks, readCompare, readForm, readNotice } from './record-reading'
import { readTowns } from './towns-reading'
import { readWall } from './wall-reading'

/** Zones whose inspector is read, and whose form and notice. */
export interface Sample {
  readonly inspectors: number
  readonly papers: number
}
export const FULL: Sample = { inspectors: 8, papers: 4 }

export interface Walked extends Comparison {
  readonly pack: string
  readonly moment: string
  /** what the page itself complained of */
  readonly errors: readonly string[]
}

const WAIT = { timeout: 120_000 }

/** Opens a pack on a page of its own and reads it at every moment, on every screen and on the command line. */
export async function walkPack(
  app: App,
  { name, files, moments, isDemo }: WalkedPack,
  sample: Sample = FULL,
): Promise<Walked[]> {
  if (files === null) return []
  const given = files()
  const folder = onDisk(given)
  const tab = await app.open({ width: 1920, height: 1080 })
  await tab.page.addInitScript('globalThis.__name ??= (made) => made')
  await tab.page.addInitScript(recordCanvases)
  try {
    if (isDemo) await openDemo(app, tab)
    else await openPack(app, tab, given)
    const walked: Walked[] = []
    for (const moment of moments) {
      const readings = await readMoment(tab, { folder, moment, sample })
      walked.push({ pack: name, moment, ...compareFigures(readings), errors: [...tab.errors] })
    }
    return walked
  } finally {
    await tab.context.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Asked {
  readonly folder: string
  readonly moment: string
  readonly sample: Sample
}

/** A view opened afresh at a moment, nothing chosen but what is given. */
async function openAt(
  { page }: AppPage,
  view: string,
  query: Readonly<Record<string, string>>,
): Promise<void> {
  await page.evaluate(
    ([next, words]) => {
      const [, workspace] = location.hash.match(/^#\/w\/([^/?]+)/)!
      location.hash = `/w/${workspace}/${next}?${new URLSearchParams(words)}`
    },
    [view, query] as const,
  )
  await page.reload()
}

/** Until no figure fades, no list is fitted and nothing is computed any more. */
async function settled({ page }: AppPage, region: string): Promise<void> {
  await page.locator(region).first().waitFor(WAIT)
  let before = ''
  for (let quiet = 0, round = 0; quiet < 3 && round < 80; round++) {
    await page.waitForTimeout(150)
    const now = await page.locator(region).first().innerText()
    const isBusy = (await page.locator('[aria-busy="true"]').count()) > 0
    quiet = now === before && !isBusy ? quiet + 1 : 0
    before = now
  }
}

async function readMoment(tab: AppPage, { folder, moment, sample }: Asked): Promise<Reading[]> {
  const { page } = tab
  const today = moment.slice(0, 10)
  await openAt(tab, 'wall', { at: moment })
  await settled(tab, '.wall-screen')
  const isRuled = !(await page.locator('.wall-header .labels').innerText()).includes('未选用规则')
  const columns = await levelNames(page, ROWS_OF_WALL)
  const readings: Reading[] = [await readWall(page, today), await readTowns(page)]
  const levels = columns.size > 0 ? columns : await namesOfTree(tab)
  readings.push(await readCommand(folder, moment, { levels }))

  await goTo(tab, 'briefing')
  await page.locator('canvas[data-ready]').waitFor(WAIT)
  await settled(tab, '.briefing-table')
  const briefing = await readBriefing(page, today, [...levels.values()])
  readings.push(briefing.list, briefing.sheet)

  await goTo(tab, 'checks')
  await settled(tab, '.check-tables')
  readings.push(await readChecks(page, briefing.titles, today))

  await goTo(tab, 'desk')
  await settled(tab, '.tree')
  readings.push(await readLayers(page))
  if (briefing.zones.length === 0) return readings
  await settled(tab, '.gantt')
  readings.push(await readList(page, today))
  const chosen = spread(briefing.zones, sample.inspectors)
  for (const id of chosen) readings.push(await readInspector(page, id, today))
  for (const id of spread(chosen, sample.papers)) readings.push(...(await readPapers(tab, id, moment)))
  if (isRuled) readings.push(...(await readComparison(tab, moment)))
  return readings
}

/** Without zones the wall has no column a level: the desk names them. */
async function namesOfTree(tab: AppPage): Promise<Map<string, string>> {
  await goTo(tab, 'desk')
  await settled(tab, '.tree')
  return levelNames(tab.page, ROWS_OF_TREE)
}

/** At most so many of a list, evenly through it. */
function spread<T>(list: readonly T[], most: number): T[] {
  if (list.length <= most) return [...list]
  return Array.from({ length: most }, (_, at) => list[Math.floor((at * list.length) / most)]!)
}

async function readPapers(tab: AppPage, zone: string, moment: string): Promise<Reading[]> {
  const { page } = tab
  const today = moment.slice(0, 10)
  const readings: Reading[] = []
  await openAt(tab, 'approval', { at: moment, zone })
  await page.locator('[data-region="sheet"] .paper, [data-region="sheet"] .none').first().waitFor(WAIT)
  if ((await page.locator('.paper').count()) > 0) readings.push(await readForm(page, zone, today))
  await openAt(tab, 'notice', { at: moment, zone })
  await page.locator('[data-region="sheet"] .paper, [data-region="sheet"] .none').first().waitFor(WAIT)
  if ((await page.locator('.paper').count()) > 0) readings.push(await readNotice(page, zone))
  return readings
}

/** The edition in force held against the first other one that is offered. */
async function readComparison(tab: AppPage, moment: string): Promise<Reading[]> {
  const { page } = tab
  await openAt(tab, 'rules', { at: moment, tab: 'compare' })
  await page.locator('.rules').waitFor(WAIT)
  const choice = page.locator('select[name="against"]')
  if (
    !(await choice.waitFor({ timeout: 10_000 }).then(
      () => true,
      () => false,
    ))
  )
    return []
  const other = await choice.locator('option:not([disabled])').first().getAttribute('value')
  if (!other) return []
  await choice.selectOption(other)
  const table = page.locator('.comparison-table')
  if (
    !(await table.waitFor({ timeout: 60_000 }).then(
      () => true,
      () => false,
    ))
  )
    return []
  return [await readCompare(page, moment.slice(0, 10))]
}
