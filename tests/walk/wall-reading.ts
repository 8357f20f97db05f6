import type { Page } from 'playwright-core'
import { Notes, type Reading } from './figures'
import { clockIn, countAfter, countIn, dayIn, daysLeftIn, plain, stateIn } from './printed'

/** The name of each level by its id, as the wall's columns print it. */
export async function levelNames(page: Page): Promise<Map<string, string>> {
  const pairs = await page
    .locator('.level-counts .levels > div')
    .evaluateAll((all) =>
      all.map(
        (one) =>
          [(one as HTMLElement).dataset.level ?? '', one.querySelector('.name')?.textContent ?? ''] as const,
      ),
    )
  return new Map(pairs.map(([id, name]) => [id, plain(name)]))
}

/** Everything in figures on the wall's first scene. */
export async function readWall(page: Page, today: string): Promise<Reading> {
  const notes = new Notes('wall')
  const asOf = plain(await page.locator('.wall-headline .as-of').innerText())
  notes.say('as-of', 'picture', `${dayIn(asOf, today)} ${clockIn(asOf) ?? '24:00'}`)
  await readRows(page, today, notes)
  await readLevels(page, notes)
  await readCases(page, notes)
  await readGaps(page, notes)
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
  const isEmpty = (await page.locator('.zone-rows .nothing').count()) > 0
  notes.say('totals', 'zones', isEmpty ? '0' : String(rows.length + Number(others)))
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
  notes.say('found', 'all community', curve[0] && countIn(curve[0]))
  notes.say('found', 'all controlled', curve[1] && countIn(curve[1]))
}

async function readGaps(page: Page, notes: Notes): Promise<void> {
  const gaps = await page.locator('.gaps-panel [data-gap]').evaluateAll((all) =>
    all.map((gap) => ({
      id: (gap as HTMLElement).dataset.gap!,
      open: gap.querySelector('.open .changing-figure')?.textContent ?? '',
      all: gap.querySelector('.open i')?.textContent ?? '',
      title: gap.querySelector('.what b')?.textContent ?? '',
    })),
  )
  const of = (id: string) => gaps.find((gap) => gap.id === id)
  notes.say('crossings', 'all unguarded', countIn(of('crossings')?.open))
  notes.say('crossings', 'all', countIn(of('crossings')?.all) ?? '—')
  const silent = of('silent')
  notes.say('reports', 'missing', countIn(silent?.open))
  notes.say('reports', 'expected', countIn(silent?.all))
  notes.say('reports', 'filed', /([\d,]+) 已报/.exec(silent?.title ?? '')?.[1]?.replaceAll(',', ''))
  const unplaced = of('unplaced')
  notes.say('unplaced', 'rows', unplaced ? countIn(unplaced.open) : '0')
  notes.say(
    'unplaced',
    'zones held',
    unplaced ? countAfter(unplaced.title, '挂起') : null,
    'nothing is unplaced',
  )
}

/** The total of the table of towns, its second scene. */
export async function readTowns(page: Page): Promise<Reading> {
  const notes = new Notes('towns')
  await page.keyboard.press('ArrowRight')
  const table = page.locator('.town-table')
  await table.waitFor({ timeout: 30_000 })
  const cells = (await table.locator('tfoot td').allInnerTexts()).map(plain)
  if (cells.length === 0) notes.skip('totals', 'district cases', 'no towns')
  else {
    notes.say('reports', 'missing', countIn(cells[4]))
    notes.say('crossings', 'all unguarded', countIn(cells[5]))
    notes.say('totals', 'district cases', countIn(cells[6]))
  }
  await page.keyboard.press('ArrowLeft')
  return notes
}
