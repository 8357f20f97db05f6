import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AssessAnswer, CoverageAnswer } from '#geo'
import { goTo } from '../helpers/app'
import { commanded } from '../helpers/drawing-desk'
import { wordsOf } from '../helpers/words-of'
import type { Hands } from './hands'

/** What every screen and the command line must say alike; what one of them does not print is left out of it. */
export interface Figures {
  /** word of each zone */
  readonly words: Readonly<Record<string, string | null>>
  /** zones of each level that has any */
  readonly levels?: Readonly<Record<string, number>>
  /** people of each level, as printed */
  readonly people?: Readonly<Record<string, number>>
  readonly openCrossings?: number
  readonly silent?: number
  readonly occupied?: number
  readonly cases?: number
}

const WAIT = { timeout: 60_000 }
const numberOf = (text: string): number => Number(text.replaceAll(',', '').match(/\d+/)?.[0] ?? Number.NaN)

const wordsIn = async ({ page }: Hands, scope: string): Promise<Record<string, string>> =>
  Object.fromEntries(
    await page
      .locator(`${scope} [data-zone][data-word]`)
      .evaluateAll((rows) => rows.map(({ dataset }) => [dataset.zone!, dataset.word!] as const)),
  )

/** The wall; zones that have no row of their own there are in no words of it. */
export async function onWall(hands: Hands): Promise<Figures> {
  const { page } = hands
  await goTo(hands.tab, 'wall')
  await page.locator('.wall-screen [data-zone][data-word]').first().waitFor(WAIT)
  await settled(hands, '.wall-screen')
  const levels = await page.locator('.level-counts [data-level]').evaluateAll((all) =>
    all
      .filter((one) => one.querySelector('.count'))
      .map((one) => ({
        level: (one as HTMLElement).dataset.level!,
        isZones: one.querySelector('.count i')!.textContent === '个',
        count: one.querySelector('.count')!.textContent!,
        people: one.querySelector('.ground')!.textContent!,
      })),
  )
  const zoned = levels.filter(({ isZones }) => isZones)
  const gap = async (id: string): Promise<number> => {
    const row = page.locator(`[data-gap="${id}"] .open`)
    return (await row.count()) === 0 ? 0 : numberOf(await row.innerText())
  }
  const figure = page.locator('.figure-table tr', { hasText: '集中隔离已用房' }).locator('.value')
  const total = page.locator('.hero-figure li', { hasText: '累计' }).locator('b')
  return {
    words: await wordsIn(hands, '.wall-screen'),
    levels: Object.fromEntries(zoned.map(({ level, count }) => [level, numberOf(count)])),
    people: Object.fromEntries(zoned.map(({ level, people }) => [level, numberOf(people)])),
    openCrossings: await gap('crossings'),
    silent: await gap('silent'),
    occupied: numberOf(await figure.innerText()),
    cases: numberOf(await total.innerText()),
  }
}

/** The desk: the words of the time line, the open ones of the tree, the silent units of quick entry. */
export async function onDesk(hands: Hands): Promise<Figures> {
  const { page } = hands
  await hands.desk()
  await settled(hands, '.gantt')
  await settled(hands, '.tree')
  const row = (group: string) => page.locator(`.tree [data-group="${group}"] .count`).first()
  await hands.entry('B')
  const silent = await page.locator('[data-form="report"] [data-unit]').count()
  await hands.close()
  return {
    words: await wordsIn(hands, '.gantt'),
    openCrossings: numberOf(await row('gaps').innerText()),
    silent,
    cases: numberOf(await row('cases').innerText()),
  }
}

/** The briefing: its table of zones, and what its picture says. */
export async function onBriefing(hands: Hands): Promise<Figures> {
  const { page } = hands
  await goTo(hands.tab, 'briefing')
  await page.locator('canvas[data-ready]').waitFor(WAIT)
  await page.locator('.sheet[aria-busy="false"]').waitFor(WAIT)
  const words = await wordsIn(hands, '.briefing-table')
  const text = (await page.locator('canvas[data-ready]').getAttribute('aria-label'))!
  const levels = new Map(
    [...text.matchAll(/^(\S+) 数量 个 ([\d,]+) 面积 km² [\d.,]+ 人口 人 ([\d,]+)/gm)].map(
      ([, name, count, people]) => [name!, [numberOf(count!), numberOf(people!)] as const],
    ),
  )
  const of = (part: 0 | 1) =>
    Object.fromEntries(
      Object.entries(NAMES).flatMap(([level, name]) =>
        levels.has(name) ? [[level, levels.get(name)![part]] as const] : [],
      ),
    )
  return {
    words,
    levels: of(0),
    people: of(1),
    cases: numberOf(text.match(/^全区.*累计\S+ 例 ([\d,]+)/m)![1]!),
  }
}
const RAISES: ReadonlySet<string> = new Set(['upgrade', 'extend', 'split'])
const NAMES = { sealed: '封控区', controlled: '管控区', precaution: '防范区' }

/** The command line, from the pack that the page exports. */
export async function commandLine(pack: Uint8Array, asOf: string): Promise<Figures> {
  const path = join(mkdtempSync(join(tmpdir(), 'day-')), 'pack.zip')
  writeFileSync(path, pack)
  const assess = (await commanded('assess', path, '--as-of', asOf)) as unknown as AssessAnswer
  const coverage = (await commanded('coverage', path, '--as-of', asOf)) as unknown as CoverageAnswer
  const words = Object.fromEntries(wordsOf(assess))
  for (const { id, transitions } of assess.zones)
    if (transitions.some(({ kind, state }) => RAISES.has(kind) && state === 'due')) words[id] = 'toRaise'
    else if (transitions.some(({ suspendedBy }) => suspendedBy?.length)) words[id] = 'suspended'
  const levels: Record<string, number> = {}
  for (const { level } of assess.zones) levels[level] = (levels[level] ?? 0) + 1
  const people: Record<string, number> = {}
  for (const row of coverage.levels.rows)
    if (row.level in NAMES) people[row.level] = (people[row.level] ?? 0) + (row.people ?? Number.NaN)
  return {
    ...{ words, levels, people },
    openCrossings: coverage.perimeterTotal!.unguarded ?? Number.NaN,
    silent: coverage.reporting!.missing.length,
    occupied: coverage.quarantine!.occupied!,
  }
}

/** Waits until two looks, a while apart, show the same. */
async function settled({ page }: Hands, where: string): Promise<void> {
  let before = ''
  for (let look = 0; look < 100; look += 1) {
    const text = await page.locator(where).first().innerText()
    const isBusy = (await page.locator('[aria-busy="true"]').count()) > 0
    if (text === before && !isBusy) return
    before = text
    await page.waitForTimeout(400)
  }
}

/** What the first says otherwise than the second, of what both say. */
export function differences(one: Figures, other: Figures): string[] {
  const parts = [...new Set([...Object.keys(one), ...Object.keys(other)])] as (keyof Figures)[]
  return parts.flatMap((part) => {
    const [mine, theirs] = [one[part], other[part]]
    if (mine === undefined || theirs === undefined) return []
    if (typeof mine !== 'object' || typeof theirs !== 'object' || mine === null || theirs === null)
      return mine === theirs ? [] : [`${part}: ${mine} ≠ ${theirs}`]
    const [here, there] = [mine, theirs] as Record<string, unknown>[]
    return Object.keys(here!).flatMap((key) =>
      key in there! && here![key] !== there![key] ? [`${part} ${key}: ${here![key]} ≠ ${there![key]}`] : [],
    )
  })
}
