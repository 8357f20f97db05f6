import { folded } from './folded'

/** What a number that leads to a person is replaced by. */
const MASK = '＊'

const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/
const BIRTHDAY = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])'
const IDENTITY_18 = new RegExp(`^\\d{6}(?:19|20)\\d{2}${BIRTHDAY}\\d{3}[\\dXx]$`)
const IDENTITY_15 = new RegExp(`^\\d{6}\\d{2}${BIRTHDAY}\\d{3}$`)

/** Identity number of the mainland, of 18 or 15 signs, with a day of birth in the middle. */
function isIdentity(seen: string): boolean {
  const plain = seen.replace(/[^\dX]/gi, '')
  return PROVINCE.test(plain) && (IDENTITY_18.test(plain) || IDENTITY_15.test(plain))
}

const isCard = (seen: string): boolean =>
  /^(?:62\d{14,17}|9558\d{12,15}|[45]\d{15}|3[0-9]\d{13,14})$/.test(seen.replace(/\D/g, ''))

/** Numbers of documents begin with no year and no zeros: C20220501 and Z0000012 number a list. */
const isNoDate = (seen: string): boolean => !/^[A-Z]*(?:20[0-3]\d|00)/i.test(seen)

const ALONE = String.raw`(?<![\dA-Za-z])`
const ENDS = String.raw`(?![\dA-Za-z])`
/** The sign of the province that a plate begins with. */
const PLATE = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领]'
const SEPARATED = String.raw`[\s\-‐‑–—.·()/_、,，;；:*|~+\\=]{0,3}`
const NARROW = String.raw`[\s\-‐‑–—.·()/]{0,2}`
/** What stands between the digits of a number of a document. */
const WITHIN = String.raw`[\s\-‐‑–—.·/_、*]{0,2}`

/** The sizes of the groups in which people write a mobile number. */
const GROUPS: ReadonlySet<string> = new Set([
  '11',
  '344',
  '38',
  '443',
  '434',
  '74',
  '335',
  '353',
  '56',
  '65',
  '47',
])

/** Whether eleven digits are parted as those of a telephone are, or each from the next. */
function isParted(seen: string): boolean {
  const groups = seen
    .replace(/^(?:\+|00)?86\D+/, '')
    .match(/\d+/g)!
    .map((group) => group.length)
  return groups.every((size) => size === 1) || GROUPS.has(groups.join(''))
}

interface Shape {
  readonly pattern: RegExp
  readonly fits?: (seen: string) => boolean
}

const shape = (source: string, fits?: Shape['fits']): Shape => ({
  pattern: new RegExp(source, 'giu'),
  ...(fits ? { fits } : {}),
})

