import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { planImport } from '../../../src/import/plan'
import { sentenceOf } from '../../../src/import/sentences/sentences'
import { codesOf, planOf } from '../../helpers/pack-input'
import { hasSharedData, sharedData } from '../../helpers/shared-data'

const point = (coordinates: string, properties = '{"名称": "卡点1"}') =>
  `{"type": "Feature",\n "properties": ${properties},\n "geometry": {"type": "Point", "coordinates": ${coordinates}}}`
const collection = (...features: readonly string[]) =>
  `{"type": "FeatureCollection", "features": [\n${features.join(',\n')}\n]}`
const seenIn = async (text: string, name = '卡点.geojson') =>
  (await planOf({ [name]: text })).problems
    .filter(({ severity }) => severity !== 'note')
    .map(({ code, row, seen }) => `${code} ${row ?? '-'} ${seen}`)

describe('what is wrong with a GeoJSON', () => {
  test.each([
    ['a number that is text', '[114, "33"]', 'broken-coordinates 2 7:53 "33"'],
    ['one number', '[114]', 'broken-coordinates 2 7:47 [114]'],
    ['no number but null', '[114, null]', 'broken-coordinates 2 7:53 null'],
    ['lists in lists', '[[114, 33]]', 'broken-coordinates 2 7:47 [[114,33]]'],
  ])('I100 %s is told with line and column, and the other features are taken', async (_, broken, seen) => {
    const text = collection(point('[114, 33]'), point(broken))
    expect(await seenIn(text)).toEqual([seen])
    expect((await planOf({ '卡点.geojson': text })).files).toMatchObject([{ rows: 2, taken: 1, refused: 1 }])
  })

  test.each([
    ['properties that are a list', point('[114, 33]', '[1]'), 'not-a-feature 2 6:16 [1]'],
    ['another type', point('[114, 33]').replace('Feature', 'Featre'), 'not-a-feature 2 5:10 "Featre"'],
    ['no object', 'null', 'not-a-feature 2 5:1 null'],
    ['an unknown geometry', point('[1, 2]').replace('Point', 'Circle'), 'wrong-geometry 2 7:23 "Circle"'],
    ['an id that is no text', point('[114, 33]').replace('{', '{"id": {}, '), 'not-a-feature 2 5:8 {}'],
  ])('I100 a feature with %s is told with line and column', async (_, broken, seen) => {
    expect(await seenIn(collection(point('[114, 33]'), broken))).toEqual([seen])
  })

  test('I100 of a file of which nobody knows what it lists the place is told, and nothing of what stands there', async () => {
    const text = collection(point('[114, "张三丰"]', '{"甲": "李四"}'))
    const { problems } = await planOf({ '甲.geojson': text })
    expect(problems.map(({ code, seen }) => `${code} ${seen}`)).toEqual([
      'kind-unclear 2:1',
      'broken-coordinates 4:53',
    ])
    expect(JSON.stringify(problems)).not.toMatch(/三丰|李四/)
  })

  test('I100 one name twice is refused where it makes the feature, and told where it is a property', async () => {
    const twice = collection(point('[114, 33]')).replace('"features"', '"type": "Feature", "features"')
    expect(await seenIn(twice)).toEqual(['member-twice - 1:31 "type"'])
    const property = collection(point('[114, 33]', '{"名称": "卡点1", "type": "甲", "type": "乙"}'))
    expect(await seenIn(property)).toEqual(['value-twice - 3:43'])
    expect((await planOf({ '卡点.geojson': property })).files).toMatchObject([{ taken: 1 }])
  })

  test('I100 a quotation mark, a bracket or a name within a text is no structure', async () => {
    const text = collection(
      point('[114, 33]', String.raw`{"名称": "卡\\\"}],{点\\", "备": "[[\"type\":", "type": "{"}`),
      point('[114]', '{"名称": "卡点2"}'),
    )
    expect(await seenIn(text)).toEqual(['broken-coordinates 2 7:47 [114]'])
  })

  test('I100 one feature a line has its faults by its line', async () => {
    const lines = ['[114, 33]', '[114, "x"]', '[114, 33.1]'].map((one, i) =>
      point(one, `{"名称": "卡点${i}"}`).replaceAll('\n', ''),
    )
    expect(await seenIn(lines.join('\n'))).toEqual([
      `broken-coordinates 2 2:${lines[1]!.indexOf('"x"') + 1} "x"`,
    ])
  })

  test('I88 a geometry by itself, a collection of them and a list of features are features', async () => {
    const square = '[[[114,33],[114.1,33],[114.1,33.1],[114,33]]]'
    const files = {
      'x.geojson': `{"type":"Polygon","coordinates":${square}}`,
      'y.geojson': `{"type":"GeometryCollection","geometries":[{"type":"Polygon","coordinates":${square}},{"type":"Point","coordinates":[114,33]}]}`,
      '卡点.geojson': `[${point('[114, 33]')}]`,
    }
    const plan = await planOf(files)
    expect(plan.files).toMatchObject([
      { file: 'x.geojson', rows: 1 },
      { file: 'y.geojson', rows: 2 },
      { file: '卡点.geojson', kind: 'facilities', rows: 1, taken: 1 },
    ])
    expect(codesOf(plan)).not.toContain('x.geojson:- not-features')
  })
})

const FOLDER = 'geojsonhint'
const NAMES = ['甲.csv', '乙.xlsx', '丙', '丁.kml', '戊.geojson']

/** The files of one of the folders, each under a name that says nothing of it. */
function given(folder: string): [string, { readonly path: string; readonly bytes: Uint8Array }][] {
  const home = sharedData(join(FOLDER, folder))
  const names = readdirSync(home).filter((name) => name.endsWith('.geojson'))
  return names.map((name, i) => [
    name,
    { path: NAMES[i % NAMES.length]!, bytes: new Uint8Array(readFileSync(join(home, name))) },
  ])
}

describe.skipIf(!hasSharedData(FOLDER))('the files of the validator', () => {
  test('I100 each broken one ends in a sentence with line and column', async () => {
    const broken = given('bad')
    expect(broken).toHaveLength(44)
    for (const [name, { bytes }] of broken) {
      const { problems } = await planImport([{ path: '甲.geojson', bytes }])
      const said = problems.map((one) => sentenceOf(one, 'en'))
      expect(said.join('\n'), name).toMatch(/\b\d+:\d+\b/)
    }
  })

  test('I88 each good one is read, whatever it is called', async () => {
    const good = given('good')
    expect(good).toHaveLength(18)
    for (const [name, file] of good) {
      const plan = await planImport([file])
      const rows = (JSON.parse(new TextDecoder().decode(file.bytes)) as { features?: unknown[] }).features
      expect(plan.files[0]?.rows, name).toBe(rows?.length ?? (name.includes('geometrycollection') ? 2 : 1))
      const refused = plan.problems.filter(
        ({ severity, code }) => severity === 'error' && code !== 'kind-unclear',
      )
      expect(refused, name).toEqual([])
    }
  })
})

test('I88 what begins like a list of objects and is none is refused with its place', async () => {
  for (const text of ['[{"a": 1}]', '{ }', 'null'])
    expect(await seenIn(text, '甲.geojson')).toEqual([expect.stringMatching(/^not-features - 1:1 /)])
})
