import type { LevelHatch, LevelStyle } from './tokens'

const STYLES: readonly LevelStyle[] = ['sealed', 'controlled', 'precaution']

/**
 * Which of the three styles each level of a policy is drawn in: a level named like a style keeps it,
 * the others take what is left, strictest first. A level beyond the three has the style of the one
 * next to it in strictness, of the stricter where two are as near. Rank 0 (routine prevention) has no
 * style: it is never hatched.
 */
export function levelStyles(
  levels: readonly { readonly level: string; readonly rank: number }[],
): Readonly<Record<string, LevelStyle>> {
  const unlike = new Map(levels.filter(({ rank }) => rank > 0).map((one) => [one.level, one]))
  const styled = [...unlike.values()].sort((a, b) => b.rank - a.rank).map(({ level }) => level)
  const answer: Record<string, LevelStyle> = {}
  for (const level of styled) {
    const own = STYLES.find((style) => style === level)
    if (own) answer[level] = own
  }
  const free = STYLES.filter((style) => !Object.values(answer).includes(style))
  for (const level of styled) {
    const next = answer[level] ? undefined : free.shift()
    if (next) answer[level] = next
  }
  const known = styled.flatMap((level, at) => (answer[level] ? [{ at, style: answer[level] }] : []))
  styled.forEach((level, at) => {
    const near = known.toSorted((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at) || a.at - b.at)[0]
    answer[level] ??= near?.style ?? 'precaution'
  })
  return answer
}

/** The marks of each level: levels of one style are told apart, the strictest bears the style's own marks. More than three of one style share the last. */
export function levelHatches(
  levels: readonly { readonly level: string; readonly rank: number }[],
): Readonly<Record<string, LevelHatch>> {
  const styles = levelStyles(levels)
  const ranks = new Map(levels.map(({ level, rank }) => [level, rank]))
  const strictestFirst = Object.keys(styles).sort((a, b) => ranks.get(b)! - ranks.get(a)!)
  const seen = new Map<LevelStyle, number>()
  return Object.fromEntries(
    strictestFirst.map((level): [string, LevelHatch] => {
      const style = styles[level]!
      const before = seen.get(style) ?? 0
      seen.set(style, before + 1)
      return [level, before === 0 ? style : `${style}-${before === 1 ? 2 : 3}`]
    }),
  )
}

/** How a level is drawn: its marks, or nothing for ground without a zone. */
export type LevelLook = LevelHatch | 'normal'

/** The look of each level by id; `normal` and rank 0 have no hatch. */
export function looksOf(
  levels: readonly { readonly level: string; readonly rank: number }[],
): Readonly<Record<string, LevelLook>> {
  const plain = Object.fromEntries(levels.map(({ level }) => [level, 'normal' as const]))
  return { ...plain, normal: 'normal', ...levelHatches(levels) }
}

/** Zones as lists of choices have them: the strictest first, then by id. */
export const strictestFirst = <Zone extends { readonly id: string; readonly rank: number }>(
  zones: readonly Zone[],
): Zone[] => [...zones].sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1))
