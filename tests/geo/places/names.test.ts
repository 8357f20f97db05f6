import { describe, expect, test } from 'vitest'
import { codesMeant, hierarchyOf, namesOf, type PlaceKind } from '#geo'
import { plainCode, plainName, spacedName } from '../../../geo/places/spelling'
import { aPlace } from '../../helpers/facts'

const of = (code: string, name: string, kind: PlaceKind, aliases: string[] = []) =>
  aPlace({ code, name, kind, aliases, parent: code.length > 2 ? code.slice(0, -2) : null })
const hierarchy = hierarchyOf([
  of('33', '澜溪区', 'district'),
  of('3301', '文昌街道', 'town', ['文昌']),
  of('3302', '东门镇', 'town'),
  of('330101', '解放社区', 'village'),
  of('330102', '西南村', 'village'),
  of('330201', '柳塘村', 'village'),
  of('33010101', '锦绣苑', 'compound'),
  of('33010102', '锦绣苑东区', 'compound'),
  of('33010103', '张杨路100弄', 'compound'),
  of('33010104', '张杨路1000弄', 'compound', ['泾南公寓']),
  of('33010105', '曹杨二村', 'compound'),
  of('33010106', '曹杨十二村', 'compound'),
  of('33010107', '阳光小区', 'compound'),
  of('33020101', '江畔新村', 'compound'),
  of('33020102', '和平路25号院', 'compound', ['和平路25号']),
  of('3301010101', '2号楼', 'building'),
  of('3301010102', '12号楼', 'building'),
  of('3301010103', '112幢', 'building'),
  of('3302010101', '南5号楼', 'building'),
  of('330101010301', '1单元', 'unit'),
  of('3301010301', '25号', 'building'),
  of('3301010302', '425号', 'building'),
])
const names = namesOf(hierarchy)
const codes = (text: string): readonly string[] => {
  const found = names.find(text)
  return found?.isWhole ? found.codes : []
}

