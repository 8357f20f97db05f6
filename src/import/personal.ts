import { isAboutPersons } from '../log/personal/kept-text'
import { holdsName, looksLikeName } from '../log/personal/names'
import { holdsNumbers, withoutNumbers } from '../log/personal/numbers'
import { spellings } from './headers/headers'
import type { RowNote } from './row-note'

/** What a column that leads to persons holds: it is not kept, in no list. */
export type Personal = 'name' | 'number' | 'address'

const NAMES = [
  ...['姓名', '患者姓名', '感染者姓名', '密接姓名', '病例姓名', '联系人', '户主', '监护人', '家长', '家属'],
  ...[
    '法人',
    '法定代表人',
    '被访人',
    '流调员',
    '采样员',
    '司机',
    '驾驶员',
    '身份',
    '籍贯',
    '出生日期',
    '生日',
  ],
  ...['fullname', 'personname', 'patientname', 'birthday', 'dateofbirth', 'dob'],
]
const NUMBERS = [
  ...['电话', '手机', '手机号', '手机号码', '联系电话', '电话号码', '联系方式', '座机', '固定电话', '传真'],
  ...['phone', 'telephone', 'mobile', 'tel', 'cell', 'cellphone', 'fax'],
  ...['身份证', '身份证号', '身份证号码', '证件号', '证件号码', '护照', '护照号', '护照号码', '通行证'],
  ...['微信', '微信号', 'qq', 'qq号', '邮箱', '电子邮箱', '邮件', '银行卡', '银行卡号', '卡号', '银行账号'],
  ...['社保号', '医保号', '社保卡', '医保卡', '车牌', '车牌号', '车牌号码', '车号'],
  ...[
    'idcard',
    'idno',
    'idnumber',
    'identitynumber',
    'nationalid',
    'passport',
    'passportno',
    'passportnumber',
  ],
  ...['wechat', 'ssn', 'email', 'mail', 'bankcard', 'licenseplate', 'platenumber'],
]
const ADDRESSES = [
  ...['家庭住址', '家庭地址', '居住地址', '户籍地址', '户籍地', '门牌号', '房号', '房间号', '工作单位'],
  ...['homeaddress', 'residence', 'employer', 'workplace'],
]
/** Headers that are one of these. The README lists them: a test compares. */
export const WHOLE_HEADERS: Readonly<Record<Personal, readonly string[]>> = {
  name: NAMES,
  number: NUMBERS,
  address: ADDRESSES,
}
/** Headers that say more than the word itself (`密接者姓名`, `家庭电话`). The README lists them too. */
export const IN_HEADERS: Readonly<Record<Personal, readonly string[]>> = {
  name: [
    ...['姓名', '名字', '填报人', '上报人', '报送人', '负责人', '责任人', '经办人', '检查人', '审核人'],
    ...['联系人', '监护人', '网格员', '流调人员', 'fullname', 'firstname', 'lastname', 'givenname'],
    ...['familyname', 'patientname', 'contactname', 'personname', 'surname'],
  ],
  number: [
    ...['家庭电话', '住宅电话', '个人电话', '本人电话', '家属电话', '患者电话', '监护人电话', '联系电话'],
    ...['联系人电话', '移动电话', '工作电话', '单位电话', '办公电话', '电话号码', '手机号', '联系方式'],
    ...['身份证', '证件号', '护照号', '通行证号', '社保号', '医保号', '车牌号', '微信号', '银行卡'],
  ],
  address: ['家庭住址', '家庭地址', '居住地址', '户籍地址'],
}
const SORTS: readonly Personal[] = ['number', 'address', 'name']
/** A count of persons (`负责人数`) names nobody. */
const PATTERNS: readonly (readonly [RegExp, Personal])[] = SORTS.map((sort) => [
  new RegExp(IN_HEADERS[sort].map((word) => word.replace(/[人员]$/, '$&(?![数次员口])')).join('|')),
  sort,
])
/** Headers that name a person in a list of persons, and something else in every other. */
export const PERSONS: readonly string[] = ['name', '名', '患者', '病人', '感染者', '密接者']

/** What a column of the list holds of persons by its header, or null where the header names nobody. */
export function personalOf(header: string, list: string): Personal | null {
  const seen = spellings(header)
  const whole = SORTS.find((one) => WHOLE_HEADERS[one].some((word) => seen.includes(word)))
  if (whole) return whole
  if (isAboutPersons(list) && PERSONS.some((word) => seen.includes(word))) return 'name'
  return PATTERNS.find(([pattern]) => seen.some((spelling) => pattern.test(spelling)))?.[1] ?? null
}

/** A header as it is shown and stored: one that is a name or holds a number (a table without headers) is not. */
export const shownHeader = (header: string): string => (namesPerson(header) ? '＊' : withoutNumbers(header))

const namesPerson = (header: string): boolean => looksLikeName(header) || holdsName(header)

/** What a header is that is a person's name or number itself, as in a table without headers; null where it is neither. */
export function personInHeader(header: string): Personal | null {
  if (namesPerson(header)) return 'name'
  return holdsNumbers(header) ? 'number' : null
}

/** So many of the names of a column make it one of persons. */
const SHARE = 0.5

/** Whether a column that no list knows names persons by what stands in it, or numbers of them alone. */
export function holdsPersons(cells: readonly string[]): boolean {
  const telling = cells.filter((text) => looksLikeName(text) || (text.length < 24 && holdsNumbers(text)))
  return telling.length > 0 && telling.length >= SHARE * cells.length
}

const AS_WRITTEN = /^[\d\s年月日号时分秒点上下午/.:：\-~→TtEe+Z余多约xX_,%—]{1,32}$/
const WORD = /^[\p{L} ]{1,12}$/u

/** Faults of cells that should hold a day, a time or a number: a word in one may be anybody's. */
const OF_DIGITS: ReadonlySet<string> = new Set([
  ...['not-a-day', 'not-a-time', 'no-such-day', 'no-year', 'hour-open'],
  ...['not-a-number', 'not-a-count', 'not-text'],
])

/** What a sentence about a row of persons may show of a cell: a day, a number, or in a column of words one that is nobody's. */
export function shownOfPerson({ seen, code }: Pick<RowNote, 'seen' | 'code'>): string | null {
  if (seen === null || holdsNumbers(seen) || looksLikeName(seen)) return null
  return AS_WRITTEN.test(seen) || (WORD.test(seen) && !OF_DIGITS.has(code)) ? seen : null
}
