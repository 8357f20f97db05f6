/** The four colour sets of the design language, section 1. `print` is for every exported picture. */
export type ThemeName = 'dark' | 'deskDark' | 'light' | 'print'

/** Fill, line and text colour a zone level may have; which level gets which is settled by `levelStyles`. */
export type LevelStyle = 'sealed' | 'controlled' | 'precaution'

/** Marks of a level: those of its style, or of the second or third level in it, which is milder. */
export type LevelHatch = LevelStyle | `${LevelStyle}-${2 | 3}`

export const styleOfHatch = (hatch: LevelHatch): LevelStyle => hatch.split('-')[0] as LevelStyle
/** 1 the strictest level of a style, 2 and 3 those after it. */
export const shadeOf = (hatch: LevelHatch): 1 | 2 | 3 => Number(hatch.split('-')[1] ?? 1) as 1 | 2 | 3

const dark = {
  bg: '#0A0E13',
  panel: '#0E141B',
  raised: '#161E27',
  line: '#25303B',
  lineStrong: '#3A4856',
  ink: '#F3F6F9',
  ink2: '#B4C0CC',
  ink3: '#8593A2',
  disabled: '#5B6875',
  land: '#141B23',
  urban: '#1D2731',
  block: '#28343F',
  blockLine: '#33404C',
  green: '#15251F',
  relief: '#1B242D',
  reliefOpacity: 0.42,
  water: '#0B2233',
  waterText: '#5B86A3',
  road: '#3B4754',
  roadMajor: '#56646F',
  roadCasing: '#141B23',
  roadCasingMinor: '#141B23',
  rail: '#3B4754',
  adm3: '#2A3541',
  adm2: '#53626F',
  adm1: '#A9B5C0',
  sealed: '#FF5A6A',
  sealedLine: '#FF7A85',
  sealedText: '#FF8A93',
  sealedFill: 0.95,
  sealedHatch: 0.34,
  controlled: '#FFCC4D',
  controlledLine: '#FFD76E',
  controlledText: '#FFD76E',
  controlledFill: 0.26,
  precaution: '#2E6FA8',
  precautionLine: '#5EA6E0',
  precautionText: '#7DBBEE',
  precautionFill: 0.34,
  ok: '#86E8C4',
  okText: '#86E8C4',
  okInk: '#06130C',
  flag: '#FFFFFF',
  flagInk: '#0A0E13',
  case: '#F3F6F9',
  caseInk: '#0A0E13',
  quar: '#7C8A98',
  accent: '#8C9BFF',
  accentInk: '#0A0E13',
  focus: '#B3BDFF',
}

/** One theme: colours as #RRGGBB, opacities between 0 and 1. */
export type Theme = Readonly<typeof dark>

const light: Theme = {
  bg: '#F6F7F8',
  panel: '#FFFFFF',
  raised: '#FFFFFF',
  line: '#E1E5E9',
  lineStrong: '#C3CAD1',
  ink: '#12181F',
  ink2: '#46525E',
  ink3: '#65717D',
  disabled: '#9AA4AE',
  land: '#F3F2EE',
  urban: '#E9E8E3',
  block: '#DCDAD3',
  blockLine: '#CFCCC4',
  green: '#DFE8D8',
  relief: '#E8E6DF',
  reliefOpacity: 0.55,
  water: '#CFDFE8',
  waterText: '#5F8FAE',
  road: '#FFFFFF',
  roadMajor: '#FFFFFF',
  roadCasing: '#C6C2B8',
  roadCasingMinor: '#DCD9D1',
  rail: '#B9B7B0',
  adm3: '#D2CFC6',
  adm2: '#9C9A92',
  adm1: '#4A4A48',
  sealed: '#A80F3A',
  sealedLine: '#7D0A2B',
  sealedText: '#A3123A',
  sealedFill: 0.74,
  sealedHatch: 0.5,
  controlled: '#E0860A',
  controlledLine: '#A86300',
  controlledText: '#8A4E00',
  controlledFill: 0.6,
  precaution: '#9CCBEB',
  precautionLine: '#2B6DA6',
  precautionText: '#1F5E95',
  precautionFill: 0.55,
  ok: '#00806B',
  okText: '#00705E',
  okInk: '#FFFFFF',
  flag: '#12181F',
  flagInk: '#FFFFFF',
  case: '#12181F',
  caseInk: '#FFFFFF',
  quar: '#8A949E',
  accent: '#3D4FD1',
  accentInk: '#FFFFFF',
  focus: '#3D4FD1',
}

