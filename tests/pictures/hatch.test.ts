import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { installedBrowser } from '../helpers/browser'
import { periodOf } from '../helpers/period'
import { openPage, type PicturePage } from './browser'

/** Distance from band to band along a row, css px at k = 1: tile side over its bands, lines or dots. */
const PERIOD = { sealed: 28 / 4, controlled: 38 / 3, precaution: 16 / 2 } as const
const [WIDTH, HEIGHT] = [900, 300]

type Draw = (level: string, wanted: object) => Promise<{ png: string }>

describe.skipIf(!installedBrowser())('M14 the hatch keeps its period between whole zooms', () => {
  let opened: PicturePage

  beforeAll(async () => {
    opened = await openPage('map')
    await opened.page.waitForFunction(() => 'drawLevel' in window, null, { timeout: 120_000 })
  })
  afterAll(() => opened?.close())

  async function green(level: string, zoom: number, ratio: number): Promise<PNG> {
    const wanted = {
      theme: 'print',
      k: 1,
      locale: 'zh',
      width: WIDTH,
      height: HEIGHT,
      ratio,
      camera: { centre: [120.2, 31.1], zoom },
    }
    const { png } = await opened.page.evaluate(
      ([name, options]) => (window as unknown as { drawLevel: Draw }).drawLevel(name, options),
      [level, wanted] as const,
    )
    return PNG.sync.read(Buffer.from(png.split(',')[1]!, 'base64'))
  }

  /** Brightness along a line of pixels; dots are summed over a whole period, for a single row may miss them. */
  function profile(png: PNG, along: 'row' | 'column', depth: number): number[] {
    const length = along === 'row' ? png.width : png.height
    return Array.from({ length }, (_, i) => {
      let sum = 0
      for (let j = 0; j < depth; j++) {
        const [x, y] = along === 'row' ? [i, 100 + j] : [100 + j, i]
        const at = (y * png.width + x) * 4
        sum += png.data[at]! + png.data[at + 1]! + png.data[at + 2]!
      }
      return sum
    })
  }

  for (const level of ['sealed', 'controlled', 'precaution'] as const)
    test.each([
      [11, 1],
      [11.5, 1],
      [11.9, 1],
      [11.5, 2],
    ])(`${level} at zoom %d and ratio %d`, async (zoom, ratio) => {
      const png = await green(level, zoom, ratio)
      expect([png.width, png.height]).toEqual([WIDTH * ratio, HEIGHT * ratio])
      for (const along of ['row', 'column'] as const) {
        const depth = level === 'precaution' ? 3 * ratio : 1
        const { period, coherence } = periodOf(profile(png, along, depth), PERIOD[level] * ratio)
        expect(period / ratio).toBeGreaterThan(PERIOD[level] * 0.985)
        expect(period / ratio).toBeLessThan(PERIOD[level] * 1.015)
        expect(coherence).toBeGreaterThan(0.8)
      }
    })
})
