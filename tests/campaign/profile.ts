import type { Page } from 'playwright-core'
import { aBrowser, type KillableBrowser, reachStore, started } from '../faults/ground'
import { dropFiles } from '../helpers/app'
import type { Act } from './acts'
import { behind } from './behind'

/** One machine of the campaign: a browser profile whose browser is killed and opened again. */
export interface Seat {
  /** its folder, which outlives the browser */
  readonly folder: string
  readonly address: string
  /** ms by which its clock is ahead */
  readonly clock: number
  readonly author: string
  /** the view that it shows */
  readonly view: 'desk' | 'wall' | 'workspace'
  /** run in every page before anything else */
  readonly script?: string
}

/** A script that is handed to the browser in place of the served one comes from nowhere: it may speak to this machine all the same. */
const UNASKED = ['--disable-features=LocalNetworkAccessChecks,LocalNetworkAccessChecksWebSockets']
const WAIT = { timeout: 60_000 }
/** the place of every signal that is typed */
const TYPED = '纺织新村'

/** Whether the page said that an act is written. */
export interface Acknowledged {
  readonly isSaid: boolean
  readonly event: string | null
}

export class Profile {
  #browser: KillableBrowser | null = null
  #page: Page | null = null
  workspace = ''
  readonly errors: string[] = []

  constructor(readonly seat: Seat) {}

  get page(): Page {
    if (!this.#page) throw new Error(`${this.seat.author}: the browser is not open`)
    return this.#page
  }

  /** Starts the browser on the same folder, and opens the workspace that it had. */
  async open(): Promise<void> {
    const { folder, address, clock, author, view, script } = this.seat
    this.#browser = await aBrowser(folder, UNASKED)
    const { context } = this.#browser
    if (script) await context.addInitScript({ content: script })
    if (clock !== 0) await behind(context, clock)
    const at = this.workspace ? `w/${this.workspace}/${view}?at=2022-05-27T14:00` : ''
    this.#page = await started(context, { address } as never, at)
    this.#page.on('pageerror', (error) => this.errors.push(String(error)))
    await reachStore(this.#page)
    await this.#page.evaluate(reach, author)
    if (this.workspace)
      await this.#page.waitForFunction(
        (id) => (window as unknown as Reached).workspaces.registerOf === id,
        this.workspace,
        WAIT,
      )
  }

  /** A copy of the demo, as the first machine begins. */
  async beginWithDemo(): Promise<void> {
    await this.page.evaluate(async () => {
      const { workspaces } = window as unknown as Reached
      await workspaces.openDemo()
      await workspaces.copyToOwn('澜溪区')
    })
    await this.#found()
  }

  /** The same workspace out of an exchange file, as every other machine begins. */
  async beginWith(file: Uint8Array): Promise<void> {
    const tab = { page: this.page } as never
    await dropFiles(tab, '[data-drop]', { 'exchange.zip': file })
    await this.page.locator('.plan-bar .button.primary:not([disabled])').click(WAIT)
    await this.page.waitForURL(/\/w\/(?!new)[^/]+\/(desk|wall)/, WAIT)
    await this.#found()
  }

  async #found(): Promise<void> {
    await this.page.waitForFunction(
      () => {
        const { workspaces } = window as unknown as Reached
        return workspaces.current && workspaces.registerOf === workspaces.current.id
      },
      null,
      WAIT,
    )
    this.workspace = await this.page.evaluate(() => (window as unknown as Reached).workspaces.current!.id)
    await this.page.goto(`${this.seat.address}#/w/${this.workspace}/${this.seat.view}?at=2022-05-27T14:00`)
  }

  /** An exchange file of everything, or of what that machine lacks. */
  async exchangeFile(peer: string | null = null): Promise<Uint8Array> {
    const text = await this.page.evaluate(async (of) => {
      const { stores, base64 } = window as unknown as Reached
      const made = await stores.get('exchange')!.make(of)
      return made ? base64(made.bytes) : ''
    }, peer)
    return new Uint8Array(Buffer.from(text, 'base64'))
  }

  /** Does an act. What it began is told by the id of its event where the page has it already. */
  async act(act: Act): Promise<Acknowledged> {
    if (act.kind === 'typed') return this.#typed()
    return this.page.evaluate(
      async (drafts) => {
        const { workspaces } = window as unknown as Reached
        const before = workspaces.lastStep?.id
        const isSaid = drafts ? await workspaces.append(drafts) : await workspaces.undo()
        const last = workspaces.lastStep?.id
        return { isSaid, event: drafts && last !== before ? (last ?? null) : null }
      },
      'drafts' in act ? [...act.drafts] : null,
    )
  }

  /** A signal by the keyboard, as a person at the desk types it: acknowledged by the note that says so. */
  async #typed(): Promise<Acknowledged> {
    const { page } = this
    await page.locator('.toast', { hasText: TYPED }).waitFor({ ...WAIT, state: 'detached' })
    await typeSignal(page)
    await page.locator('.toast', { hasText: TYPED }).waitFor(WAIT)
    return { isSaid: true, event: null }
  }

  async kill(): Promise<void> {
    const browser = this.#browser
    this.#browser = null
    this.#page = null
    await browser?.kill()
  }

  async close(): Promise<void> {
    await this.#browser?.close()
    this.#browser = null
  }
}

/** A signal at a village by the keyboard, once its ground is told. */
async function typeSignal(page: Page): Promise<void> {
  await page.locator('.drawing-toolbar').waitFor(WAIT)
  const place = page.locator('[data-form="signal"] [data-field="place"]')
  // after an act the form stays open for the next one
  if ((await place.count()) === 0) {
    await page.keyboard.press('n')
    await page.keyboard.press('s')
  }
  await place.waitFor(WAIT)
  await place.fill('', WAIT)
  await page.keyboard.type(TYPED)
  await page.locator('[data-form="signal"] [data-said="where"]').first().waitFor(WAIT)
  await page.keyboard.press('Enter')
}

/** What `reach` lays at the window of a page. */
export interface Reached {
  readonly workspaces: {
    readonly current: { readonly id: string } | null
    readonly registerOf: string | null
    readonly register: Readonly<Record<string, unknown>> & { readonly events: number; readonly head: string }
    readonly lastStep: { readonly id: string } | null
    append(drafts: readonly object[]): Promise<boolean>
    undo(): Promise<boolean>
    openDemo(): Promise<boolean>
    copyToOwn(title: string): Promise<boolean>
    exportLog(): Promise<{ readonly bytes: Uint8Array } | null>
  }
  // biome-ignore lint/suspicious/noExplicitAny: the stores of the page, as they are
  readonly stores: ReadonlyMap<string, any>
  base64(bytes: Uint8Array): string
}

/** Lays the stores of the page at its window, and says who sits there. */
function reach(name: string): void {
  const app = (
    document.querySelector('#app') as unknown as {
      __vue_app__: { config: { globalProperties: { $pinia: { _s: Map<string, never> } } } }
    }
  ).__vue_app__
  const stores = app.config.globalProperties.$pinia._s as Map<string, { author?: unknown }>
  stores.get('author')!.author = { name, unit: '区指挥部' }
  const base64 = (bytes: Uint8Array): string => {
    let text = ''
    for (let at = 0; at < bytes.length; at += 0x8000)
      text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
    return btoa(text)
  }
  Object.assign(window, { stores, base64 })
}
