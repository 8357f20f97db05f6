import type { Page } from 'playwright-core'
import { Notes, type Reading } from './figures'
import {
  clockIn,
  countAfter,
  countIn,
  dayIn,
  daysLeftIn,
  momentIn,
  plain,
  stateIn,
  zonesListed,
} from './printed'

/** Ids of zones by their title, `封01 鼓楼片区`; titles that two zones share name none. */
export type ZoneTitles = ReadonlyMap<string, string>

const STATES = { 有卡点: 'guarded', 无卡点: 'unguarded', 已封闭: 'closed', 封闭: 'closed' } as const

/** All tables of the checks. */
export async function readChecks(page: Page, titles: ZoneTitles, today: string): Promise<Reading> {
  const notes = new Notes('checks')
  await page.locator('[data-table="clusters"]:not([data-waiting])').waitFor()
  const more = page.locator(
    '[data-table="zones"] .more, [data-table="crossings"] .more, [data-table="silent"] .more, [data-table="clusters"] .more',
  )
  while ((await more.count()) > 0) await more.first().click()
  const rows = (name: string): Promise<string[][]> =>
    page
      .locator(`[data-table="${name}"] tbody tr`)
      .evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')),
      )
  const zones = await rows('zones')
  for (const row of zones) {
    const [title, level, state, date, , cases, people] = row.map(plain)
    const id = titles.get(title!)
    if (id === undefined) {
      notes.skip('state', title!, 'its title is not one zone’s alone')
      continue
    }
    notes.say('level', id, level)
    notes.say('state', id, stateIn(state))
    notes.say('date', id, dayIn(date, today))
    notes.say('clock', id, clockIn(date))
    notes.say('left', id, daysLeftIn(date))
    notes.say('cases', id, countIn(cases))
    notes.say('people', id, countIn(people))
  }
  notes.say('totals', 'zones', await zonesListed(page, zones.length))
  const isUnknown = (await page.locator('[data-table="crossings"]').innerText()).includes('没有道路数据')
  const note = async (name: string): Promise<string> =>
    plain(
      await page
        .locator(`[data-table="${name}"] h2 small`)
        .first()
        .innerText()
        .catch(() => ''),
    )
  const crossings = await note('crossings')
  const isUnheld = crossings.includes('没有卡点名单')
  readCrossings(await rows('crossings'), { titles, isUnknown: isUnknown || isUnheld }, notes)
  notes.say('crossings', 'all unguarded', crossings && !isUnheld ? countIn(crossings) : '—')
  notes.say('crossings', 'all', crossings ? countAfter(crossings, '共') : '—')
  const unplaced = await note('unplaced')
  notes.say('unplaced', 'rows', countIn(unplaced) ?? '0')
  notes.say('unplaced', 'ruled out', countAfter(unplaced, '未落位') ?? '0')
  const silent = await note('silent')
  notes.say('reports', 'expected', countAfter(silent, '应报'))
  notes.say('reports', 'filed', countAfter(silent, '已报'))
  const isTold = silent.includes('应报')
  notes.say('reports', 'missing', isTold ? String((await rows('silent')).length) : '—')
  sayTownsAndClusters(notes, { silent: await rows('silent'), clusters: await rows('clusters') })
  await readLists(page, today, notes)
  return notes
}

interface Tables {
  readonly silent: readonly string[][]
  readonly clusters: readonly string[][]
}

/** Villages that did not report, counted by town, and every cluster. */
function sayTownsAndClusters(notes: Notes, { silent, clusters }: Tables): void {
  const towns = silent.flatMap((row) => plain(row[1]) || [])
  for (const town of new Set(towns))
    notes.say('towns', `${town} silent`, String(towns.filter((one) => one === town).length))
  for (const row of clusters) {
    const [id, , cases, , week, , places, radius] = row.map(plain)
    notes.say('clusters', `${id} cases`, countIn(cases))
    notes.say('clusters', `${id} week`, countIn(week))
    notes.say('clusters', `${id} places`, countIn(places))
    notes.say('clusters', `${id} radius`, countIn(radius))
  }
}

