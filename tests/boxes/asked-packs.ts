import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type App, type AppPage, openDemo } from '../helpers/app'
import { MADE, madePack } from '../helpers/made-packs'
import { openPack } from '../helpers/open-pack'
import { hasSharedData, sharedData } from '../helpers/shared-data'
import { PACKS } from '../walk/packs'

export interface AskedPack {
  readonly open: (app: App, tab: AppPage) => Promise<unknown>
  /** none: as it opens */
  readonly moments: readonly string[]
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

/** Every pack that is walked at its moments, then the shapes that are made up and the real rings. */
export function askedPacks(): Record<string, AskedPack> {
  const asked: Record<string, AskedPack> = {}
  for (const { name, files, moments, isDemo } of PACKS)
    if (files !== null)
      asked[name] = {
        open: (app, tab) => (isDemo ? openDemo(app, tab) : openPack(app, tab, files())),
        moments,
      }
  if (hasSharedData('gothenburg'))
    asked.gothenburg = { open: (app, tab) => openPack(app, tab, gothenburg()), moments: [] }
  for (const [name, shape] of Object.entries(MADE))
    asked[name] ??= { open: (app, tab) => openPack(app, tab, madePack(shape)), moments: [] }
  return asked
}

/** Sets the time of the open workspace as its address says it, and reads the page anew. */
export async function openAt({ page }: AppPage, moment: string): Promise<void> {
  await page.evaluate((at) => (location.hash = `${location.hash.replace(/\?.*$/, '')}?at=${at}`), moment)
  await page.reload()
}
