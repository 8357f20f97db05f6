import { describe, expect, test } from 'vitest'
import { encodingOf, readText } from '../../../src/formats/text'
import { encoded } from '../../helpers/encoded'

const SIMPLE =
  '序号,现住址,报告日期,诊断类型\n1,召陵区天桥街街道铁新村1号,2022-07-05,确诊病例\n2,范庄村,2022-07-06,无症状感染者\n'
const TRADITIONAL =
  '編號,地址,日期,類型\n1,臺南市東區大同里,2015-09-01,確診\n2,臺南市北區賢北里,2015-09-02,疑似\n'

describe('encodings', () => {
  test.each([
    ['utf-8', 'utf-8', SIMPLE],
    ['utf-8-bom', 'utf-8', SIMPLE],
    ['gb18030', 'gb18030', SIMPLE],
    ['gb18030', 'gb18030', TRADITIONAL],
    ['big5', 'big5', TRADITIONAL],
    ['utf-16le', 'utf-16le', SIMPLE],
    ['utf-16le-bom', 'utf-16le', TRADITIONAL],
    ['utf-16be-bom', 'utf-16be', SIMPLE],
    ['utf-16le', 'utf-16le', 'id,place\nC1,V1\n'],
  ] as const)('I81 %s is read as %s', (as, is, text) => {
    const read = readText(encoded(text, as))
    expect(read).toEqual({ ok: true, value: { text, encoding: is } })
  })

  test('I81 a character of four bytes is GB18030', () => {
    const bytes = Uint8Array.from([...encoded('名称\n张', 'gb18030'), 0x95, 0x32, 0x82, 0x36])
    expect(readText(bytes)).toEqual({ ok: true, value: { text: '名称\n张𠀀', encoding: 'gb18030' } })
  })

  test('I81 UTF-8 with a fault is refused with its place, not read as something else', () => {
    const bytes = encoded(SIMPLE, 'utf-8')
    const place = bytes.length - 20
    bytes[place] = 0xff
    expect(readText(bytes)).toMatchObject({ ok: false, code: 'not-utf8' })
    const cut = encoded(SIMPLE, 'utf-8').subarray(0, 40)
    expect(readText(cut)).toMatchObject({ ok: false, code: 'not-utf8' })
    const marked = Uint8Array.of(0xef, 0xbb, 0xbf, 0x69, 0x64, 0xff)
    expect(readText(marked)).toEqual({ ok: false, code: 'not-utf8', seen: 'byte 5: 0xff' })
  })

  test('I81 bytes of no encoding are refused', () => {
    const bytes = Uint8Array.of(0x69, 0x64, 0x0a, 0xff, 0xff, 0x80, 0x80)
    expect(readText(bytes)).toEqual({ ok: false, code: 'no-encoding', seen: 'byte 3: 0xff' })
    expect(encodingOf(bytes)).toBeNull()
  })

  test('I81 nothing and blanks are an empty file', () => {
    expect(readText(new Uint8Array())).toEqual({ ok: false, code: 'empty-file', seen: null })
    expect(readText(encoded(' \n ', 'utf-8'))).toEqual({ ok: false, code: 'empty-file', seen: null })
  })
})

test('I81 names behind more coordinates than are looked at decide as well', () => {
  const behind = (names: Uint8Array): Uint8Array => {
    const numbers = new TextEncoder().encode('[114.0123,33.5],'.repeat(20_000))
    return Uint8Array.from([...numbers, ...names])
  }
  const names = '大同里永和里中正里信義里文山里松山里內湖里士林里'
  for (const encoding of ['gb18030', 'big5', 'utf-8'] as const)
    expect(encodingOf(behind(encoded(names, encoding)))).toBe(encoding)
  const cut = encoded(names.repeat(4), 'utf-8').slice(0, -1)
  expect(readText(behind(cut))).toMatchObject({ ok: false, code: 'not-utf8' })
})
