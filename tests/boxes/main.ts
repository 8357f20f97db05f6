import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type App, type AppPage, goTo, startApp } from '../helpers/app'
import type { BoxFault } from '../helpers/box-faults'
import { boxFaultsOf, boxPage, leaveLabels } from '../helpers/box-page'
import { settled } from '../helpers/settled'
import { type AskedPack, askedPacks, openAt } from './asked-packs'

type View = 'wall' | 'towns' | 'desk' | 'rules' | 'checks' | 'lookup' | 'import' | 'briefing'
const VIEWS: readonly View[] = ['wall', 'towns', 'desk', 'rules', 'checks', 'lookup', 'import', 'briefing']
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
}

async function look(tab: AppPage, view: View, picture: string): Promise<BoxFault[]> {
  await leaveLabels(tab)
  await goTo(tab, view === 'towns' ? 'wall' : view)
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
