import { formatGround } from '../i18n/measures'
import type { Problem, ProblemCode } from './problem'
import { SENTENCES_EN } from './sentences-en'
import { SENTENCES_ZH, type Told } from './sentences-zh'

/** For every code, in both languages: what happened, what was kept, what to do. `{…}` are fields of the problem. */
export const SENTENCES: Readonly<Record<'zh' | 'en', Readonly<Record<ProblemCode, Told>>>> = {
  zh: SENTENCES_ZH,
  en: SENTENCES_EN,
}

/** The three sentences of a problem with its figures filled in. A suggestion that nobody has leaves its sentence out. */
export function toldOf(problem: Problem, language: 'zh' | 'en'): Told {
  const { file, row, column, seen, suggestion, detail } = problem
  const area = detail?.areaM2 ?? null
  const filled: Record<string, string | null> = {
    file,
    row: row === null ? null : String(row),
    column,
    seen,
    suggestion: suggestion === '' ? null : suggestion,
    count: detail ? String(detail.count) : null,
    area: area === null ? null : formatGround(area),
  }
  const [happened, kept, todo] = SENTENCES[language][problem.code]
  return [fill(happened, filled), fill(kept, filled), fill(withoutEmpty(todo, filled), filled)]
}

/** One line: where, what happened, what was kept, what to do. */
export function sentenceOf(problem: Problem, language: 'zh' | 'en'): string {
  const { file, row } = problem
  const where = row === null ? file : language === 'zh' ? `${file} 第 ${row} 行` : `${file}, row ${row}`
  const colon = language === 'zh' ? '：' : ': '
  return where + colon + toldOf(problem, language).join(language === 'zh' ? '' : ' ')
}

const fill = (template: string, values: Readonly<Record<string, string | null>>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '—')

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