/** Until when each list speaks. */
async function readLists(page: Page, today: string, notes: Notes): Promise<void> {
  const lists = await page
    .locator('[data-table="sources"] tr[data-list]')
    .evaluateAll((all) =>
      all.map(
        (row) =>
          [
            (row as HTMLElement).dataset.list ?? '',
            row.querySelectorAll('td')[2]?.textContent ?? '',
          ] as const,
      ),
    )
  for (const [list, until] of lists) notes.say('sources', `${list} until`, momentIn(until, today) ?? '—')
}

function readCrossings(
  rows: readonly string[][],
  { titles, isUnknown }: { readonly titles: ZoneTitles; readonly isUnknown: boolean },
  notes: Notes,
): void {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const id = titles.get(plain(row[0]))
    const state = Object.entries(STATES).find(([word]) => plain(row[3]).includes(word))?.[1]
    if (id !== undefined && state) counts.set(`${id} ${state}`, (counts.get(`${id} ${state}`) ?? 0) + 1)
  }
  const isListed = rows.length > 0
  const printed = (key: string): string | null =>
    isUnknown ? '—' : isListed ? String(counts.get(key) ?? 0) : null
  for (const id of titles.values())
    for (const state of ['guarded', 'unguarded', 'closed'] as const)
      notes.say('crossings', `${id} ${state}`, printed(`${id} ${state}`))
}

/** Each zone under the edition in force, in the comparison with another one. */
export async function readCompare(page: Page, today: string): Promise<Reading> {
  const notes = new Notes('compare')
  const rows = await page.locator('.comparison-table tr[data-zone]').evaluateAll((all) =>
    all.map((row) => ({
      id: (row as HTMLElement).dataset.zone!,
      level: row.querySelectorAll('td')[1]?.textContent ?? '',
      from: row.querySelector('[data-cell="from"]')?.textContent ?? '',
    })),
  )
  for (const { id, level, from } of rows) {
    notes.say('level', id, plain(level).split(' → ')[0])
    const isDated = dayIn(from, today) !== '—'
    notes.say('date', id, isDated ? dayIn(from, today) : null, 'the comparison says why there is no date')
    notes.say('clock', id, clockIn(from))
  }
  notes.say('totals', 'zones', await zonesListed(page, rows.length))
  return notes
}

/** The assessment form of a zone. */
export async function readForm(page: Page, id: string, today: string): Promise<Reading> {
  const notes = new Notes('form')
  const about = (await page.locator('[data-table="about"] td').allInnerTexts()).map(plain)
  const after = (label: string): string | null => {
    const at = about.findIndex((cell) => cell.startsWith(label))
    return at < 0 ? null : about[at + 1]!
  }
  const asOf = plain(await page.locator('.paper header p').first().innerText())
  notes.say('as-of', 'picture', `${dayIn(asOf, today)} ${clockIn(asOf) ?? '24:00'}`)
  notes.say('level', id, after('现级别'))
  notes.say('area', id, countIn(after('面积')?.replace('km²', '')))
  const people = after('人口')
  notes.say('people', id, people && countIn(people))
  notes.say('cases', id, countIn(after('累计')?.split('/')[0]))
  const dates = (await page.locator('[data-table="dates"] td').allInnerTexts()).map(plain)
  const [local, decided] = [dates[3] ?? '', dates[5] ?? '']
  const isDecided = dayIn(decided, today) !== '—'
  const isRaised = plain(await page.locator('.paper').innerText()).includes('应升级')
  const isEarliest = local.includes('最早') && !isRaised
  const line = isDecided ? decided : isEarliest ? local : null
  notes.say('date', id, line && dayIn(line, today), 'the form says what the date hangs on')
  notes.say('clock', id, line && clockIn(line))
  return notes
}

/** The public notice of a zone. */
export async function readNotice(page: Page, id: string): Promise<Reading> {
  const notes = new Notes('notice')
  const text = plain(await page.locator('.paper').innerText())
  const said = /面积 ([\d,.]+) 平方公里，人口\s*(至少|未知)?\s*([\d,]+)?/.exec(text)
  notes.say('area', id, said?.[1]?.replaceAll(',', ''))
  const people = said && (said[2] === '未知' ? '—' : countIn(`${said[2] ?? ''}${said[3] ?? '—'}`))
  notes.say('people', id, people)
  return notes
}
