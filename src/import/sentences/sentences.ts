import { semicolon } from '../../i18n/between'
import { formatCount } from '../../i18n/format'
import { formatGround, formatPosition } from '../../i18n/measures'
import type { Problem, ProblemCode, ProblemPair } from '../problem'
import { SENTENCES_EN } from './sentences-en'
import { SENTENCES_ZH } from './sentences-zh'
import type { Told } from './told'

/** For every code, in both languages: what happened, what was kept, what to do. `{…}` are fields of the problem. */
export const SENTENCES: Readonly<Record<'zh' | 'en', Readonly<Record<ProblemCode, Told>>>> = {
  zh: SENTENCES_ZH,
  en: SENTENCES_EN,
}

/** The three sentences of a problem with its figures filled in. A suggestion that nobody has leaves its sentence out. */
export function toldOf(problem: Problem, language: 'zh' | 'en'): Told {
  const { file, row, column, seen, suggestion, detail } = problem
  const area = detail?.areaM2 ?? null
  const grouped = (text: string | null): string | null =>
    COUNTS.has(problem.code) && text !== null && /^\d+$/.test(text) ? formatCount(Number(text)) : text
  const filled: Record<string, string | null> = {
    file,
    row: row === null ? null : String(row),
    column,
    /** what stands in a cell about a person is not said */
    seen: grouped(seen) ?? (language === 'zh' ? '内容' : 'What stands'),
    suggestion: suggestion === '' ? null : grouped(suggestion),
    count: detail ? String(detail.count) : null,
    area: area === null ? null : formatGround(area),
    largest: detail?.pairs.length ? largestOf(detail.pairs, language) : null,
  }
  const [happened, kept, todo] = SENTENCES[language][problem.code]
  return [fill(happened, filled), fill(kept, filled), fill(withoutEmpty(todo, filled), filled)]
}

/** What was seen there is a number of people or square metres. */
const COUNTS: ReadonlySet<string> = new Set([
  ...['parts-overlap', 'holes-beyond', 'excused-beyond-listed', 'sampled-beyond-listed'],
  'resulted-beyond-sampled',
  'occupied-beyond-rooms',
  'passage-apart',
])

/** So many of the largest pairs stand in a sentence. */
const LARGEST = 3

/** `V11 × V12 2,049 m² (113.02000, 34.01000)`: the largest pairs, with their ground and where it is. */
function largestOf(pairs: readonly ProblemPair[], language: 'zh' | 'en'): string {
  const largest = [...pairs].sort((one, other) => other.areaM2 - one.areaM2).slice(0, LARGEST)
  return largest
    .map(({ a, b, areaM2, position }) => {
      const where = !position
        ? ''
        : language === 'zh'
          ? `（${formatPosition(position)}）`
          : ` (${formatPosition(position)})`
      return `${a} × ${b} ${formatGround(areaM2)}${where}`
    })
    .join(semicolon(language))
}

/** One line: where, what happened, what was kept, what to do. */
export function sentenceOf(problem: Problem, language: 'zh' | 'en'): string {
  const { file, row } = problem
  const where = row === null ? file : language === 'zh' ? `${file} 第 ${row} 行` : `${file}, row ${row}`
  const colon = language === 'zh' ? '：' : ': '
  return where + colon + toldOf(problem, language).join(language === 'zh' ? '' : ' ')
}

const fill = (template: string, values: Readonly<Record<string, string | null>>): string =>
  template
    .replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '—')
    .replace(/\(1 (row|cell|feature|line|name)s\)/g, '(1 $1)')

/** Leaves out the clauses that ask for a value nobody has. */
function withoutEmpty(template: string, values: Readonly<Record<string, string | null>>): string {
  const clauses = template.match(/[^。？?；;.]*(?:[。？?；;]|\.(?=\s|$)|\.|$)\s*/g) ?? [template]
  const kept = clauses.filter((clause) => {
    const names = Array.from(clause.matchAll(/\{(\w+)\}/g), (match) => match[1]!)
    return names.every((name) => values[name] !== null)
  })
  return kept
    .join('')
    .trim()
    .replace(/[；;]$/, template.includes('。') ? '。' : '.')
}
