import { describe, expect, test } from 'vitest'
import { caseNumbersIn } from '../../../../src/log/personal/case-numbers'
import { isIdentityNumber } from '../../../../src/log/personal/identity-number'
import { isNumberOfPerson } from '../../../../src/log/personal/kept-text'
import { holdsNumbers, withoutNumbers } from '../../../../src/log/personal/numbers'

describe('numbers that lead to a person, however they are written', () => {
  test.each([
    '138_1234_5678',
    '138、1234、5678',
    '138*1234*5678',
    '138，1234，5678',
    '138/1234/5678',
    '138|1234|5678',
    '138~1234~5678',
    '138 - 1234 - 5678',
    '1381234 5678',
    '138 12345678',
    '138.123.45678',
    '1_3_8_1_2_3_4_5_6_7_8',
    '1.3.8.1.2.3.4.5.6.7.8',
    '138\u200b1234\u200b5678',
    '1\u200d3\u200d8\u200d12345678',
    '138\ufeff12345678',
    '138\u00ad1234\u00ad5678',
    '138\u20601234\u20605678',
    '１３８１２３４５６７８',
    '①③⑧①②③④⑤⑥⑦⑧',
    '❶❸❽❶❷❸❹❺❻❼❽',
    '➊➌➑➊➋➌➍➎➏➐➑',
    '1️⃣3️⃣8️⃣12345678',
    '⑴⑶⑻⑴⑵⑶⑷⑸⑹⑺⑻',
    '⒈⒊⒏⒈⒉⒊⒋⒌⒍⒎⒏',
    '一三八一二三四五六七八',
    '幺三八幺二三四五六七八',
    '壹叁捌壹贰叁肆伍陆柒捌',
    '一三八 一二三四 五六七八',
    '1三8一2三4五6七8',
    '一三八12345678',
    '〇三九五三四五六七八九',
    '١٣٨١٢٣٤٥٦٧٨',
    '+86-138_1234_5678',
    '86 138、1234、5678',
    '0395_3456789',
    '110101.19900307.1234',
    '110101/19900307/1234',
    '110101_19900307_1234',
    '110101 1990 0307 1234',
    '1 1 0 1 0 1 1 9 9 0 0 3 0 7 1 2 3 4',
    '110101、19900307、123X',
    '110101\u200b199003071234',
    '一一〇一〇一一九九〇〇三〇七一二三四',
  ])('I145 %j is taken out', (text) => {
    expect([holdsNumbers(text), holdsNumbers(`联系${text}，速办`)]).toEqual([true, true])
    expect(withoutNumbers(`联系${text}，速办`)).not.toMatch(/5678|3456789|19900307|1234|五六七八/)
  })

  test.each([
    '2022-07-09 15:30',
    '2022年7月9日17时30分',
    '13,812,345,678元',
    '应采 1,871 人，已采 1,650 人',
    '113.986998,33.508377',
    '113.986998,33.508377;113.987001,33.508380',
    '12、13、15、16号楼',
    '1-3、5、7、9号楼',
    '二〇二二年七月九日',
    '一二三四五',
    '第三轮 13:00-15:00',
    '411104102222',
    '411104',
    '0000000012',
    '较昨日+12，2022-05-01',
    '1.5 2.5 3.5 4.5 5.5',
  ])('I145 %j stays', (text) => {
    expect(withoutNumbers(text)).toBe(text)
  })
})

describe('numbers of cases', () => {
  test('I146 an identity number has a region, a day of birth and its check digit', () => {
    expect(isIdentityNumber('11010519491231002X')).toBe(true)
    expect(isIdentityNumber('440524188001010014')).toBe(false)
    expect(isIdentityNumber('110105194912310021')).toBe(false)
    expect(isIdentityNumber('99010519491231002X')).toBe(false)
    expect(isIdentityNumber('11010519491331002X')).toBe(false)
  })

  const kept = (column: readonly string[]): string[] => column.filter(caseNumbersIn(column))

  test.each([
    [['D220501012']],
    [['D220501012', 'D220502001', 'D220503017']],
    [['41110420220709001', '41110420220710001']],
    [['411104202207090011', '411104202207090012', '411104202207100013', '411104202207100014']],
    [['411104220709001', '411104220709002']],
    [['C12345678', 'C12345679', 'C12345681']],
    [['E22050101', 'E22050102']],
    [['A1234501', 'A1234502', 'A1234507', 'A1234511']],
    [['4111042022070901', '4111042022070902']],
  ])('I146 %j are kept', (column) => {
    expect(kept(column)).toEqual(column)
  })

  test.each([
    [['C12345678']],
    [['E12345678', 'G98765432', 'H45612378']],
    [['E12345678', 'E98765432', 'E45612378']],
    [['13812345678', '13812345679', '13812345680']],
    [['411104199003071234', '411104198503071236', '411104197003071238']],
    [['110105202203010021']],
    [['11010519491231002X']],
    [['张三1', '张三2', '张三3']],
  ])('I146 %j are not by that', (column) => {
    expect(kept(column)).toEqual([])
  })

  test('I146 a list that counts up is looked at to its end, however long it is', () => {
    const numbers = Array.from({ length: 250_000 }, (_, i) => `BL${String(i + 1).padStart(7, '0')}`)
    const isNumber = caseNumbersIn(numbers)
    expect(numbers.filter((number) => !isNumber(number))).toEqual([])
    expect(isNumber('BM0200000')).toBe(false)
    expect(isNumber('13812345678')).toBe(false)
    // permits here and there do not count up
    const permits = numbers.map((_, i) => `K${String((i * 7_919_993) % 10_000_000).padStart(7, '0')}`)
    expect(permits.slice(0, 50).filter(caseNumbersIn(permits.slice(0, 4_000)))).toEqual([])
  })

  test('I146 an identity number among the numbers of cases is none of them', () => {
    const column = [
      'D220501012',
      'D220501013',
      'D220502001',
      'D220502002',
      '11010519491231002X',
      '13812345678',
    ]
    expect(kept([...column, 'D220503001', 'D220503002', 'D220503003', 'D220503004'])).not.toContain(
      '11010519491231002X',
    )
    const counting = Array.from({ length: 40 }, (_, at) => `4111042022070900${String(at + 10)}`)
    const child = '110105202203010021'
    expect(isIdentityNumber(child)).toBe(true)
    expect(kept([...counting, child])).toEqual(counting)
  })
})

test('I145 the code of a village with a number set off is the code of a place; a number of a person is parted elsewhere', () => {
  const code = { name: 'code' }
  for (const one of ['411104100200-100', '411104100201_101', '411104100200-100;411104100201-101'])
    expect(isNumberOfPerson(code, one), one).toBe(false)
  for (const one of ['411104-19900307-1234', '13812345678', '411104199003071234', '138-1234-5678'])
    expect(isNumberOfPerson(code, one), one).toBe(true)
  expect(isNumberOfPerson({ name: 'id' }, '411104199003071234')).toBe(true)
})
