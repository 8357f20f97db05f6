import { assess, type Bounds, coverage, readAsOf, survey } from '#geo'
import { planImport } from '../../../src/import/plan'
import { append, tailOf } from '../../../src/log/append'
import { fold } from '../../../src/log/fold/fold'
import type { Register } from '../../../src/log/fold/register'
import { type MapImageOptions, renderMapPicture } from '../../../src/map/render-map-image'
import '../../../src/ui/base.css'

type Wanted = Omit<MapImageOptions, 'register' | 'survey' | 'coverage'> & { readonly bounds?: Bounds }

let register: Register | null = null

/** Imports a pack as the application does, from files given as base 64. */
async function open(files: readonly { path: string; base64: string }[]): Promise<number> {
  const inputs = files.map(({ path, base64 }) => ({
    path,
    bytes: Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)),
  }))
  const plan = await planImport(inputs)
  const events = append(plan.drafts, tailOf([]), { by: { name: '', unit: '' }, device: 'pictures', now: 0 })
  register = fold(events, plan.blocks, { known: null, learned: 'fromTheBeginning' })
  return register.places.length
}

/** Draws the pack at an instant and says what the labels and legend are. */
async function drawPack(
  when: string,
  wanted: Wanted,
): Promise<{ png: string; legend: string[]; ms: number[] }> {
  if (!register) throw new Error('open a pack first')
  const asOf = readAsOf(register.pack.timezone, when)!
  const start = performance.now()
  const assessed = assess(register, { asOf })
  const covered = coverage(register, { asOf })
  const answers = survey(register, { asOf, assess: assessed, coverage: covered })
  const between = performance.now()
  const { bitmap, legend } = await renderMapPicture({
    register,
    survey: answers,
    coverage: covered,
    ...wanted,
  })
  const canvas = document.createElement('canvas')
  canvas.width = bitmap.width
  canvas.height = bitmap.height
  canvas.getContext('2d')!.drawImage(bitmap, 0, 0)
  const ms = [between - start, performance.now() - between].map(Math.round)
  return { png: canvas.toDataURL('image/png'), legend: legend.map(({ text }) => text), ms }
}

Object.assign(window, { openPack: open, drawPack })
