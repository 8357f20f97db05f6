import type { Page } from 'playwright-core'
import { Notes, type Reading } from './figures'
import {
  changeIn,
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

/** Everything in figures on the wall's first scene. */
export async function readWall(page: Page, today: string): Promise<Reading> {
  const notes = new Notes('wall')
  const asOf = plain(await page.locator('.wall-headline .as-of').innerText())
  notes.say('as-of', 'picture', `${dayIn(asOf, today)} ${clockIn(asOf) ?? '24:00'}`)
  await readRows(page, today, notes)
  await readLevels(page, notes)
  await readCases(page, notes)
  await readGaps(page, notes)
  await readWeeks(page, notes)
  await readRounds(page, notes)
  await readSources(page, today, notes)
  return notes
}

async function readRows(page: Page, today: string, notes: Notes): Promise<void> {
  const rows = await page.locator('.zone-rows li[data-zone]').evaluateAll((all) =>
    all.map((row) => {
      const date = row.querySelector('.date')?.cloneNode(true) as Element
      const left = date.querySelector('em')?.textContent ?? ''
      date.querySelector('em')?.remove()
      return {
        id: (row as HTMLElement).dataset.zone!,
        isWaiting: (row as HTMLElement).dataset.word === 'waiting',
        state: row.querySelector('.state-tag')?.textContent ?? '',
        date: date.textContent ?? '',
        left,
      }
    }),
  )
  for (const { id, isWaiting, state, date, left } of rows) {
    notes.say('state', id, isWaiting ? null : stateIn(state), 'a zone that only waits bears no tag')
    notes.say('date', id, dayIn(date, today))
    notes.say('clock', id, clockIn(date))
    notes.say('left', id, daysLeftIn(left))
  }
  const head = page.locator('.zone-rows .head em')
  const others = (await head.count()) > 0 ? countIn(await head.innerText()) : '0'
  const count = rows.length + Number(others)
  notes.say('totals', 'zones', await zonesListed(page, count))
}

async function readLevels(page: Page, notes: Notes): Promise<void> {
  const columns = await page.locator('.level-counts .levels > div').evaluateAll((all) =>
    all.map((one) => ({
      name: one.querySelector('.name')?.textContent ?? '',
      count: one.querySelector('.count')?.textContent ?? '',
      unit: one.querySelector('.count i')?.textContent ?? '',
      ground: [...one.querySelectorAll('.ground')].map((line) => line.textContent ?? ''),
    })),
  )
  for (const { name, count, unit, ground } of columns) {
    const level = plain(name)
    notes.say(
      'totals',
      `${level} zones`,
      unit === '个' ? countIn(count) : null,
      'ground in no zone counts villages',
    )
    notes.say('totals', `${level} people`, countIn(ground[0]))
    notes.say('totals', `${level} area`, countIn(ground[1]))
  }
  const whole = (await page.locator('.level-counts .whole > span:last-child b').allInnerTexts()).map(countIn)
  notes.say('totals', 'district people', whole[0])
  notes.say('totals', 'district area', whole[1])
  const unplaced = page.locator('.level-counts .whole [data-level="unplaced"]')
  notes.say('unplaced', 'cases', (await unplaced.count()) > 0 ? countIn(await unplaced.innerText()) : '0')
}

async function readCases(page: Page, notes: Notes): Promise<void> {
  const hero = page.locator('.hero-figure')
  const rows = (await hero.locator('li').allInnerTexts()).map(plain)
  const figure = hero.locator('.figure')
  if ((await figure.count()) === 0) {
    notes.skip('found', 'day', 'no list of cases')
    notes.say('totals', 'district cases', '—')
    return
  }
  notes.say('found', 'day total', countIn(await figure.innerText()))
  for (const [word, key] of [
    ['社会面发现', 'day community'],
    ['隔离管控中发现', 'day controlled'],
  ] as const) {
    const row = rows.find((one) => one.startsWith(word))
    notes.say('found', key, row && countAfter(row, word))
  }
  const lead = plain(await page.locator('.wall-headline p').first().innerText())
  const community = /社会面(?:新增)? ([\d,]+)/.exec(lead)?.[1]?.replaceAll(',', '')
  notes.say('found', 'day community', community, 'the headline leads with something else')
  const all = rows.find((one) => one.startsWith('累计'))
  notes.say('totals', 'district cases', all && countIn(all.replace(/^累计(（[^）]*）)?/, '')))
  const curve = (await page.locator('.curve-panel .legend-line span').allInnerTexts()).map(plain)
  for (const [word, key] of FOUND) {
    const own = curve.find((text) => text.startsWith(word))
    notes.say('found', `all ${key}`, own && countIn(own.slice(word.length)))
    const row = rows.find((one) => one.startsWith(word))
    if (key === 'unstated') notes.say('found', `day ${key}`, row && countAfter(row, word))
  }
}

/** How the series of cases begin, in hero, legend and sheet. */
export const FOUND = [
  ['社会面', 'community'],
  ['隔离管控', 'controlled'],
  ['发现方式不明', 'unstated'],
] as const

/** States that headline, briefing and its list count. */
export const DECIDED = [
  ['已批准', 'approved'],
  ['待审批', 'to approve'],
] as const

/** What the headline and the table of weeks say of both weeks; towns of the table's first page. */
async function readWeeks(page: Page, notes: Notes): Promise<void> {
  const headline = plain(await page.locator('.wall-headline h2').innerText())
  sayWeeks(notes, headline)
  for (const [word, key] of DECIDED)
    notes.say(
      'totals',
      key,
      new RegExp(`([\\d,]+) 区${word}`).exec(headline)?.[1],
      'the headline leads with other zones',
    )
  const table = page.locator('.week-table')
  if ((await table.count()) === 0) return
  const cells = (await table.locator('tfoot td').allInnerTexts()).map(plain)
  notes.say('weeks', 'last', countIn(cells[0]))
  notes.say('weeks', 'before', countIn(cells[1]))
  notes.say('weeks', 'change', changeIn(cells[2]))
  notes.say('totals', 'district cases', countIn(cells[4]))
  notes.say('weeks', 'rising', String(await table.locator('tbody .change.rising').count()))
  const rows = await table
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? '')),
    )
  for (const row of rows) notes.say('towns', `${plain(row[0])} cases`, countIn(row.at(-1)))
  const units = (await table.locator('.units > *').allInnerTexts()).map(plain)
  const unit = (pattern: RegExp): string | undefined => units.find((text) => pattern.test(text))
  notes.say('totals', 'district people', countIn(unit(/人$/)))
  notes.say('totals', 'district area', countIn(unit(/km²$/)?.replace('km²', '')))
  notes.say('towns', 'towns', countIn(units[0]))
  notes.say('towns', 'villages', countIn(units[1]))
}

