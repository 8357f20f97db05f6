import type { LevelStyle } from './tokens'

const STYLES: readonly LevelStyle[] = ['sealed', 'controlled', 'precaution']

/**
 * Which of the three styles each level of a policy is drawn in: a level named like a style keeps it,
 * the others take what is left, strictest first. A policy with more than three levels repeats the
 * mildest style. Rank 0 (routine prevention) has no style: it is never hatched.
 */
export function levelStyles(
  levels: readonly { readonly level: string; readonly rank: number }[],
): Readonly<Record<string, LevelStyle>> {
  const styled = levels.filter((level) => level.rank > 0).sort((a, b) => b.rank - a.rank)
  const taken = new Set<LevelStyle>()
  const answer: Record<string, LevelStyle> = {}
  for (const { level } of styled) {
    const own = STYLES.find((style) => style === level)
    if (own) taken.add((answer[level] = own))
  }
  for (const { level } of styled) {
    if (answer[level]) continue
    const free = STYLES.find((style) => !taken.has(style)) ?? 'precaution'
    taken.add((answer[level] = free))
  }
  return answer
}

/** How a level is drawn: its style, or nothing for ground without a zone. */
export type LevelLook = LevelStyle | 'normal'

/** The look of each level by id; `normal` and rank 0 have no hatch. */
export function looksOf(
  levels: readonly { readonly level: string; readonly rank: number }[],
): Readonly<Record<string, LevelLook>> {
  const plain = Object.fromEntries(levels.map(({ level }) => [level, 'normal' as const]))
  return { ...plain, normal: 'normal', ...levelStyles(levels) }
}
