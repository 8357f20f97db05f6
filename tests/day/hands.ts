import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { type AppPage, goTo } from '../helpers/app'

/** One act as the log has it: its events, and what it was called in the script. */
export interface Act {
  readonly name: string
  readonly batch: string
  readonly events: readonly { readonly id: string; readonly type: string }[]
}

/** What an act took of the person: fields filled, choices made, commits. */
export interface Taken {
  fields: number
  choices: number
  commits: number
}

const WAIT = { timeout: 20_000 }
const STEP = 40

type Written = { readonly id: string; readonly type: string; readonly batch: string }

/** The events that the open workspace has written after `since`, oldest first, as its own database holds them. */
function writtenAfter(page: Page, since: number): Promise<(Written & { readonly recordedAt: number })[]> {
  return page.evaluate(async (after) => {
    const workspace = location.hash.match(/#\/w\/([^/?]+)/)![1]!
    const answered = <T>(asked: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result)
        asked.onerror = () => reject(asked.error)
      })
    const database = await answered(indexedDB.open(`cordon-${workspace}`))
    try {
      const events = database.transaction('events').objectStore('events').index('recordedAt')
      const all = await answered(events.getAll(IDBKeyRange.lowerBound(after, true)))
      return all.map(({ id, type, batch, recordedAt }) => ({ id, type, batch, recordedAt }))
    } finally {
      database.close()
    }
  }, since)
}

/** A person at the desk: what is pressed and filled is counted, and each act waits until the log has it. */
export class Hands {
  readonly acts: Act[] = []
  readonly taken = new Map<string, Taken>()
  #since = 0
  #now: Taken = { fields: 0, choices: 0, commits: 0 }

  constructor(readonly tab: AppPage) {}

  get page(): Page {
    return this.tab.page
  }
  get panel(): Locator {
    return this.page.locator('.hand-panel')
  }

  /** From here on the log is followed. */
  async begin(): Promise<void> {
    this.#since = (await writtenAfter(this.page, 0)).at(-1)?.recordedAt ?? 0
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }
  async fill(where: string | Locator, text: string): Promise<void> {
    this.#now.fields += 1
    await this.#at(where).fill(text, WAIT)
  }
  /** A place by its name, until its ground is told. */
  async place(form: string, text: string): Promise<void> {
    await this.fill(`${form} [data-field="place"]`, text)
    await this.page.locator(`${form} [data-said="where"]`).first().waitFor(WAIT)
  }
  async choose(where: string | Locator, option?: string | { readonly label: string }): Promise<void> {
    this.#now.choices += 1
    if (option === undefined) await this.#at(where).click(WAIT)
    else await this.#at(where).selectOption(option, WAIT)
  }
  async commit(where?: string | Locator): Promise<void> {
    this.#now.commits += 1
    if (where === undefined) await this.press('Enter')
    else await this.#at(where).click(WAIT)
  }
  #at(where: string | Locator): Locator {
    return typeof where === 'string' ? this.page.locator(where).first() : where.first()
  }

  /** Quick entry at the form of that letter. */
  async entry(letter: string): Promise<void> {
    if (!(await this.panel.isVisible())) {
      await this.press('n')
      await this.panel.waitFor(WAIT)
    }
    await this.panel.locator(`[data-kind="${letter}"]`).click(WAIT)
    await this.panel.locator(`[data-kind="${letter}"][aria-pressed="true"]`).waitFor(WAIT)
  }
  async close(): Promise<void> {
    if (await this.panel.isVisible()) await this.page.locator('[data-action="close-hand"]').click()
    await this.panel.waitFor({ ...WAIT, state: 'detached' })
  }

  /** Who writes; asked where nobody has signed, or another person takes over. */
  async sign(name: string, unit: string): Promise<void> {
    const author = this.panel.locator('[data-field="author"]')
    if (!(await author.isVisible())) await this.panel.locator('[data-action="other-author"]').click(WAIT)
    await author.fill(name)
    await this.panel.locator('[data-field="unit"]').first().fill(unit)
    await this.panel.locator('[data-action="sign"]').click()
    await author.waitFor({ ...WAIT, state: 'detached' })
  }

  /** Does one act and waits until the log has its events; they are one step of undo. */
  async act(name: string, doing: () => Promise<unknown>): Promise<Act> {
    this.#now = { fields: 0, choices: 0, commits: 0 }
    await doing()
    const events = await this.#written(name)
    const batches = new Set(events.map(({ batch }) => batch))
    expect([...batches], `${name}: one step`).toHaveLength(1)
    await this.#stands(events)
    const act = { name, batch: events[0]!.batch, events: events.map(({ id, type }) => ({ id, type })) }
    this.acts.push(act)
    if (!this.taken.has(name)) this.taken.set(name, this.#now)
    return act
  }

  /** In quick entry the form is empty again once the entry stands below it. */
  async #stands(events: readonly Written[]): Promise<void> {
    const entries = this.page.locator('.recent [data-entry]')
    if (!(await this.panel.isVisible()) || (await entries.count()) === 0) return
    const own = events.map(({ id }) => `.recent [data-entry="${id}"]`).join(', ')
    await this.page.locator(own).first().waitFor(WAIT)
    await this.page
      .locator('.hand-panel [data-action="write"][disabled]')
      .waitFor({ ...WAIT, state: 'detached' })
  }
  async #written(name: string): Promise<readonly Written[]> {
    const until = Date.now() + WAIT.timeout
    for (;;) {
      const events = await writtenAfter(this.page, this.#since)
      if (events.length > 0) {
        this.#since = events.at(-1)!.recordedAt
        return events
      }
      if (Date.now() > until) throw new Error(`${name}: nothing was written\n${await this.#said()}`)
      await this.page.waitForTimeout(STEP)
    }
  }
  /** What stands as an error on the page, for whoever reads why nothing was written. */
  #said = async (): Promise<string> =>
    (await this.page.locator('.error, [role="alert"], .missing').allInnerTexts()).filter(Boolean).join('\n')

  /** The step taken back, an import after it was asked about; a key that comes while a step is under way does nothing. */
  async undo(): Promise<readonly Written[]> {
    const asked = this.page.locator('.undo-sheet [data-action="undo-import"]')
    const until = Date.now() + WAIT.timeout
    for (let look = 0; Date.now() < until; look += 1) {
      if (await asked.isVisible()) await asked.click()
      else if (look % 8 === 0) await this.press('Control+z')
      const events = await writtenAfter(this.page, this.#since)
      if (events.length > 0) {
        this.#since = events.at(-1)!.recordedAt
        return events
      }
      await this.page.waitForTimeout(STEP)
    }
    throw new Error('nothing was taken back')
  }

  /** The screens of another hour, kept in the address. */
  async at(moment: string): Promise<void> {
    await this.page.evaluate((at) => {
      const [path, asked = ''] = location.hash.split('?')
      const kept = new URLSearchParams(asked)
      kept.set('at', at)
      location.hash = `${path}?${[...kept].map(([name, value]) => `${name}=${value}`).join('&')}`
    }, moment)
    const [day, clock] = moment.split('T') as [string, string]
    const [, month, date] = day.split('-').map(Number)
    await this.page
      .locator('.effective b', { hasText: `${month}月${date}日 ${clock}` })
      .first()
      .waitFor(WAIT)
  }
  async desk(): Promise<void> {
    await goTo(this.tab, 'desk')
    await this.page.locator('.tree').waitFor(WAIT)
  }
}
