import type { Field } from './field'

/** Up to which age bands are of five years; from there on of ten. */
const FIVE_YEARS_UNTIL = 85
/** No age is more. */
const OLDEST = 124

/** The band of an age in whole years: `30-34`, from 85 on `85-94`; null where nobody is so old. */
export function ageBandOf(years: number): string | null {
  if (!(years >= 0 && years <= OLDEST)) return null
  const [first, width] = years < FIVE_YEARS_UNTIL ? [0, 5] : [FIVE_YEARS_UNTIL, 10]
  const from = first + Math.floor((years - first) / width) * width
  return `${from}-${from + width - 1}`
}

const BANDS: readonly string[] = [
  ...new Set(Array.from({ length: OLDEST + 1 }, (_, years) => ageBandOf(years)!)),
]

/** A band as people write it: `30—34岁`, `30至34`. */
function spelt(band: string): string[] {
  const [from, to] = band.split('-')
  const joined = ['-', '–', '—', '~', '～', '至', '到'].map((sign) => `${from}${sign}${to}`)
  return joined.flatMap((text) => [text, `${text}岁`])
}

/** Sex and age band: what is kept of a person beside place, day and kind. */
export const PERSON_FIELDS: readonly Field[] = [
  {
    name: 'sex',
    type: 'text',
    synonyms: ['性别', '性別', 'gender'],
    values: { male: ['男', '男性', 'm'], female: ['女', '女性', 'f'] },
  },
  {
    name: 'ageBand',
    type: 'text',
    synonyms: ['年龄段', '年龄组', '年齡層', '年齡組', 'agegroup'],
    values: Object.fromEntries(BANDS.map((band) => [band, spelt(band)])),
  },
]