/** `近 7 日 2,947 例，较前 7 日多 232 例，9 区在增加`, in a headline or a report. */
export function sayWeeks(notes: Notes, text: string): void {
  const last = /近 ?7 ?日 ?([\d,]+)/.exec(text)?.[1]?.replaceAll(',', '')
  if (last === undefined) return
  notes.say('weeks', 'last', last)
  const [, word, by] = /较前 ?7 ?日([多少]) ?([\d,]+)/.exec(text) ?? []
  const same = text.includes('与前 7 日相同') ? '0' : null
  notes.say('weeks', 'change', by ? `${word === '少' ? '-' : ''}${by.replaceAll(',', '')}` : same)
  notes.say('weeks', 'rising', /([\d,]+) ?\S+?在增加/.exec(text)?.[1] ?? '0')
}

/** Shares of the round under way, in the hero and in the panel of rounds. */
async function readRounds(page: Page, notes: Notes): Promise<void> {
  const hero = plain(await page.locator('.hero-figure').innerText())
  const said = /已采 ([\d.]+)%，已出结果 ([\d.]+)%/.exec(hero)
  notes.say('rounds', 'sampled', said?.[1])
  notes.say('rounds', 'resulted', said?.[2])
  const running = page.locator('.rounds-panel tbody tr', { hasText: '进行中' }).last()
  const cells = (await running.count()) > 0 ? (await running.locator('td').allInnerTexts()).map(plain) : []
  const shares = cells.filter((text) => /^[\d.]+$/.test(text))
  notes.say('rounds', 'sampled', shares[0])
  notes.say('rounds', 'resulted', shares[1])
}