describe('names in texts', () => {
  test.each([
    ['锦绣苑12号楼', '3301010102'],
    ['锦绣苑2号楼', '3301010101'],
    ['锦绣苑 112 号楼', '3301010103'],
    ['锦绣苑22号楼', '33010101'],
    ['张杨路100弄425号', '3301010302'],
    ['张杨路100弄25号301室', '3301010301'],
    ['张杨路100弄5号', '33010103'],
    ['张杨路1000弄25号', '33010104'],
    ['张杨路1000弄', '33010104'],
    ['曹杨十二村2号', '33010106'],
    ['曹杨2村12号', '33010105'],
    ['锦绣苑2-1201', '3301010101'],
    ['锦绣苑12-2', '3301010102'],
  ])('J7 a number is matched whole: %s', (text, code) => expect(codes(text)).toEqual([code]))

  test.each(['张杨路100号', '张杨路10弄', '曹杨村', '曹杨22村', '张杨路1001弄', '张杨路100支弄25号'])(
    'J7 another number, or another word behind it, is another place: %s',
    (text) => expect(codes(text)).toEqual([]),
  )

  test.each([
    '11 1号院',
    '西南村11 1号院',
    '西南村1 1号院',
    '西南村1 1 号院',
    '西南村11-1号院',
    '西南村十一 一号院',
  ])('J7 a name that begins with a number may be the rest of another one: %s', (text) => {
    const yards = namesOf(
      hierarchyOf([
        of('3301', '文昌街道', 'town'),
        of('330102', '西南村', 'village'),
        of('33010201', '1号院', 'compound'),
        of('33010202', '111号院', 'compound'),
      ]),
    )
    const found = yards.find(text)
    expect(found?.isWhole ? found.codes : []).toEqual([])
    expect(yards.find('西南村11组1号院')).toMatchObject({ isWhole: true, codes: ['33010201'] })
  })

  const numbered = namesOf(
    hierarchyOf([
      of('33', '澜溪区', 'district'),
      of('3301', '东门街道', 'town', ['东门']),
      of('3302', '里亭街道', 'town'),
      of('330101', '解放社区', 'village'),
      of('330102', '曹杨村', 'village'),
      of('33010101', '里河小区', 'compound'),
      of('33010102', '十里河小区', 'compound'),
      of('33010103', '锦绣苑', 'compound'),
      of('33010104', '锦绣花苑', 'compound'),
      of('33010105', '锦绣花苑二期', 'compound'),
      of('33010106', '锦绣花苑北区', 'compound'),
      of('33010107', '阳光小区', 'compound'),
      of('33010108', '阳光1000', 'compound'),
      of('33010109', '金桂', 'compound'),
      of('33010110', '金桂3号院', 'compound'),
      of('33010201', '曹杨二村', 'compound'),
      ...['33010103', '33010104', '33010109'].flatMap((code) =>
        [2, 3, 14].map((number) => of(`${code}${10 + number}`, `${number}号楼`, 'building')),
      ),
    ]),
  )
  const certain = (text: string): readonly string[] => {
    const found = numbered.find(text)
    return found?.isWhole ? found.codes : []
  }

  test.each([
    ...['东门街道五十里河小区', '东门街道50里河小区', '东门街道５０ 里河小区', '东门街道二里河小区'],
    ...['东门街道A里河小区', '解放社区十二里河小区', '东门街道五十、里河小区', '东门街道8号里河小区'],
    ...['东门街道人民路8号5里河小区', '锦绣苑2号楼五里亭街道', '10000里河小区', '东门街道东2里河小区'],
  ])('J3 J7 a number before a name may be the begin of a longer one: %s', (text) => {
    expect(certain(text)).toEqual([])
    expect(numbered.like(text).length).toBeGreaterThan(0)
  })

  test.each([
    ...['锦绣苑2', '锦绣苑 12', '锦绣苑二三号楼', '锦绣苑A14号楼', '锦绣苑二房', '锦绣苑一百二号楼'],
    ...['曹杨二', '曹杨2', '阳光100', '阳光10000', '金桂3号', '金桂3', '锦绣花苑2', '锦绣苑1 2号楼'],
  ])('J3 J7 a number behind a name may be the rest of a longer one: %s', (text) => {
    expect(certain(text)).toEqual([])
    expect(numbered.like(text).length).toBeGreaterThan(0)
  })

  test.each([
    ...[
      ['东门街道，十里河小区', '33010102'],
      ['解放社区3组里河小区', '33010101'],
      ['东门街道8号，里河小区', '33010101'],
      ['锦绣苑2号楼（东门街道）', '3301010312'],
      ['锦绣苑2号楼201（东门街道）', '3301010312'],
      ['锦绣苑2-201东门街道', '3301010312'],
      ['锦绣苑3 201', '33010103'],
      ['锦绣苑201', '33010103'],
    ],
    ...[
      ['锦绣苑一百零二号楼', '33010103'],
      ['锦绣苑一〇二室', '33010103'],
      ['阳光三号楼', '33010107'],
      ['100045东门街道里河小区', '33010101'],
      ['东门人民路八号里河小区', '33010101'],
    ],
  ])('J7 J12 a number that is told apart from names is none of theirs: %s', (text, code) =>
    expect(certain(text)).toEqual([code]),
  )

  test.each([
    ['锦绣苑北门2号楼', '3301010312'],
    ['东门街道锦绣苑东门十四号楼', '3301010324'],
    ['锦绣苑大门3栋201室', '3301010313'],
    ['锦绣苑北门5号楼', '33010103'],
    ['锦绣花苑南门2号楼', '3301010412'],
  ])('J8 a gate between a compound and its building is no letter too many: %s', (text, code) =>
    expect(certain(text)).toEqual([code]),
  )

  test.each([
    ...['锦绣苑南区2号楼', '锦绣苑二期2号楼', '锦绣花苑一期2号楼', '锦绣苑北门', '锦绣苑北门路2号'],
    ...['锦绣花苑北门2号楼', '锦绣苑北门2', '锦绣苑北门新村2号楼', '东门2号楼'],
  ])('J3 J8 a part that may belong to another compound is open, with what it may mean: %s', (text) => {
    expect(certain(text)).toEqual([])
    expect(numbered.like(text).length).toBeGreaterThan(0)
  })

  test('J7 numbers that a space, a hyphen or the script keeps apart are not one', () => {
    expect(spacedName('锦绣苑 1 2号楼')).toBe('锦绣苑1 2号楼')
    expect(spacedName('１２－３号')).toBe('12-3号')
    expect(spacedName('十二3')).toBe('12 3')
    expect(plainName('012号楼')).toBe('12号楼')
    expect(['二十一', '一百零二', '一〇二', '廿三', '十'].map(plainName)).toEqual([
      '21',
      '102',
      '102',
      '23',
      '10',
    ])
    expect(plainName('百十')).toBe('百十')
    expect(plainCode('A一')).not.toBe(plainCode('A1'))
    expect(plainCode('411104 001')).toBe('411104001')
    expect(plainCode('1 1')).not.toBe(plainCode('11'))
  })

  test('J8 the compound decides before the building: one alone is nobody’s, two of them are their compound', () => {
    expect(codes('12号楼')).toEqual([])
    expect(names.like('12号楼')).toEqual(['3301010102'])
    expect(codes('文昌街道12号楼')).toEqual([])
    expect(codes('某某苑12号楼')).toEqual([])
    expect(codes('锦绣苑2号楼12号楼')).toEqual(['33010101'])
    expect(codes('锦绣苑2、12号楼')).toEqual(['33010101'])
    expect(codes('锦绣苑112幢1单元')).toEqual(['330101010301'])
    expect(codes('锦绣苑112幢2单元')).toEqual(['3301010103'])
    expect(codes('1单元')).toEqual([])
  })

  test.each([
    '12幢',
    '12栋',
    '12座',
    '12#',
    '十二号楼',
    '１２号楼',
    '012号楼',
    ' 12 号 楼 ',
    '12#201',
    '12号',
  ])('J8 the words for a building are one: %s', (building) =>
    expect(codes(`锦绣苑${building}`)).toEqual(['3301010102']),
  )

  test.each([
    ['西南村村民委员会', '330102'],
    ['西南村委会', '330102'],
    ['西南行政村', '330102'],
    ['西南', '330102'],
    ['解放社区居民委员会', '330101'],
    ['解放社区居委会', '330101'],
    ['解放居委会', '330101'],
    ['文昌街道办事处', '3301'],
    ['东门镇人民政府', '3302'],
    ['文昌街道解放社区居委会锦绣苑', '33010101'],
    ['东门镇柳塘村民委员会江畔新村3栋', '33020101'],
  ])('J11 an office is the place it serves: %s', (text, code) => {
    expect(codes(text)).toEqual([code])
    expect(codesMeant(hierarchy, text, null)).toEqual([code])
  })

  test.each([
    ['上海市澜溪区文昌街道解放社区锦绣苑12号楼201室', '3301010102'],
    ['澜溪区人民路88号锦绣苑', '33010101'],
    ['人民路88弄3号锦绣苑12号楼', '3301010102'],
    ['锦绣苑小区', '33010101'],
    ['阳光3栋', '33010107'],
    ['文昌东街8号江畔新村', '33020101'],
    ['现住址：锦绣苑12号楼（业主）', '3301010102'],
    ['西南村3组12号', '330102'],
    ['西南村3鄰12號', '330102'],
    ['锦绣苑12號樓', '3301010102'],
    ['锦绣苑十二号', '3301010102'],
    ['锦绣苑二幢', '3301010101'],
    ['锦绣苑A座', '33010101'],
    ['江畔新村南5幢', '3302010101'],
    ['锦绣苑二单元', '33010101'],
    ['锦绣苑2、12号楼二', '33010101'],
    ['西南村三12号', '330102'],
    ['文昌街道人民路88号锦绣苑', '33010101'],
  ])('J12 every letter is accounted for: %s', (text, code) => expect(codes(text)).toEqual([code]))

  test.each([
    ['新锦绣苑', '33010101'],
    ['锦绣苑二期', '33010101'],
    ['锦绣苑对面', '33010101'],
    ['锦苑', '33010101'],
    ['锦绣园', '33010101'],
    ['阳光花苑3栋', '33010107'],
    ['文昌街道锦苑12号楼', '33010101'],
    ['青浦区锦绣苑', '33010101'],
    ['苏州市锦绣苑', '33010101'],
    ['长江路锦绣苑', '33010101'],
    ['文昌街道人民路88号', '3301'],
    ['文昌街道12号', '3301'],
    ['锦绣苑二', '33010101'],
    ['锦绣苑第二', '33010101'],
    ['锦绣苑Ⅱ', '33010101'],
    ['锦绣苑A', '33010101'],
    ['锦绣苑东2号楼', '33010101'],
    ['锦绣苑二2号楼', '33010101'],
    ['锦绣苑一12号楼', '33010101'],
    ['锦绣苑二201室', '33010101'],
    ['锦绣苑北环路12号', '33010101'],
    ['锦绣苑12号楼北环路12号', '33010101'],
    ['锦绣苑文昌路1342弄', '33010101'],
    ['锦绣苑文昌街道北环路12号', '33010101'],
    ['张杨路100弄文昌路1342号', '33010103'],
  ])(
    'J3 J12 a letter that nothing accounts for leaves the line open, with what it may mean: %s',
    (text, first) => {
      expect(codes(text)).toEqual([])
      expect(names.like(text)[0]).toBe(first)
    },
  )

  test('J3 names that look like what stands before a building are offered, a figure before it too', () => {
    const parts = namesOf(
      hierarchyOf([
        of('33', '澜溪区', 'district'),
        of('3301', '苇川镇', 'town'),
        of('330101', '东方苑', 'compound'),
        of('330102', '东方苑南苑', 'compound'),
      ]),
    )
    expect(parts.find('苇川镇东方苑一14号楼')?.isWhole).toBe(false)
    expect(parts.like('苇川镇东方苑一14号楼')).toEqual(['330101', '330102', '3301'])
  })

  test('J12 full names against each other are all meant; a road called like a town contradicts nothing', () => {
    expect(codes('东门镇锦绣苑')).toEqual(['33010101', '3302'])
    expect(codes('锦绣苑、江畔新村')).toEqual(['33010101', '33020101'])
    expect(codes('文昌路8号江畔新村')).toEqual(['33020101'])
    expect(codes('和平路25号锦绣苑')).toEqual(['33010101', '33020102'])
    expect(codes('和平路25号院锦绣苑')).toEqual(['33010101', '33020102'])
  })

  test('Z51 of a row that is not understood whole the ground that is named in full is meant', () => {
    expect(codesMeant(hierarchy, '文昌街道锦苑12号楼', null)).toEqual(['3301'])
    expect(codesMeant(hierarchy, '西南村王家宅5号', null)).toEqual(['330102'])
    expect(codesMeant(hierarchy, '新锦绣苑', null)).toEqual([])
    expect(codesMeant(hierarchy, '文昌苑3栋', null)).toEqual([])
  })

  test('J12 a word in Latin letters is matched whole', () => {
    const latin = namesOf(
      hierarchyOf([
        of('1', 'Triesen', 'town'),
        of('2', 'Triesenberg', 'town'),
        of('3', 'Nord Rofla', 'town'),
      ]),
    )
    const found = (text: string) => (latin.find(text)?.isWhole ? latin.find(text)!.codes : [])
    expect(found('9495 Triesen, Landstrasse 12')).toEqual(['1'])
    expect(found('Triesenberg')).toEqual(['2'])
    expect(found('Triesenbeg 5')).toEqual([])
    expect(found('NORD-ROFLA')).toEqual(['3'])
  })
})
