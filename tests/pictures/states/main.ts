import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type App, type AppPage, dropFiles, openDemo, startApp } from '../../helpers/app'
import { type BoxFault, faultsOf } from '../../helpers/box-faults'
import { boxesInPage, recordCanvases } from '../../helpers/boxes-in-page'
import { openPack } from '../../helpers/open-pack'
import { settled } from '../../helpers/settled'
import { PACKS } from '../../walk/packs'
import { type Look, type ScreenState, STATES } from './states'

const HEIGHTS: Readonly<Record<Look['width'], number>> = { 960: 540, 1366: 768, 1920: 1080, 3840: 2160 }
const MOST_FAULTS = 12

const option = (name: string): string[] =>
  process.argv
    .find((word) => word.startsWith(`--${name}=`))
    ?.slice(name.length + 3)
    .split(',') ?? []

interface Photograph {
  readonly state: ScreenState
  readonly look: Look
}

/** Photographs that one page can take one after the other. */
const pageOf = ({ state, look }: Photograph): string =>
  [
    state.pack,
    look.locale,
    look.scheme,
    state.view === 'plan' || state.name === 'step' ? state.name : '',
  ].join()

function wanted(): Map<string, Photograph[]> {
  const [names, packs] = [option('state'), option('pack')]
  const all = STATES.filter(
    ({ name, pack }) =>
      (names.length === 0 || names.includes(name)) && (packs.length === 0 || packs.includes(pack)),
  ).flatMap((state) => state.looks.map((look) => ({ state, look })))
  const groups = new Map<string, Photograph[]>()
  for (const one of all) groups.set(pageOf(one), [...(groups.get(pageOf(one)) ?? []), one])
  return groups
}

interface OpenedPack extends AppPage {
  readonly workspace: string
}

async function opened(app: App, { state, look }: Photograph): Promise<OpenedPack | null> {
  const pack = PACKS.find(({ name }) => name === state.pack)!
  if (pack.files === null) return null
  const tab = await app.open({
    ...{ width: look.width, height: HEIGHTS[look.width], scheme: look.scheme },
    locale: look.locale === 'en' ? 'en-GB' : 'zh-CN',
  })
  await tab.page.addInitScript('globalThis.__name ??= (made) => made')
  await tab.page.addInitScript(recordCanvases)
  if (state.view === 'plan') {
    await tab.page.goto(app.address)
    await tab.page.locator('[data-action="open-demo"]').waitFor()
    await dropFiles(tab, '[data-drop]', pack.files())
    await tab.page.locator('.plan-bar .button.primary').waitFor({ timeout: 120_000 })
  } else if (pack.isDemo) await openDemo(app, tab)
  else await openPack(app, tab, pack.files())
  return { ...tab, workspace: tab.page.url().match(/#\/w\/([^/?]+)/)?.[1] ?? '' }
}

async function goToState(
  app: App,
  { page, workspace }: OpenedPack,
  { view, at, zone }: ScreenState,
): Promise<void> {
  if (view === 'plan') return
  const query = new URLSearchParams({ ...(at ? { at } : {}), ...(zone ? { zone } : {}) })
  await page.goto('about:blank')
  await page.goto(view === 'first-run' ? app.address : `${app.address}#/w/${workspace}/${view}?${query}`)
  if (view === 'briefing') await page.locator('canvas[data-ready]').waitFor({ timeout: 120_000 })
}

interface Clip {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A page on paper as a picture; taller ones come out of software graphics with their top repeated. */
const TALLEST = 7600
async function wholePage({ page }: AppPage): Promise<{ fullPage: true; clip: Clip }> {
  const { width, height } = await page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    height: document.documentElement.scrollHeight,
  }))
  return { fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(height, TALLEST) } }
}

async function photograph(app: App, tab: OpenedPack, one: Photograph, path: string): Promise<BoxFault[]> {
  const { state, look } = one
  const { page } = tab
  await page.setViewportSize({ width: look.width, height: HEIGHTS[look.width] })
  await goToState(app, tab, state)
  if (state.view === 'wall' || state.view === 'desk')
    await page.locator('.overlay').first().waitFor({ timeout: 120_000 })
  await state.reach?.(tab)
  await settled(tab)
  const options = state.name.endsWith('on-paper') ? { path, ...(await wholePage(tab)) } : { path }
  // a large picture on software graphics fails now and then: one more try
  await page.screenshot(options).catch(() => page.screenshot(options))
  const faults = faultsOf(await page.evaluate(boxesInPage))
  await page.emulateMedia({ media: null })
  return faults
}

const told = ({ kind, text, other, where, by }: BoxFault): string =>
  `    ${kind.padEnd(7)} ${String(by).padStart(4)} px  ${where}: “${text}”${other ? ` × “${other}”` : ''}`

/** Photographs every state, or those of `--state=`, of every pack, or those of `--pack=`, into `--out=`; under each, the texts that overlap or are cut. */
async function run(): Promise<void> {
  const folder = option('out')[0] ?? 'dist/pictures'
  mkdirSync(folder, { recursive: true })
  const app = await startApp()
  let count = 0
  for (const photographs of wanted().values()) {
    const tab = await opened(app, photographs[0]!)
    if (!tab) {
      console.log(`${photographs[0]!.state.pack}: skipped, its data does not lie beside the repository`)
      continue
    }
    for (const one of photographs) {
      const { width, locale, scheme } = one.look
      const path = join(folder, `${one.state.name}-${width}-${locale}-${scheme}.png`)
      try {
        const faults = await photograph(app, tab, one, path)
        console.log(`${path}${faults.length ? `: ${faults.length}` : ''}`)
        for (const fault of faults.slice(0, MOST_FAULTS)) console.log(told(fault))
        count++
      } catch (error) {
        await tab.page.screenshot({ path }).catch(() => null)
        console.log(`${path}: not reached: ${String(error).split('\n')[0]}`)
        process.exitCode = 1
      }
    }
    if (tab.errors.length) console.log(`  errors of the page: ${tab.errors.slice(0, 3).join(' | ')}`)
    await tab.context.close()
  }
  await app.close()
  console.log(`${count} pictures in ${folder}`)
}

if (existsSync('dist/index.html')) await run()
else console.log('There is no build: npm run build first.')
