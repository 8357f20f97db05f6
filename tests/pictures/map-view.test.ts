import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { installedBrowser } from '../helpers/browser'
import { openPage, type PicturePage } from './browser'

interface Heard {
  select: { kind: string; id: string }[]
  camera: { zoom: number }[]
  legend: { id: string }[][]
  unavailable: unknown[]
}

describe.skipIf(!installedBrowser())('M15 the living map', () => {
  let opened: PicturePage
  const said: string[] = []

  beforeAll(async () => {
    opened = await openPage('view', said)
    await opened.page.waitForSelector('.maplibregl-canvas', { timeout: 120_000 })
    await opened.page.waitForFunction(() => (window as unknown as { heard: Heard }).heard.camera.length > 0)
  })
  afterAll(() => opened?.close())
  afterEach(() => expect(said.filter((text) => /error/i.test(text) && !/404/.test(text))).toEqual([]))

  const heard = <Name extends keyof Heard>(name: Name): Promise<Heard[Name]> =>
    opened.page.evaluate(
      (key) => JSON.parse(JSON.stringify((window as unknown as { heard: Heard }).heard[key])),
      name,
    )

  /** Share of pixels of the map's own canvas, as the page shows it, that are as red as sealed ground. */
  async function red(): Promise<number> {
    const { PNG } = await import('pngjs')
    const png = PNG.sync.read(await opened.page.screenshot())
    let count = 0
    for (let i = 0; i < png.data.length; i += 4)
      if (png.data[i]! > 180 && png.data[i + 1]! < 120 && png.data[i + 2]! < 130) count++
    return count / (png.data.length / 4)
  }

  const until = async (holds: () => Promise<boolean>): Promise<boolean> => {
    for (let i = 0; i < 60; i++) {
      if (await holds()) return true
      await opened.page.waitForTimeout(500)
    }
    return false
  }

  test('it shows the district, tells its legend, and has a name', async () => {
    expect(await until(async () => (await red()) > 0.002)).toBe(true)
    expect((await heard('legend')).at(-1)!.map(({ id }) => id)).toContain('sealed')
    expect(await opened.page.getAttribute('canvas.overlay', 'aria-label')).toBe('澜溪区防控地图')
    expect(await heard('unavailable')).toEqual([])
  })

  test('the keyboard steps through the symbols, says their names and selects', async () => {
    await opened.page.focus('.maplibregl-canvas')
    await opened.page.keyboard.press('.')
    const first = await opened.page.textContent('.said')
    await opened.page.keyboard.press('.')
    expect(first).toBeTruthy()
    expect(await opened.page.textContent('.said')).not.toBe(first)
    await opened.page.keyboard.press(',')
    expect(await opened.page.textContent('.said')).toBe(first)
    await opened.page.keyboard.press('Enter')
    expect((await heard('select')).at(-1)).toHaveProperty('id')
  })

  test('after the graphics card took its memory away, the same map comes back', async () => {
    const before = await red()
    await opened.page.evaluate(() => {
      const canvas = document.querySelector('.maplibregl-canvas') as HTMLCanvasElement
      const lost = canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!
      lost.loseContext()
      setTimeout(() => lost.restoreContext(), 300)
    })
    await opened.page.waitForTimeout(1000)
    expect(await until(async () => Math.abs((await red()) - before) < before * 0.05)).toBe(true)
  })

  test('another instant takes zones away from the picture and from the legend', async () => {
    const before = await red()
    await opened.page.evaluate(() => (window as unknown as { onlyFirstZone: () => void }).onlyFirstZone())
    expect(await until(async () => (await red()) < before * 0.5)).toBe(true)
    expect((await heard('legend')).at(-1)!.map(({ id }) => id)).not.toContain('precaution')
  })
})
