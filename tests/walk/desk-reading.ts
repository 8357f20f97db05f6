import type { Page } from 'playwright-core'
import { Notes, type Reading } from './figures'
import { clockIn, countAfter, countIn, dayIn, daysLeftIn, plain, stateIn, zonesListed } from './printed'

/** The timeline's list of zones. */
export async function readList(page: Page, today: string): Promise<Reading> {
  const notes = new Notes('list')
  const rows = await page.locator('.gantt .row[data-zone]').evaluateAll((all) =>
    all.map((row) => ({
      id: (row as SVGElement).dataset.zone!,
      status: row.querySelector('.status')?.textContent ?? '',
      once: row.querySelector('.once')?.textContent ?? '',
    })),
  )
  for (const { id, status, once } of rows) {
    notes.say('state', id, stateIn(status), 'a zone that only waits says its date')
    const date = /\d\/\d|今日/.test(status) ? status : once
    notes.say('date', id, date ? dayIn(date, today) : null, 'the list draws the date')
    notes.say('clock', id, clockIn(date))
    notes.skip('left', id, 'the list draws the days')
  }
  notes.say('totals', 'zones', await zonesListed(page, rows.length))
  return notes
}

/** Counts of the tree of layers. */
export async function readLayers(page: Page): Promise<Reading> {
  const notes = new Notes('layers')
  const rows = await page.locator('.tree .row').evaluateAll((all) =>
    all.map((row) => ({
      name: row.querySelector('.name')?.textContent ?? '',
      count: row.querySelector('.count')?.textContent ?? '',
      group: (row as HTMLElement).dataset.group ?? '',
      isLevel: (row as HTMLElement).dataset.level !== undefined,
    })),
  )
  const of = (group: string): string | null => countIn(rows.find((row) => row.group === group)?.count)
  for (const { name, count } of rows.filter(({ isLevel }) => isLevel))
    notes.say('totals', `${plain(name)} zones`, countIn(count))
  notes.say('totals', 'cases with a position', of('cases'))
  const named = (start: string): string | null =>
    countIn(rows.find(({ name }) => plain(name).startsWith(start))?.count)
  notes.say('towns', 'towns', named('镇街界'))
  notes.say('towns', 'villages', named('村（社区）界'))
  notes.say('crossings', 'all unguarded', of('gaps'))
  notes.say('reports', 'missing', of('silent'))
  return notes
}

/** The inspector of a zone, chosen in the list. */
export async function readInspector(page: Page, id: string, today: string): Promise<Reading> {
  const notes = new Notes('inspector')
  await page.locator(`.gantt .row[data-zone=${JSON.stringify(id)}]`).dispatchEvent('click')
  const box = page.locator(`.inspector[data-zone=${JSON.stringify(id)}]`)
  await box.waitFor({ timeout: 30_000 })
  const said = await box.evaluate((root) => {
    const text = (selector: string): string => root.querySelector(selector)?.textContent ?? ''
    return {
      under: text('.head .under'),
      verdict: text('.verdict b'),
      below: text('.verdict span'),
      once: text('.verdict .once'),
      ifDone: text('.if-done'),
      figures: [...root.querySelectorAll('.figures > div')].map((one) => [
        one.querySelector('dt')?.textContent ?? '',
        one.querySelector('dd')?.textContent ?? '',
      ]),
      sections: [...root.querySelectorAll('section')].map((one) => one.textContent ?? ''),
    }
  })
  notes.say('level', id, plain(said.under).split(' · ')[0])
  notes.say('state', id, said.verdict ? stateIn(said.verdict) : null, 'no lowering')
  readDate(notes, { id, said, today })
  notes.say('left', id, daysLeftIn(said.below))
  const figure = (label: RegExp) =>
    countIn(said.figures.find(([name]) => label.test(plain(name)))?.[1]?.replace(/km²|人|例/g, ''))
  notes.say('area', id, figure(/^面积/))
  notes.say('people', id, figure(/^人口/))
  notes.say('cases', id, figure(/^累计/))
  readPerimeter(notes, id, said.sections.map(plain).find((text) => text.startsWith('周界完整性')) ?? '')
  return notes
}

interface Said {
  readonly id: string
  readonly said: {
    readonly verdict: string
    readonly below: string
    readonly once: string
    readonly ifDone: string
  }
  readonly today: string
}

/** Of what must become stricter since when; of what is decided the verdict, of what waits the line under it, of the rest what is said for when all is done. */
function readDate(notes: Notes, { id, said, today }: Said): void {
  const isRaised = stateIn(said.verdict) === '应升级'
  const isDecided = plain(said.verdict).startsWith('已批准')
  const earliest = /最早.*$/.exec(plain(said.ifDone))?.[0]
  const lines = isRaised ? [said.below] : [isDecided ? said.verdict : '', said.once, said.below, earliest]
  const line = lines.find((one) => dayIn(one, '') !== '—')
  notes.say('date', id, line ? dayIn(line, today) : null, 'the inspector names no day')
  notes.say('clock', id, clockIn(line))
}

function readPerimeter(notes: Notes, id: string, text: string): void {
  const isUnknown = text.includes('没有道路数据') || text.includes('没有卡点名单')
  const [all, guarded, closed] = ['出入口', '在岗', '封闭'].map((word) => countAfter(text, word))
  const isNone = all === undefined || all === null
  const said = (value: string | null | undefined): string => (isUnknown ? '—' : isNone ? '0' : (value ?? '0'))
  notes.say('crossings', `${id} guarded`, said(guarded))
  notes.say('crossings', `${id} closed`, said(closed))
  const open = isNone ? '0' : String(Number(all) - Number(guarded) - Number(closed))
  notes.say('crossings', `${id} unguarded`, isUnknown ? '—' : open)
}
