const HAN_DIGITS = new Map(
  ['零〇○洞', '一壹幺么', '二贰貳两', '三叁參', '四肆', '五伍', '六陆陸', '七柒拐', '八捌', '九玖勾'].flatMap(
    (signs, digit) => [...signs].map((sign) => [sign, String(digit)] as const),
  ),
)
const HAN = `[${[...HAN_DIGITS.keys()].join('')}]`
/** As long as a telephone, with at least one digit in characters. */
const SPOKEN = new RegExp(`(?:${HAN}|\\d)(?:[\\s\\-·.、,]?(?:${HAN}|\\d)){9,}`, 'gu')
/** A telephone by itself: what stands before it in characters is the end of a name (张三13812345678). */
const WHOLE = /1[3-9]\d(?:[\s-]?\d){8}/
/** Signs that are not seen. */
const UNSEEN = /\p{Cf}|\u115f|\u1160|\u2800|\u3164|[\ufe00-\ufe0f]|\u20e3/gu
/** White and black digits in circles, which have no plain form of their own: of each row the first and its digit. */
const CIRCLED: readonly (readonly [first: number, digit: number])[] = [
  [0x2776, 1],
  [0x2780, 1],
  [0x278a, 1],
]
const ODD = /[\u24ff\u2776-\u277e\u2780-\u2788\u278a-\u2792]/gu
/** Digits of other scripts. */
const OTHER_DIGIT = /(?![0-9])\p{Nd}/gu

function circled(sign: string): string {
  const at = sign.codePointAt(0)!
  const row = CIRCLED.findLast(([first]) => at >= first)
  return at === 0x24ff || !row ? '0' : String(at - row[0] + row[1])
}

/** A digit of another script by its place among the ten of its script, which stand in a row. */
function plainDigit(sign: string): string {
  const at = sign.codePointAt(0)!
  let first = at
  while (at - first < 9 && /\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--
  return String(at - first)
}

/** The text with every digit as one of 0 to 9, without signs that nobody sees. */
export function folded(text: string): string {
  const plain = text
    .replace(UNSEEN, '')
    .normalize('NFKC')
    .replace(ODD, circled)
    .replace(OTHER_DIGIT, plainDigit)
  return plain.replace(SPOKEN, (seen) =>
    WHOLE.test(seen) ? seen : [...seen].map((sign) => HAN_DIGITS.get(sign) ?? sign).join(''),
  )
}
