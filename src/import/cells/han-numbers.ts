const DIGITS = '零一二三四五六七八九'
const SPOKEN = /[零〇○一二三四五六七八九十廿卅两]+(?=\s*[年月日号號时時点點分])/gu

/** Numbers in characters before a word of a day or time (七月九日, 下午三点) in figures. */
export const withFigures = (text: string): string =>
  text.replace(SPOKEN, (seen) => String(numberIn(seen) ?? seen))

/** `二〇二二` digit by digit, `二十三` by its tens; null where it is neither. */
export function numberIn(seen: string): string | null {
  const plain = seen
    .replaceAll(/[〇○]/gu, '零')
    .replaceAll('两', '二')
    .replace('廿', '二十')
    .replace('卅', '三十')
  if (!plain.includes('十')) return [...plain].map((sign) => DIGITS.indexOf(sign)).join('')
  const tens = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/u.exec(plain)
  if (!tens) return null
  return String((DIGITS.indexOf(tens[1] || '一') || 0) * 10 + Math.max(0, DIGITS.indexOf(tens[2] || '零')))
}