const print: Theme = {
  ...light,
  bg: '#FFFFFF',
  panel: '#FFFFFF',
  land: '#F7F6F3',
  urban: '#EFEEEA',
  block: '#E2E0DA',
  relief: '#EFEDE8',
  water: '#DCE7ED',
  line: '#DADDE0',
  ink: '#111418',
  ink2: '#3E4853',
  ink3: '#5E6873',
  case: '#111418',
  quar: '#A9B1B9',
  adm3: '#D5D3CC',
  adm2: '#8E8D87',
  adm1: '#2E2E2E',
}

export const THEMES: Readonly<Record<ThemeName, Theme>> = {
  dark,
  deskDark: { ...dark, bg: '#0E1319', panel: '#131A21', raised: '#1B242D' },
  light,
  print,
}

/** True where the ground is darker than the ink: road casings and halos are then drawn differently. */
export function isDark(name: ThemeName): boolean {
  return name === 'dark' || name === 'deskDark'
}

/** Alpha of the base tint in the soft hatch, shown from 180 px/km, as a share of the full tint. */
export const SOFT_FILL: Readonly<Record<LevelStyle, number>> = {
  sealed: 1,
  controlled: 0.62,
  precaution: 0.6,
}

/** The one recipe of every hatch: base tint factor, and bands, lines or dots over it (css px at k = 1). */
export const HATCH = {
  sealed: { tint: 1, period: 5, width: 1.5 },
  controlled: { tint: 0.62, period: 9, width: 1.9, opacity: 0.55 },
  precaution: { tint: 0.72, period: 8, radius: 0.85, opacity: 0.62 },
} as const

/** Upright lines of the second level of a style and level ones of the third: the milder, the paler (css px at k = 1). */
export const SHADES = {
  2: { tint: 0.62, period: 7, width: 1.5 },
  3: { tint: 0.38, period: 7, width: 1.5 },
} as const

/** Share of the base tint in the hatch of a level. */
export function tintOf(hatch: LevelHatch): number {
  const shade = shadeOf(hatch)
  return HATCH[styleOfHatch(hatch)].tint * (shade === 1 ? 1 : SHADES[shade].tint)
}

/** The Han faces that are safe everywhere. */
const HAN = '"Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif'

/** Fonts of everything drawn, as the page has them: Latin figures first; English quotes are of the Latin font, Chinese ones of the Han font. */
export const fontStack = (locale: 'zh' | 'en'): string =>
  locale === 'en' ? `"Cordon Latin","Cordon Latin Quotes",${HAN}` : `"Cordon Latin",${HAN}`

/** A quotation mark or apostrophe that belongs to Latin letters: St Mary’s. */
const LATIN_QUOTE = /[\p{Script=Latin}\d][‘’“”]|[‘’“”]\p{Script=Latin}/u

/** Of a name, whatever the language of the page: its quotes are of the Latin font where its letters are. */
export const nameFontStack = (name: string): string => fontStack(LATIN_QUOTE.test(name) ? 'en' : 'zh')

/** Of what is drawn from names and figures alone. */
export const FONT_STACK = fontStack('zh')

/** Ground by cases for 10,000 people, from few to many, and the dots of ground with too few for a rate. */
export const RATE_FILLS = ['#3A4856', '#667686', '#A3B0BC', '#F3F6F9'] as const
/** The same on light ground: the more, the darker. */
export const RATE_FILLS_ON_LIGHT = ['#D3DBE3', '#9FADBA', '#667686', '#26323E'] as const
export const RATE_DOTS = '#667686'
