import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { cssVariables } from '../../../src/ui/theme'
import { demoPreview } from '../../../src/views/first-run/demo-preview'
import { printCamera, readCamera } from '../../../src/views/shell/address'

const DEMO = join(__dirname, '../../../public/demo/lanxi')

describe('V40 address', () => {
  test('a camera is read as it was printed; what is no camera is null', () => {
    expect(readCamera(printCamera([118.21, 31.25], 11.4))).toEqual({ centre: [118.21, 31.25], zoom: 11.4 })
    for (const text of ['', '1,2', '200,0,3', '0,89,3', '0,0,-1', 'a,b,c', '0,0,3,4', 'NaN,0,1']) {
      expect(readCamera(text)).toBeNull()
    }
  })
})

describe('V41 theme', () => {
  test('every token becomes a variable of its own', () => {
    const variables = cssVariables('dark')
    expect(variables['--line-strong']).toBe('#3A4856')
    expect(variables['--sealed-hatch']).toBe('0.34')
    expect(Object.keys(cssVariables('light')).sort()).toEqual(Object.keys(variables).sort())
  })
})

describe('V42 first run', () => {
  const names = readdirSync(DEMO).filter((name) => name.endsWith('json'))
  const archive = zipSync(Object.fromEntries(names.map((name) => [name, readFileSync(join(DEMO, name))])))
  const preview = demoPreview(archive, { width: 744, height: 404 })

  test('counts what the demo pack holds', () => {
    const { features } = JSON.parse(readFileSync(join(DEMO, 'places.geojson'), 'utf8')) as {
      features: { properties: { kind: string } }[]
    }
    const count = (kind: string): number =>
      features.filter(({ properties }) => properties.kind === kind).length
    expect(preview.counts).toMatchObject({
      towns: count('town'),
      villages: count('village'),
      compounds: count('compound'),
    })
    expect(preview.counts.zones).toBe(16)
  })

  test('draws every level inside the picture', () => {
    expect(preview.zones.map(({ level }) => level)).toEqual(['precaution', 'controlled', 'sealed'])
    for (const path of [preview.district, ...preview.zones.map(({ path }) => path)]) {
      const numbers = path.match(/-?\d+\.\d/g)!.map(Number)
      expect(numbers.length).toBeGreaterThan(20)
      numbers.forEach((value, index) => {
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(index % 2 === 0 ? 744 : 404)
      })
    }
  })

  test('what is no pack is no preview', () => {
    expect(() => demoPreview(zipSync({ 'a.txt': new Uint8Array(3) }), { width: 10, height: 10 })).toThrow()
  })
})
