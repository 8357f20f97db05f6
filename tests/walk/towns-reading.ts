import type { Locator, Page } from 'playwright-core'
import { Notes, type Reading } from './figures'
import { countIn, plain } from './printed'

/** The table of towns, its last scenes: the total, and every row of all its pages. */
export async function readTowns(page: Page): Promise<Reading> {
  const notes = new Notes('towns')
  const table = page.locator('.town-table')
  let turned = 0
  const turn = async (key: 'ArrowLeft' | 'ArrowRight'): Promise<void> => {
    await page.keyboard.press(key)
    await page.waitForTimeout(300)
  }
  for (; turned < MOST_PAGES && (await table.count()) === 0; turned++) await turn('ArrowRight')
  const cells = (await table.locator('tfoot td').allInnerTexts()).map(plain)
  /** a table that is not there says none: where another screen counts towns, that differs */
  if (cells.length === 0) notes.say('towns', 'towns', '0')
  else sayTotal(notes, cells)
  const head = await table.locator('thead em').allInnerTexts()
  const pages = Number(/\/(\d+)/.exec(head[0] ?? '')?.[1] ?? 1)
  const rows = await readTownRows(table, notes)
  for (let at = 1; at < pages; at++, turned++) {
    await turn('ArrowRight')
    rows.push(...(await readTownRows(table, notes)))
  }
  if (rows.length > 0) saySums(notes, rows)
  for (; turned > 0; turned--) await turn('ArrowLeft')
  return notes
}

/** How many towns there are, and each column added up: it is the district's. */
function saySums(notes: Notes, rows: readonly string[][]): void {
  notes.say('towns', 'towns', String(rows.filter(([name]) => !plain(name).startsWith('不在')).length))
  for (const [group, key, column] of [
    ['totals', 'contacts to move', 4],
    ['reports', 'missing', 5],
    ['crossings', 'all unguarded', 6],
    ['totals', 'district cases', 7],
  ] as const) {
    const counts = rows.map((row) => countIn(row[column])).filter((count) => count !== '—')
    const sum = counts.reduce((all, count) => all + Number(count), 0)
    notes.say(group, key, counts.length > 0 ? String(sum) : '—')
  }
}

const MOST_PAGES = 8

function sayTotal(notes: Notes, cells: readonly string[]): void {
  notes.say('rounds', 'sampled', shareIn(cells[1]))
  notes.say('rounds', 'resulted', shareIn(cells[2]))
  notes.say('totals', 'contacts to move', countIn(cells[3]))
  notes.say('reports', 'missing', countIn(cells[4]))
  notes.say('crossings', 'all unguarded', countIn(cells[5]))
  notes.say('totals', 'district cases', countIn(cells[6]))
}

async function readTownRows(table: Locator, notes: Notes): Promise<string[][]> {
  const rows = await table
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? '')),
    )
  for (const row of rows) {
    const town = plain(row[0])
    notes.say('towns', `${town} contacts`, countIn(row[4]))
    notes.say('towns', `${town} silent`, countIn(row[5]))
    notes.say('towns', `${town} cases`, countIn(row[7]))
  }
  return rows
}

const shareIn = (text: string | undefined): string | null =>
  /^[\d.]+$/.test(plain(text)) ? plain(text) : null
