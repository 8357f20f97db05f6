import { strToU8, type Zippable, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { zipOf } from '../../../src/export/pack'
import { unpack } from '../../../src/import/files/zip'
import { codesOf, planOf } from '../../helpers/pack-input'

const CASES = 'id,reportedAt\nC1,2022-05-01\nC2,2022-05-02\n'
const OTHER = 'id,reportedAt\nD1,2022-05-03\nD2,2022-05-04\n'

/** A copy of the archive, written into at every place where `mark` stands (least 4 bytes). */
function altered(zip: Uint8Array, at: number, change: (view: DataView, at: number) => void): Uint8Array {
  const copy = zip.slice()
  change(new DataView(copy.buffer), at)
  return copy
}

/** Offsets of the local headers, then of the entries of the directory, in the order of the archive. */
function headersOf(zip: Uint8Array, signature: number): number[] {
  const view = new DataView(zip.buffer, zip.byteOffset)
  const found: number[] = []
  for (let at = 0; at + 4 <= zip.length; at += 1) if (view.getUint32(at, true) === signature) found.push(at)
  return found
}

const LOCAL = 0x04034b50
const ENTRY = 0x02014b50

/** Two files whose names are of one length, the second then renamed to `name` in both of its headers. */
function withName(name: string, first = 'cases.csv'): Uint8Array {
  const placeholder = 'x'.repeat(strToU8(name).length)
  const zip = zipSync({ [first]: strToU8(CASES), [placeholder]: strToU8(OTHER) }).slice()
  for (const [signature, length] of [
    [LOCAL, 30],
    [ENTRY, 46],
  ] as const)
    zip.set(strToU8(name), headersOf(zip, signature)[1]! + length)
  return zip
}

const refusedWith = async (zip: Uint8Array): Promise<(string | null)[]> => {
  const { files, problems } = await unpack({ path: 'a.zip', bytes: zip })
  expect(files).toEqual([])
  expect(problems).toHaveLength(1)
  return [problems[0]!.code, problems[0]!.seen]
}

describe('what an archive states is held to', () => {
  test('I30 a byte flipped in a stored file is damage, named with the file', async () => {
    const zip = zipSync({ 'cases.csv': strToU8(CASES), 'b.csv': strToU8('x') }, { level: 0 })
    const flipped = altered(zip, zip.indexOf(0x43, 60), (view, at) => view.setUint8(at, 0x58))
    expect(await refusedWith(flipped)).toEqual(['zip-damaged', 'cases.csv'])
    const plan = await planOf({ 'a.zip': flipped })
    expect(codesOf(plan)).toEqual(['a.zip:- zip-damaged'])
    expect(plan.drafts).toEqual([])
  })

  test('I30 no flipped byte yields other content than was packed', async () => {
    const zip = zipSync({ 'cases.csv': strToU8(CASES.repeat(4)), 'b.csv': strToU8('x,y\n1,2\n') })
    const whole = new Map((await unpack({ path: 'a', bytes: zip })).files.map((f) => [f.path, f.bytes]))
    for (let at = 0; at < zip.length; at += 1) {
      const { files } = await unpack({
        path: 'a.zip',
        bytes: altered(zip, at, (view) => view.setUint8(at, view.getUint8(at) ^ 0x40)),
      })
      for (const { path, bytes } of files) if (whole.has(path)) expect(bytes).toEqual(whole.get(path))
    }
  })

  test.each([
    ['less', 5],
    ['more', 500],
  ])('I30 a file that unpacks to something else than stated is damage: stated %s', async (_, size) => {
    const zip = zipSync({ 'cases.csv': strToU8(CASES) })
    const lying = zip.slice()
    for (const [signature, offset] of [
      [LOCAL, 22],
      [ENTRY, 24],
    ] as const)
      new DataView(lying.buffer).setUint32(headersOf(zip, signature)[0]! + offset, size, true)
    expect(await refusedWith(lying)).toEqual(['zip-damaged', 'cases.csv'])
  })

  test('I30 a bomb that states a small size is damage, not data', async () => {
    const zip = zipSync({ 'cases.csv': new Uint8Array(4_000_000) }).slice()
    for (const [signature, offset] of [
      [LOCAL, 22],
      [ENTRY, 24],
    ] as const)
      new DataView(zip.buffer).setUint32(headersOf(zip, signature)[0]! + offset, 1000, true)
    expect(await refusedWith(zip)).toEqual(['zip-damaged', 'cases.csv'])
  })

  test('I30 a directory that disagrees with its files is refused and says in what', async () => {
    const zip = zipSync({ 'cases.csv': strToU8(CASES) })
    const renamed = altered(zip, headersOf(zip, ENTRY)[0]! + 46, (view, at) => view.setUint8(at, 0x62))
    expect(await refusedWith(renamed)).toEqual(['broken-zip', expect.stringContaining('bases.csv')])
  })

  test('I30 a file cut off in the middle, its directory still there, is refused', async () => {
    const zip = zipSync({ 'cases.csv': strToU8(CASES.repeat(50)) }, { level: 0 })
    const cut = new Uint8Array([...zip.subarray(0, 200), ...zip.subarray(700)])
    const [code] = await refusedWith(cut)
    expect(['broken-zip', 'zip-damaged']).toContain(code)
  })

  test.each([
    ['cases.csv', 'cases.csv'],
    ['./cases.csv', 'cases.csv · ./cases.csv'],
    ['Cases.CSV', 'cases.csv · Cases.CSV'],
  ])('I30 two entries of one name: %s beside cases.csv', async (name, seen) => {
    expect(await refusedWith(withName(name))).toEqual(['zip-name-twice', seen])
  })

  test('I30 two entries of one name: a backslash for a slash', async () => {
    const zip = withName('places\\a.geojson', 'places/a.geojson')
    expect(await refusedWith(zip)).toEqual(['zip-name-twice', 'places/a.geojson · places\\a.geojson'])
  })

  test('I30 an entry that is a link is refused alone', async () => {
    const zip = zipSync({
      'cases.csv': strToU8(CASES),
      'places.csv': [strToU8('../../etc/passwd'), { os: 3, attrs: 0o120777 << 16 }],
    })
    const { files, problems } = await unpack({ path: 'a.zip', bytes: zip })
    expect(files.map(({ path }) => path)).toEqual(['cases.csv'])
    expect(problems.map(({ code, seen }) => [code, seen])).toEqual([['unsafe-path', 'places.csv']])
  })

  test('I30 a file that calls itself a folder is not passed over', async () => {
    const zip = zipSync({ 'cases.csv': strToU8(CASES) })
    const flagged = altered(zip, headersOf(zip, ENTRY)[0]!, (view, at) => view.setUint32(at + 38, 0x10, true))
    expect(await refusedWith(flagged)).toEqual(['broken-zip', 'cases.csv'])
  })

  test('I30 an archive without any file says so', async () => {
    const archives: Zippable[] = [{}, { 'a/': new Uint8Array() }, { '__MACOSX/x': strToU8('x') }]
    for (const files of archives)
      expect((await unpack({ path: 'a.zip', bytes: zipSync(files) })).problems).toMatchObject([
        { file: 'a.zip', code: 'empty-file' },
      ])
  })

  test('I30 names of Chinese Windows without the UTF-8 mark are read', async () => {
    const zip = withName('说明\u0020.txt'.replace(' ', ''))
    const gb18030 = [0xcb, 0xb5, 0xc3, 0xf7, 0x2e, 0x74, 0x78, 0x74, 0x21, 0x21]
    for (const [signature, length] of [
      [LOCAL, 30],
      [ENTRY, 46],
    ] as const)
      zip.set(gb18030, headersOf(zip, signature)[1]! + length)
    const { files } = await unpack({ path: 'a.zip', bytes: zip })
    expect(files.map(({ path }) => path)).toEqual(['cases.csv', '说明.txt!!'])
  })

  test('I30 what we write reads back', async () => {
    const written = new Map<string, string | Uint8Array>([
      ['log.ndjson', '{"a":1}\n'],
      ['说明/空.csv', ''],
      ['bytes.bin', Uint8Array.from({ length: 70_000 }, (_, i) => (i * i) % 251)],
    ])
    const { files, problems } = await unpack({ path: 'a.zip', bytes: zipOf(written) })
    expect(problems).toEqual([])
    expect(files).toHaveLength(written.size)
    for (const { path, bytes } of files) {
      const content = written.get(path)!
      expect(bytes).toEqual(typeof content === 'string' ? strToU8(content) : content)
    }
  })
})
