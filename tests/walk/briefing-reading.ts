import type { Page } from 'playwright-core'
import { Notes, type Reading } from './figures'
import { clockIn, countIn, dayIn, momentIn, plain, stateIn, zonesListed } from './printed'
import { DECIDED, FOUND, sayWeeks } from './wall-reading'

export interface Briefing {
  /** the list beside the sheet */
  readonly list: Reading
  /** the picture itself, as its canvas was written */
  readonly sheet: Reading
  /** ids of zones by title, without those that two zones share */
  readonly titles: ReadonlyMap<string, string>
  readonly zones: readonly string[]
}

/** The briefing: the list of zones beside it, and the texts of its picture. */
export async function readBriefing(page: Page, today: string, levels: readonly string[]): Promise<Briefing> {
  const list = new Notes('briefing')
  const rows = await page.locator('.briefing-table [data-zone]').evaluateAll((all) =>
    all.map((row) => {
      const state = row.querySelector('.state')!
      const title = [...row.querySelectorAll('td')[1]!.childNodes].slice(0, 2)
      return {
        id: (row as HTMLElement).dataset.zone!,
        title: title.map((node) => node.textContent ?? '').join(''),
        state: state.firstChild?.textContent ?? '',
        date: state.querySelector('span')?.textContent ?? '',
      }
    }),
  )
  for (const { id, state, date } of rows) {
    list.say('state', id, stateIn(state))
    list.say('date', id, dayIn(date, today))
    list.say('clock', id, clockIn(date))
    list.skip('left', id, 'the briefing counts no days')
  }
  const listed = await zonesListed(page, rows.length)
  list.say('totals', 'zones', listed)
  for (const [word, key] of DECIDED) {
    const decided = rows.filter(({ state }) => stateIn(state) === word).length
    list.say('totals', key, listed === '—' ? listed : String(decided))
  }
  const heads = (await page.locator('.briefing-table h2').allInnerTexts()).map(plain)
  const unplaced = heads.find((text) => text.startsWith('未落位'))
  list.say('unplaced', 'rows', unplaced ? countIn(unplaced) : '0')
  const shared = new Map<string, string[]>()
  for (const { id, title } of rows) shared.set(plain(title), [...(shared.get(plain(title)) ?? []), id])
  const single = [...shared].filter(([, ids]) => ids.length === 1)
  return {
    list,
    sheet: await readSheet(page, today, levels),
    titles: new Map(single.map(([title, [id]]) => [title, id!])),
    zones: rows.map(({ id }) => id),
  }
}

interface Text {
  readonly text: string
  readonly left: number
  readonly middle: number
}

/** What the canvas of the sheet was written with; `recordCanvases` runs before the page. */
async function textsOf(page: Page): Promise<Text[]> {
  return page.locator('canvas[data-ready]').evaluate((canvas) => {
    const { recordedTexts } = globalThis as unknown as {
      recordedTexts: {
        written: WeakMap<object, { text: string; left: number; top: number; bottom: number }[]>
      }
    }
    return (recordedTexts.written.get(canvas) ?? []).map(({ text, left, top, bottom }) => ({
      text,
      left,
      middle: (top + bottom) / 2,
    }))
  })
}

/** 全区, 全市: the row of the whole */
const WHOLE = /^全[区市县州旗镇乡]$/
const COLUMNS = ['zones', 'area', 'people', 'cases'] as const

async function readSheet(page: Page, today: string, levels: readonly string[]): Promise<Reading> {
  const notes = new Notes('sheet')
  const texts = await textsOf(page)
  const whole = texts.map(({ text }) => plain(text))
  const asOf = whole.find((text) => /^\d{4}年\d+月\d+日 \d{2}:\d{2}$/.test(text))
  notes.say('as-of', 'picture', asOf && `${dayIn(asOf, today)} ${clockIn(asOf)}`)
  for (const level of [...levels, WHOLE]) {
    const isNamed = (text: string): boolean =>
      typeof level === 'string' ? plain(text) === level : level.test(plain(text))
    const name = texts.find(({ text }) => isNamed(text) && rowOf(texts, text).length >= COLUMNS.length)
    const cells = name ? rowOf(texts, name.text).map(({ text }) => text) : []
    const key = typeof level === 'string' ? level : 'district'
    if (key === 'district')
      DECIDED.forEach(([, column], at) => {
        notes.say('totals', column, countIn(cells[COLUMNS.length + at]))
      })
    COLUMNS.forEach((column, at) => {
      const isZones = column === 'zones'
      const value = countIn(cells[at])
      if (isZones && key === 'district') notes.say('totals', 'zones', value)
      else notes.say('totals', `${key} ${column}`, isZones && value === '—' ? null : value)
    })
  }
  const sentences = whole.join('')
  const said = (pattern: RegExp): string | undefined => pattern.exec(sentences)?.[1]?.replaceAll(',', '')
  notes.say('found', 'day community', said(/([\d,]+) ?[例人]在社会面发现/))
  notes.say('found', 'day controlled', said(/其中 ?([\d,]+) ?[例人]在隔离管控中发现/))
  for (const [word, key] of [...FOUND, ['累计', 'total']] as const) {
    const line = whole.find((text) => new RegExp(`^${word}\\S* [\\d,—]+$`).test(text))
    notes.say('found', `all ${key}`, line && countIn(line.slice(word.length)))
  }
  sayWeeks(notes, sentences)
  readSources(sentences, today, notes)
  return notes
}

const SOURCES: Readonly<Record<string, string>> = {
  ...{ 病例台账: 'cases', 密接台账: 'contacts', 核酸检测: 'rounds', 卡点查岗: 'checks', 隔离点: 'occupancy' },
  ...{ '村（社区）日报': 'reports', 分区: 'zones' },
}

/** `资料来源：病例台账（14:00）、核酸检测（最新 13:40）。`; a source of another day has its day there, and no hour. */
function readSources(sentences: string, today: string, notes: Notes): void {
  const line = /资料来源：(.*?)。/.exec(sentences)?.[1] ?? ''
  for (const one of line.split('、')) {
    const [, name, time] = /^(.*)（([^（）]*)）$/.exec(one) ?? []
    const id = name && SOURCES[name]
    if (!id) continue
    const moment = time === '—' ? null : momentIn(time, today)
    const isDay = moment !== null && !moment.includes(' ')
    notes.say('sources', `${id} newest${isDay ? ' day' : ''}`, moment, 'no time is known')
  }
}

/** The texts right of one, on its line. */
function rowOf(texts: readonly Text[], name: string): Text[] {
  const rows = texts
    .filter(({ text }) => text === name)
    .map((own) =>
      texts
        .filter(({ left, middle }) => left > own.left && Math.abs(middle - own.middle) < 6)
        .sort((a, b) => a.left - b.left),
    )
  return rows.sort((a, b) => b.length - a.length)[0] ?? []
}
