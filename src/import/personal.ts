import { spellings } from './headers'

/** What becomes of a column that names a person: kept as first character and `*`, kept in part, or not at all. */
export type Treatment = 'name' | 'phone' | 'drop'

const NAMES = [
  ...['姓名', '患者姓名', '感染者姓名', '密接姓名', '病例姓名', '联系人', '户主', '监护人'],
  ...['fullname', 'personname', 'patientname'],
]
const PHONES = [
  ...['电话', '手机', '手机号', '手机号码', '联系电话', '电话号码', '联系方式'],
  ...['phone', 'telephone', 'mobile', 'tel'],
]
const IDENTITIES = [
  ...['身份证', '身份证号', '身份证号码', '证件号', '证件号码', '护照', '护照号', '护照号码'],
  ...['微信', '微信号', '社保号', '医保号', '车牌', '车牌号'],
  ...['idcard', 'idnumber', 'identitynumber', 'nationalid', 'passport', 'passportnumber', 'wechat', 'ssn'],
]
/** Headers that are one of these. The README lists them: a test compares. */
export const WHOLE_HEADERS: Readonly<Record<Treatment, readonly string[]>> = {
  drop: IDENTITIES,
  phone: PHONES,
  name: NAMES,
}
/** Headers that say more than the word itself (`密接者姓名`, `家庭电话`). The README lists them too. */
export const IN_HEADERS: Readonly<Record<Treatment, readonly string[]>> = {
  drop: ['身份证号', '证件号', '护照号', '社保号', '医保号', '车牌号'],
  phone: [
    ...['家庭电话', '住宅电话', '个人电话', '本人电话', '家属电话', '患者电话', '监护人电话', '联系电话'],
    ...['联系人电话', '移动电话', '工作电话', '单位电话', '办公电话', '电话号码', '手机号', '联系方式'],
  ],
  name: [
    ...['姓名', '名字', '填报人', '上报人', '报送人', '负责人', '责任人', '经办人', '检查人', '联系人'],
    ...['监护人', '网格员', 'fullname', 'firstname', 'lastname', 'givenname', 'familyname', 'patientname'],
    ...['contactname', 'personname', 'surname'],
  ],
}
const TREATMENTS: readonly Treatment[] = ['drop', 'phone', 'name']
/** A count of persons (`负责人数`) names nobody. */
const PATTERNS: readonly (readonly [RegExp, Treatment])[] = TREATMENTS.map((treatment) => [
  new RegExp(IN_HEADERS[treatment].map((word) => word.replace(/[人员]$/, '$&(?![数次员口])')).join('|')),
  treatment,
])
/** Lists whose rows are about single persons: a `name` there is a person's. */
const OF_PERSONS: ReadonlySet<string> = new Set(['cases', 'contacts', 'followups', 'temperatures'])
/** Headers that name a person in such a list, and something else in every other. */
export const PERSONS: readonly string[] = ['name', '名', '患者', '病人', '感染者', '密接者']

/** True for a list whose rows are about single persons. */
export const isAboutPersons = (list: string): boolean => OF_PERSONS.has(list)

/** Treatment of a column of the list by its header, or null where the header names nobody. */
export function treatmentOf(header: string, list: string): Treatment | null {
  const seen = spellings(header)
  const whole = TREATMENTS.find((one) => WHOLE_HEADERS[one].some((word) => seen.includes(word)))
  if (whole) return whole
  if (isAboutPersons(list) && PERSONS.some((word) => seen.includes(word))) return 'name'
  return PATTERNS.find(([pattern]) => seen.some((spelling) => pattern.test(spelling)))?.[1] ?? null
}

/** `张三丰` → `张*`. */
export function maskedName(seen: string): string {
  const [first] = seen.trim()
  return first === undefined ? '' : `${first}*`
}

/** All digits but the first three and last two are hidden: `138****56`; shorter numbers are hidden whole. */
export function maskedPhone(seen: string): string {
  const digits = seen.replace(/\D/g, '')
  return digits.length >= 7 ? `${digits.slice(0, 3)}****${digits.slice(-2)}` : '****'
}

const MOBILE = /(?<!\d)(?:\+?86[-\s]?)?1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}(?!\d)/g
const IDENTITY =
  /(?<![\dA-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g

/** True when the text holds an identity number of the mainland (18 characters, its birthday in the middle). */
export function holdsIdentity(text: string): boolean {
  IDENTITY.lastIndex = 0
  return IDENTITY.test(text)
}

/** Free text with mobile numbers masked and identity numbers taken out. */
export function withoutNumbers(text: string): string {
  return text.replace(IDENTITY, '＊').replace(MOBILE, (number) => maskedPhone(number))
}

/** True where the text holds a mobile or an identity number. */
export const holdsNumbers = (text: string): boolean => withoutNumbers(text) !== text