/** Of identity numbers of any spacing before telephones, which may be a part of them. */
const SHAPES: readonly Shape[] = [
  shape(`${ALONE}[1-9](?:${WITHIN}\\d){16}${WITHIN}[\\dX]${ENDS}`, isIdentity),
  shape(`${ALONE}[1-9](?:${WITHIN}\\d){14}${ENDS}`, isIdentity),
  shape(`${ALONE}\\d(?:${WITHIN}\\d){14,18}${ENDS}`, isCard),
  // mobile: bare, with any spaces, with any hyphens, parted as 3-4-4 or 3-8 by whatever stands between
  shape(String.raw`(?<!\d)(?:(?:\+|00)?86${SEPARATED})?1[3-9](?:\d{9}|(?:\s?\d){9}|(?:-?\d){9})(?!\d)`),
  shape(String.raw`(?<!\d)(?:(?:\+|00)?86${SEPARATED})?1\s?[3-9](?:\s?\d){9}(?!\d)`),
  shape(String.raw`(?<!\d)1[3-9]\d${SEPARATED}\d{4}${SEPARATED}\d{4}(?!\d)`),
  shape(
    String.raw`(?<!\d)(?:(?:\+|00)?86${SEPARATED})?1${SEPARATED}[3-9](?:${SEPARATED}\d){9}(?!\d)`,
    isParted,
  ),
  // landlines with their area code, and any number with the code of a country
  shape(
    String.raw`(?<![\d.])\(?0[1-9]\d{1,2}\)?[\s\-‐‑–—_./、]{0,2}\d{3,4}[\s\-‐‑–—]?\d{4}(?:\s?(?:-|转|ext\.?)\s?\d{1,5})?(?!\d)`,
  ),
  shape(String.raw`(?<![\d.])09\d{2}[\s-]?\d{3}[\s-]?\d{3}(?!\d)`),
  shape(String.raw`\+\d{1,3}${NARROW}\d(?:${NARROW}\d){6,11}(?!\d)`),
  shape(
    String.raw`(?<=(?:电话|座机|手机|传真|热线|telephone|phone|tel)[号码\s:.]{0,4})\d{3,4}[\s-]?\d{4}(?!\d)`,
  ),
  // permits of Hong Kong, Macao and Taiwan, their identity cards, passports, residence
  shape(`${ALONE}[HM]\\d{8}(?:\\d{2})?${ENDS}`, isNoDate),
  shape(`${ALONE}[A-Z]{1,2}\\d{6}\\([\\dA]\\)`),
  shape(`${ALONE}[A-Z]{1,2}\\d{6}[\\dA]${ENDS}`, isNoDate),
  shape(String.raw`(?<!\d)[157]\d{6}\(\d\)`),
  shape(`${ALONE}[A-Z][1289A-D]\\d{8}${ENDS}`, isNoDate),
  shape(`${ALONE}[CDEGKPS][A-Z]?\\d{7,8}${ENDS}`, isNoDate),
  shape(`${ALONE}[A-Z]{3}\\d{12}${ENDS}`, isNoDate),
  shape(
    String.raw`(?<=(?:通行证|台胞证|护照|证件|身份证|居住证|passport|permit)[号码\s:.]{0,4})[A-Z]{0,2}\d{5,}`,
  ),
  // plates
  shape(
    String.raw`${PLATE}[A-HJ-NP-Z][·•\s.-]?(?:(?=[A-Z]*\d)[A-HJ-NP-Z\d]{5,6}|(?=[A-Z]*\d)[A-HJ-NP-Z\d]{4}[港澳挂学警])(?![A-Z\d])`,
  ),
  shape(String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`),
  shape(String.raw`(?<=(?:qq|扣扣|企鹅)[号码群\s:]{0,4})[1-9]\d{4,11}`),
  shape(String.raw`(?<=(?:微信|wechat|weixin|wx)[号码\s:]{0,4})[a-z][\w-]{5,19}`),
  shape(String.raw`\bwxid_\w+`),
  shape(String.raw`(?<=(?:银行卡|卡号|账号|医保|社保)[号码\s:]{0,4})\d[\d\s-]{6,}`),
]

/** Codes of places and small numbers, of which lists have most. */
const IS_CODE = /^(?:\d{1,9}|\d{12})$/

/** No number can be in a text without one of these. */
const MAY_HOLD = new RegExp(String.raw`\d(?:${SEPARATED}\d){4}|@|微信|wechat|weixin|wx|${PLATE}[A-Z]`, 'iu')

/** Free text without numbers that lead to a person: telephones, identities, permits, plates, cards, mail, accounts. */
export function withoutNumbers(text: string): string {
  if (IS_CODE.test(text)) return text
  const seen = folded(text)
  if (!MAY_HOLD.test(seen)) return text
  let clean = seen
  for (const { pattern, fits } of SHAPES)
    clean = clean.replace(pattern, (found: string) => (fits && !fits(found) ? found : MASK))
  return clean === seen ? text : clean
}

/** True where the text holds such a number. */
export const holdsNumbers = (text: string): boolean => withoutNumbers(text) !== text