const SOURCES: Readonly<Record<string, string>> = {
  ...{ 病例: 'cases', 密接: 'contacts', 核酸: 'rounds', 卡点: 'checks', 隔离点: 'occupancy' },
  ...{ 日报: 'reports', 分区: 'zones' },
}

/** The time of each source in the header; one that holds no more says since when instead. */
async function readSources(page: Page, today: string, notes: Notes): Promise<void> {
  const pairs = await page
    .locator('.wall-header .sources > div')
    .evaluateAll((all) =>
      all.map((one) => [
        one.querySelector('dt')?.textContent ?? '',
        one.querySelector('dd')?.textContent ?? '',
      ]),
    )
  for (const [name, text] of pairs) {
    const id = SOURCES[plain(name).replace(/[（ ].*$/, '')]
    if (!id) continue
    const isTime = !/已 |未填/.test(plain(text))
    const moment = isTime ? momentIn(text, today) : null
    notes.say('sources', `${id} newest`, moment, 'it says since when it is silent')
    if (moment) notes.say('sources', `${id} newest day`, moment.split(' ')[0])
  }
}

async function readGaps(page: Page, notes: Notes): Promise<void> {
  const gaps = await page.locator('.gaps-panel [data-gap]').evaluateAll((all) =>
    all.map((gap) => ({
      id: (gap as HTMLElement).dataset.gap!,
      open: gap.querySelector('.open .changing-figure')?.textContent ?? '',
      all: gap.querySelector('.open i')?.textContent ?? '',
      title: gap.querySelector('.what b')?.textContent ?? '',
      items: (gap.querySelector('.what') as HTMLElement | null)?.innerText ?? '',
    })),
  )
  const of = (id: string) => gaps.find((gap) => gap.id === id)
  notes.say('crossings', 'all unguarded', countIn(of('crossings')?.open))
  notes.say('crossings', 'all', countIn(of('crossings')?.all) ?? '—')
  const silent = of('silent')
  notes.say('reports', 'missing', countIn(silent?.open))
  notes.say('reports', 'expected', countIn(silent?.all))
  notes.say('reports', 'filed', /([\d,]+) 已报/.exec(silent?.title ?? '')?.[1]?.replaceAll(',', ''))
  notes.say('totals', 'contacts to move', countIn(of('contacts')?.open))
  for (const [id, key] of [
    ['contacts', 'contacts'],
    ['silent', 'silent'],
  ] as const) {
    const items = of(id)?.items ?? ''
    for (const [, name, count] of items.matchAll(/([^\s\d]+[镇街道乡区鎮鄉區]) ([\d,]+)/g))
      notes.say('towns', `${name} ${key}`, count!.replaceAll(',', ''))
  }
  const figures = (await page.locator('.figure-table tr').allInnerTexts()).map(plain)
  notes.say(
    'totals',
    'contacts to move',
    countAfter(figures.find((text) => text.includes('密接待转运')) ?? '', '密接待转运'),
  )
  const unplaced = of('unplaced')
  notes.say('unplaced', 'rows', unplaced ? countIn(unplaced.open) : '0')
  notes.say(
    'unplaced',
    'zones held',
    unplaced ? countAfter(unplaced.title, '挂起') : null,
    'nothing is unplaced',
  )
}
