import { type AssessAnswer, heldZones, type UnplacedRow } from '#geo'
import { whyText } from '../../briefing/unplaced/unplaced'
import { formatCount } from '../../i18n/format'
import { counted } from '../../i18n/plural'
import type { Language } from '../language'

/** Beyond this many causes the text says how many there are; `--json` lists every row. */
const SHOWN = 10

/**
 * One line for all rows that could not be placed, with every zone that is held, by the rows or because it waits for such a
 * zone, and one for each cause and file with the zones it holds itself; none without such rows.
 */
export function unplacedLines(
  rows: readonly UnplacedRow[],
  assessed: () => AssessAnswer['zones'],
  language: Language,
): string[] {
  const open = rows.filter(({ ruledOut }) => ruledOut === null)
  if (rows.length === 0) return []
  const zones = [...heldZones(assessed()).keys()].sort()
  const ruled = rows.length - open.length
  const head =
    language === 'zh'
      ? `未落位 ${formatCount(open.length)} 行，挂起 ${zones.length} 区${zones.length > 0 ? `：${zones.join(' ')}` : ''}${ruled > 0 ? `；已排除 ${ruled} 行` : ''}`
      : `unplaced: ${counted(open.length, 'row')}, holding ${counted(zones.length, 'zone')}${zones.length > 0 ? `: ${zones.join(' ')}` : ''}${ruled > 0 ? `; ruled out: ${formatCount(ruled)}` : ''}`
  const causes = byCause(open)
  const lines = causes.slice(0, SHOWN).map((cause) => `  ${lineOf(cause, language)}`)
  if (causes.length > SHOWN) lines.push(`  … ${causes.length - SHOWN}`)
  return [[head, ...lines].join('\n')]
}

const zonesOf = (rows: readonly UnplacedRow[]): string[] =>
  [...new Set(rows.flatMap(({ holds }) => holds.map(({ zone }) => zone)))].sort()

function byCause(rows: readonly UnplacedRow[]): UnplacedRow[][] {
  const causes = new Map<string, UnplacedRow[]>()
  for (const row of rows) {
    const key = `${row.file}\n${row.why}\n${row.holds.length > 0}`
    causes.set(key, [...(causes.get(key) ?? []), row])
  }
  return [...causes.values()].sort((a, b) => zonesOf(b).length - zonesOf(a).length)
}

function lineOf(rows: readonly UnplacedRow[], language: Language): string {
  const { file, row } = rows[0]!
  const why = whyText(rows[0]!, language)
  const zones = zonesOf(rows)
  const held = zones.length > 0 ? ` → ${zones.join(' ')}` : ''
  if (rows.length > 1)
    return language === 'zh'
      ? `${file} ${formatCount(rows.length)} 行：${why}${held}`
      : `${file}, ${counted(rows.length, 'row')}: ${why}${held}`
  const where = row === null ? '' : language === 'zh' ? ` 第 ${row} 行` : `, row ${row}`
  return language === 'zh' ? `${file}${where}：${why}${held}` : `${file}${where}: ${why}${held}`
}
