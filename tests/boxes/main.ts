import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type App, type AppPage, goTo, openDemo, startApp } from '../helpers/app'
import { type BoxFault, faultsOf } from '../helpers/box-faults'
import { boxesInPage, recordCanvases } from '../helpers/boxes-in-page'
import { MADE, madePack } from '../helpers/made-packs'
import { filesOf, openPack } from '../helpers/open-pack'
import { settled } from '../helpers/settled'
import { hasSharedData, sharedData } from '../helpers/shared-data'
import { PACKS } from '../walk/packs'

type View = 'wall' | 'towns' | 'desk' | 'rules' | 'checks' | 'lookup' | 'import' | 'briefing'
const VIEWS: readonly View[] = ['wall', 'towns', 'desk', 'rules', 'checks', 'lookup', 'import', 'briefing']
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

interface Opened {
  readonly open: (app: App, tab: AppPage) => Promise<unknown>
  readonly at?: string | undefined
}

/** The real rings as zones of a pack. */
function gothenburg(): Record<string, string> {
  const file = JSON.parse(readFileSync(join(sharedData('gothenburg'), 'zones.geojson'), 'utf8')) as {
    features: { properties: { zone: string } }[]
  }
  const levels = ['sealed', 'controlled', 'precaution']
  file.features.forEach((feature, at) => {
    const { zone } = feature.properties
    Object.assign(feature.properties, {
      id: zone,
      name: zone,
      level: levels[at % 3],
      from: '2022-05-10T20:00',
      to: null,
    })
  })
  const pack = JSON.parse(madePack({ towns: 0, villagesPerTown: 0, cases: 0 })['pack.json']!) as object
  const title = { zh: '哥德堡', en: 'Gothenburg' }
  return {
    'pack.json': JSON.stringify({ ...pack, title, timezone: 'Europe/Stockholm' }),
    'zones.geojson': JSON.stringify(file),
  }
}

function packs(): Record<string, Opened> {
  const real: Record<string, Opened> = {
    demo: { open: openDemo },
    'demo-18-may': { open: openDemo, at: '2022-05-18T09:00' },
  }
  if (hasSharedData('tainan-2015'))
    real.tainan = {
      open: (app, tab) => openPack(app, tab, filesOf(sharedData('tainan-2015'))),
      at: '2015-09-15T00:00',
    }
  if (hasSharedData('liechtenstein'))
    real.liechtenstein = { open: (app, tab) => openPack(app, tab, filesOf(sharedData('liechtenstein'))) }
  if (hasSharedData('gothenburg')) real.gothenburg = { open: (app, tab) => openPack(app, tab, gothenburg()) }
  const made = Object.entries(MADE).map(
    ([name, shape]) =>
      [name, { open: (app: App, tab: AppPage) => openPack(app, tab, madePack(shape)) }] as const,
  )
  const walked = PACKS.flatMap(({ name, files, moments: [at] }) =>
    files === null || name in real || name in MADE
      ? []
      : [[name, { open: (app: App, tab: AppPage) => openPack(app, tab, files()), at }] as const],
  )
  return { ...real, ...Object.fromEntries([...made, ...walked]) }
}

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
  const faults = faultsOf(await tab.page.evaluate(boxesInPage))
  if (view === 'towns') await tab.page.keyboard.press('ArrowLeft')
  return faults
}

const told = ({ kind, text, other, where, by }: BoxFault): string =>
  `    ${kind.padEnd(7)} ${String(by).padStart(4)} px  ${where}: “${text}”${other ? ` × “${other}”` : ''}`

async function run(): Promise<void> {
  const folder = option('pictures')[0] ?? 'dist/boxes'
  mkdirSync(folder, { recursive: true })
  const app = await startApp()
  const totals: string[] = []
  const locales = option('locale').length ? option('locale') : ['zh']
  const sizes = option('size').length ? SIZES.filter(([w]) => option('size').includes(String(w))) : SIZES
  const views = option('view').length ? VIEWS.filter((view) => option('view').includes(view)) : VIEWS
  let all = 0
  for (const [name, { open, at }] of Object.entries(packs())) {
    if (option('pack').length && !option('pack').includes(name)) continue
    for (const locale of locales) {
      const scheme = option('theme')[0] === 'dark' ? 'dark' : 'light'
      const tab = await app.open({ locale: locale === 'en' ? 'en-GB' : 'zh-CN', scheme })
      await tab.page.addInitScript('globalThis.__name ??= (made) => made')
      await tab.page.addInitScript(recordCanvases)
      try {
        await open(app, tab)
        if (at) {
          await tab.page.evaluate(
            (moment) => (location.hash = `${location.hash.replace(/\?.*$/, '')}?at=${moment}`),
            at,
          )
          await tab.page.reload()
        }
      } catch (error) {
        console.log(`${name}: not opened: ${String(error).split('\n')[0]}`)
        await tab.page.screenshot({ path: join(folder, `${name}-not-opened.png`) })
        await tab.context.close()
        all++
        continue
      }
      for (const [width, height] of sizes) {
        await tab.page.setViewportSize({ width, height })
        for (const view of views) {
          const picture = join(folder, `${name}-${view}-${width}-${locale}.png`)
          const faults = await look(tab, view, picture)
          all += faults.length
          totals.push(
            `${name.padEnd(16)} ${view.padEnd(9)} ${`${width}×${height}`.padEnd(10)} ${locale} ${String(faults.length).padStart(4)}`,
          )
          console.log(totals.at(-1))
          for (const fault of faults.slice(0, 40)) console.log(told(fault))
        }
      }
      if (tab.errors.length) console.log(`  errors of the page: ${tab.errors.slice(0, 3).join(' | ')}`)
      await tab.context.close()
    }
  }
  await app.close()
  console.log(`\n${totals.join('\n')}\n${all} faults`)
  process.exitCode = all ? 1 : 0
}

if (existsSync('dist/index.html')) await run()
else console.log('There is no build: npm run build first.')
