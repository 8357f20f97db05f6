import type { Facts, Level, Policy, SurveyLevel } from '#geo'
import { largest } from '#geo'

/**
 * The next free id at a level: the English prefix and two digits, above every number in use (S-09 after S-08), also
 * above those of zones of the level that a file gave other ids: A-3 is printed S-3.
 */
export function nextZoneId(
  facts: { readonly zones: readonly Pick<Facts['zones'][number], 'id' | 'level'>[] },
  level: (Pick<Level, 'prefix'> & Partial<Pick<Level, 'id'>>) | null,
): string {
  const prefix = level?.prefix?.en ?? 'Z'
  const numbers = facts.zones.flatMap((zone) => {
    const own = zone.level === level?.id ? /(?<!\d)(\d{1,3})$/ : new RegExp(`^${escaped(prefix)}-?(\\d+)$`)
    const found = own.exec(zone.id)
    return found ? [Number(found[1])] : []
  })
  return `${prefix}-${String(Math.max(0, largest(numbers)) + 1).padStart(2, '0')}`
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The printed code of an id at a level, in both languages. */
export function printedCode(id: string, level: Pick<Level, 'prefix'> | null): { zh: string; en: string } {
  const number = /\d+$/.exec(id)?.[0]
  const { zh, en } = level?.prefix ?? {}
  if (number === undefined) return { zh: id, en: id }
  return { zh: zh ? `${zh}${number}` : id, en: en ? `${en}-${number}` : id }
}

/** Levels a zone can be given, strictest first: those of the policy, else those that are in use. */
export function zoneLevels(policy: Policy | null, used: readonly SurveyLevel[]): readonly Level[] {
  const levels: readonly Level[] =
    policy?.levels ?? used.map(({ level, zh, en, rank }) => ({ id: level, zh, en, rank }))
  return levels.filter(({ rank }) => rank > 0).toSorted((a, b) => b.rank - a.rank)
}

/** The level a new zone would have: that of the zone it replaces, one milder round it, else the strictest. */
export function suggestedLevel(
  levels: readonly Level[],
  { tool, of }: { readonly tool: string; readonly of: string | null },
): string {
  const at = levels.findIndex(({ id }) => id === of)
  const step = tool === 'ring' || tool === 'buffer' || tool === 'remainder' ? 1 : 0
  if (at >= 0) return levels[Math.min(levels.length - 1, at + step)]!.id
  const first = tool === 'remainder' ? levels.at(-1) : levels[0]
  return first?.id ?? ''
}
