/** Letters and digits only, in one width, case and script: what is left of a name when nobody looks at its spelling. */
export function plainName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('臺', '台')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** A code as it is compared: as a name, without the `.0` and leading zeros that spreadsheets add or take away. */
export function plainCode(text: string): string {
  const seen = text.normalize('NFKC').trim()
  const number = /^0*(\d+)(?:\.0+)?$/.exec(seen)
  return number ? number[1]! : plainName(seen)
}

/** Offices that stand for the place they serve: 西南村村民委员会, 西南村委会 are 西南村. */
const OFFICES: readonly (readonly [RegExp, string])[] = [
  [/(?:村|行政村)?(?:村民委员会|村委会)$/u, '村'],
  [/(?:社区)?(?:社区居民委员会|社区居委会)$/u, '社区'],
  [/(?:居民委员会|居委会)$/u, ''],
  [/(?:街道)?(?:街道办事处|街道办)$/u, '街道'],
  [/(?:镇)?(?:镇人民政府|镇政府)$/u, '镇'],
  [/(?:乡)?(?:乡人民政府|乡政府)$/u, '乡'],
]

/** A plain name, and what it is without the office. */
export function spellingsOf(plain: string): string[] {
  const office = OFFICES.find(([pattern]) => pattern.test(plain))
  return office ? [plain, plain.replace(office[0], office[1])] : [plain]
}

const KIND = /(?:行政村|自然村|村|社区|小区|街道|镇|乡)$/u

/** A plain name without its office and the word for its kind; null where fewer than two signs are left. */
export function stemOf(plain: string): string | null {
  const stem = spellingsOf(plain).at(-1)!.replace(KIND, '')
  return [...stem].length >= 2 ? stem : null
}
