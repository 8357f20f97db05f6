import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type App, type AppPage, goTo, startApp } from '../helpers/app'
import type { BoxFault } from '../helpers/box-faults'
import { boxFaultsOf, boxPage, leaveLabels } from '../helpers/box-page'
import { settled } from '../helpers/settled'
import { type AskedPack, askedPacks, openAt } from './asked-packs'

const VIEWS = [
  ...(['wall', 'towns', 'desk', 'rules', 'checks', 'lookup', 'import', 'briefing', 'handover'] as const),
  ...(['entries', 'feed'] as const),
] as const
type View = (typeof VIEWS)[number]
/** Of the later moments of a pack: what changes with the time. */
const MOVING: readonly View[] = ['wall', 'towns', 'desk', 'briefing']
const SIZES: readonly (readonly [number, number])[] = [
  [1920, 1080],
  [1366, 768],
  [3840, 2160],
  // 1920 × 1080 at 200 %
  [960, 540],
]

const option = (name: string): string[] =>
  process.argv
    .find((word) => word.startsWith(`--${name}=`))
    ?.slice(name.length + 3)
    .split(',') ?? []

const chosen = <T>(all: readonly T[], name: string, wordOf: (one: T) => string = String): readonly T[] => {
  const words = option(name)
  return words.length === 0 ? all : all.filter((one) => words.includes(wordOf(one)))
}

const FOLDER = option('pictures')[0] ?? 'dist/boxes'
const LOCALES: readonly string[] = option('locale').length ? option('locale') : ['zh']

const SCREENS: Readonly<Record<View, string>> = {
  wall: '.wall-screen',
  towns: '.town-table',
  desk: '.tree',
  rules: '.rules',
  checks: '.check-tables',
  lookup: '.lookup textarea',
  import: '.drop-area',
  briefing: 'canvas[data-ready]',
  handover: '[data-part="hand-over"]',
  entries: '.tree',
  feed: '.tree',
}
/** The view of a screen that is a part of it. */
const WITHIN = { towns: 'wall', entries: 'desk', feed: 'desk' } as const

/** Every form of entry by hand after the other; faults name theirs. The demo takes no entry. */
async function lookAtEntries(tab: AppPage, picture: string): Promise<BoxFault[]> {
  const { page } = tab
  await page.keyboard.press('n')
  const kinds = page.locator('.hand-panel [data-kind]')
  await kinds
    .first()
    .waitFor({ timeout: 10_000 })
    .catch(() => console.log('    no entry by hand here'))
  const faults: BoxFault[] = []
  for (const kind of await kinds.evaluateAll((all) => all.map((one) => one.getAttribute('data-kind')!))) {
    await page.locator(`.hand-panel [data-kind="${kind}"]`).click()
    await page.waitForTimeout(400)
    await page.screenshot({ path: picture.replace('entries', `entries-${kind}`) })
    for (const fault of await boxFaultsOf(tab)) faults.push({ ...fault, where: `${kind} ${fault.where}` })
  }
  await page.keyboard.press('Escape')
  return faults
}

async function lookAtFeed(tab: AppPage, picture: string): Promise<BoxFault[]> {
  await tab.page.keyboard.press('n')
  await tab.page.keyboard.press('a')
  await tab.page.waitForTimeout(800)
  await tab.page.screenshot({ path: picture })
  const faults = await boxFaultsOf(tab)
  await tab.page.keyboard.press('Escape')
  return faults
}

async function look(tab: AppPage, view: View, picture: string): Promise<BoxFault[]> {
  await leaveLabels(tab)
  await goTo(tab, view === 'towns' || view === 'entries' || view === 'feed' ? WITHIN[view] : view)
  if (view === 'towns') {
    await tab.page.locator('.wall-screen').waitFor({ timeout: 30_000 })
    await tab.page.keyboard.press('ArrowRight')
  }
  await tab.page
    .locator(SCREENS[view])
    .first()
    .waitFor({ timeout: 60_000 })
    .catch(() => null)
  await settled(tab)
  if (view === 'entries') return lookAtEntries(tab, picture)
  if (view === 'feed') return lookAtFeed(tab, picture)
  await tab.page.screenshot({ path: picture })
  const faults = await boxFaultsOf(tab)
  if (view === 'towns') await tab.page.keyboard.press('ArrowLeft')
  return faults
}

const told = ({ kind, text, other, where, by }: BoxFault): string =>
  `    ${kind.padEnd(7)} ${String(by).padStart(4)} px  ${where}: “${text}”${other ? ` × “${other}”` : ''}`

function newTab(app: App, locale: string): Promise<AppPage> {
  const scheme = option('theme')[0] === 'dark' ? 'dark' : 'light'
  return boxPage(app, { locale: locale === 'en' ? 'en-GB' : 'zh-CN', scheme })
}

interface Asked {
  readonly name: string
  readonly pack: AskedPack
  readonly locale: string
}

/** Looks at every screen of a pack at its moments; each line says how many faults it has. */
async function lookAt(tab: AppPage, { name, pack, locale }: Asked): Promise<readonly string[]> {
  const lines: string[] = []
  const moments = chosen(pack.moments, 'at')
  for (const [turn, moment] of (moments.length ? moments : [null]).entries()) {
    if (moment !== null) await openAt(tab, moment)
    for (const [width, height] of chosen(SIZES, 'size', ([wide]) => String(wide))) {
      await tab.page.setViewportSize({ width, height })
      for (const view of chosen(turn === 0 ? VIEWS : MOVING, 'view')) {
        const when = moment?.slice(0, 10) ?? 'as-opened'
        const faults = await look(tab, view, join(FOLDER, `${name}-${when}-${view}-${width}-${locale}.png`))
        lines.push(
          `${name.padEnd(20)} ${when.padEnd(10)} ${view.padEnd(9)} ${`${width}×${height}`.padEnd(10)} ${locale} ${String(faults.length).padStart(4)}`,
        )
        console.log(lines.at(-1))
        for (const fault of faults.slice(0, 40)) console.log(told(fault))
      }
    }
  }
  return lines
}

async function run(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true })
  const app = await startApp()
  const totals: string[] = []
  let notOpened = 0
  for (const [name, pack] of chosen(Object.entries(askedPacks()), 'pack', ([word]) => word))
    for (const locale of LOCALES) {
      const tab = await newTab(app, locale)
      try {
        await pack.open(app, tab)
        totals.push(...(await lookAt(tab, { name, pack, locale })))
      } catch (error) {
        console.log(`${name}: not opened: ${String(error).split('\n')[0]}`)
        await tab.page.screenshot({ path: join(FOLDER, `${name}-not-opened.png`) })
        notOpened++
      }
      if (tab.errors.length) console.log(`  errors of the page: ${tab.errors.slice(0, 3).join(' | ')}`)
      await tab.context.close()
    }
  await app.close()
  const all = totals.reduce((sum, line) => sum + Number(/\d+$/.exec(line)![0]), notOpened)
  console.log(`\n${totals.join('\n')}\n${all} faults`)
  process.exitCode = all ? 1 : 0
}

if (existsSync('dist/index.html')) await run()
else console.log('There is no build: npm run build first.')
