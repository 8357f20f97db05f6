import { spellings } from './headers'

/** What becomes of a column that names a person: kept as first character and `*`, kept in part, or not at all. */
export type Treatment = 'name' | 'phone' | 'drop'

const NAMES = [
  '姓名',
  '患者姓名',
  '感染者姓名',
  '密接姓名',
  '病例姓名',
  'fullname',
  'personname',
  'patientname',
  '联系人',
  '户主',
  '监护人',
]
const PHONES = [
  '电话',
  '手机',
  '手机号',
  '手机号码',
  '联系电话',
  '电话号码',
  '联系方式',
  'phone',
  'telephone',
  'mobile',
  'tel',
]
const IDENTITIES = [
  '身份证',
  '身份证号',
  '身份证号码',
  '证件号',
  '证件号码',
  '护照',
  '护照号',
  '护照号码',
  '微信',
  '微信号',
  '社保号',
  '医保号',
  '车牌',
  '车牌号',
  'idcard',
  'idnumber',
  'identitynumber',
  'nationalid',
  'passport',
  'passportnumber',
  'wechat',
  'ssn',
]

/** Treatment of a column by its header, or null where the header names nobody. */
export function treatmentOf(header: string): Treatment | null {
  const seen = spellings(header)
  if (IDENTITIES.some((word) => seen.includes(word))) return 'drop'
  if (PHONES.some((word) => seen.includes(word))) return 'phone'
  return NAMES.some((word) => seen.includes(word)) ? 'name' : null
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
