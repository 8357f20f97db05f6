import { describe, expect, test } from 'vitest'
import {
  HATCH,
  isDark,
  type LevelStyle,
  SOFT_FILL,
  THEMES,
  type Theme,
  type ThemeName,
} from '../../../src/ui/tokens'
import {
  ciede2000,
  contrast,
  greyLightness,
  lab,
  over,
  type Rgb,
  rgb,
  type Vision,
} from '../../helpers/colour-difference'

const THEME_NAMES = Object.keys(THEMES) as ThemeName[]
const VISIONS: Vision[] = ['normal', 'deutan', 'protan', 'tritan']
const LEVELS: LevelStyle[] = ['sealed', 'controlled', 'precaution']
const PAIRS = [
  ['sealed', 'controlled'],
  ['sealed', 'precaution'],
  ['controlled', 'precaution'],
] as const

/** Share of the ground that bands, lines or dots cover. */
const COVERED: Record<LevelStyle, number> = {
  sealed: HATCH.sealed.width / HATCH.sealed.period,
  controlled: HATCH.controlled.width / HATCH.controlled.period,
  precaution: (2 * Math.PI * HATCH.precaution.radius ** 2) / HATCH.precaution.period ** 2,
}

/** Mean colour of a hatch as it lies on the land. */
function hatched(theme: Theme, level: LevelStyle, soft: boolean): Rgb {
  const fill = theme[`${level}Fill`] * (soft ? SOFT_FILL[level] : 1) * HATCH[level].tint
  const base = over(rgb(theme[level]), fill, rgb(theme.land))
  const mark = level === 'sealed' ? theme.bg : theme[`${level}Line`]
  const opacity = level === 'sealed' ? theme.sealedHatch : HATCH[level].opacity
  return over(over(rgb(mark), opacity, base), COVERED[level], base)
}

const least = (colour: (theme: Theme, level: LevelStyle) => Rgb, vision: Vision): number =>
  Math.min(
    ...THEME_NAMES.flatMap((name) =>
      PAIRS.map(([a, b]) =>
        ciede2000(lab(colour(THEMES[name], a), vision), lab(colour(THEMES[name], b), vision)),
      ),
    ),
  )

describe('M1 levels stay apart for every kind of colour vision', () => {
  test('the difference formula gives the published value of its first test pair', () => {
    expect(ciede2000([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4)
    expect(ciede2000([50, -1.3802, -84.2814], [50, 0, -82.7485])).toBeCloseTo(1.0, 4)
  })

  test.each(VISIONS)('swatches, outlines and hatches differ enough (%s)', (vision) => {
    expect(least((theme, level) => rgb(theme[level]), vision)).toBeGreaterThanOrEqual(15)
    expect(least((theme, level) => rgb(theme[`${level}Line`]), vision)).toBeGreaterThanOrEqual(15)
    expect(least((theme, level) => hatched(theme, level, false), vision)).toBeGreaterThanOrEqual(12)
    expect(least((theme, level) => hatched(theme, level, true), vision)).toBeGreaterThanOrEqual(10)
  })

  test.each(VISIONS)('approved is no level (%s)', (vision) => {
    for (const name of THEME_NAMES)
      for (const level of LEVELS) {
        const theme = THEMES[name]
        const difference = ciede2000(lab(rgb(theme.ok), vision), lab(rgb(theme[level]), vision))
        expect(difference).toBeGreaterThanOrEqual(15)
      }
  })

  test.each(VISIONS)('a hatch stands off the land (%s)', (vision) => {
    for (const name of THEME_NAMES)
      for (const level of LEVELS) {
        const theme = THEMES[name]
        const ground = lab(rgb(theme.land), vision)
        expect(ciede2000(lab(hatched(theme, level, false), vision), ground)).toBeGreaterThanOrEqual(8)
        expect(ciede2000(lab(hatched(theme, level, true), vision), ground)).toBeGreaterThanOrEqual(5)
      }
  })

  test.each(THEME_NAMES)('in grey, stricter is further from the ground (%s)', (name) => {
    const theme = THEMES[name]
    const ground = greyLightness(rgb(theme.land))
    const [sealed, controlled, precaution] = LEVELS.map((level) =>
      Math.abs(greyLightness(hatched(theme, level, false)) - ground),
    )
    expect(sealed).toBeGreaterThan(controlled!)
    expect(controlled).toBeGreaterThan(precaution!)
  })
})

describe.each(THEME_NAMES)('M2 everything written can be read (%s)', (name) => {
  const theme = THEMES[name]
  const texts = [
    'ink',
    'ink2',
    'ink3',
    'sealedText',
    'controlledText',
    'precautionText',
    'okText',
    'accent',
  ] as const

  test.each(['bg', 'panel', 'raised'] as const)('text on %s has at least 4.5 : 1', (surface) => {
    for (const text of texts)
      expect(contrast(rgb(theme[text]), rgb(theme[surface]))).toBeGreaterThanOrEqual(4.5)
  })

  test('text on filled chips has at least 4.5 : 1', () => {
    const chips = [
      [theme.okInk, theme.ok],
      [theme.flagInk, theme.flag],
      [theme.caseInk, theme.case],
      [theme.accentInk, theme.accent],
    ] as const
    for (const [text, ground] of chips) expect(contrast(rgb(text), rgb(ground))).toBeGreaterThanOrEqual(4.5)
  })

  test('zone lines, the district line and the focus ring have at least 3 : 1', () => {
    for (const line of [...LEVELS.map((level) => theme[`${level}Line`]), theme.adm1])
      expect(contrast(rgb(line), rgb(theme.land))).toBeGreaterThanOrEqual(3)
    expect(contrast(rgb(theme.focus), rgb(theme.panel))).toBeGreaterThanOrEqual(3)
  })

  test('the theme knows whether its ground is dark', () => {
    expect(greyLightness(rgb(theme.bg)) < 50).toBe(isDark(name))
  })
})
