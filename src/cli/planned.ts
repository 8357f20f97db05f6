import { readFileSync } from 'node:fs'
import type { InputFile } from '../import/files/zip'
import { type ImportOptions, type ImportPlan, planImport } from '../import/plan'
import type { Problem } from '../import/problem'
import { type Recipe, readRecipes } from '../import/recipes/recipe'
import { sentenceOf } from '../import/sentences/sentences'
import { countOf } from '../import/told-problems'
import { questionLines, readAnswers, refuseUnusable } from './answers'
import { WrongUse } from './arguments'
import type { Language } from './language'
import { textTable } from './printed/text-table'

const HEADERS = {
  zh: ['文件', '类型', '编码', '坐标系', '行数', '采用', '退回'],
  en: ['file', 'kind', 'encoding', 'frame', 'rows', 'taken', 'refused'],
}

/** Beyond this many problems of one code in one file the text says how many there are; `--json` lists more. */
const SHOWN = 5

interface Asked extends ImportOptions {
  /** as `--answer` gives them */
  readonly answer: string | undefined
  /** what was decided before of tables by their shape */
  readonly recipes?: readonly Recipe[]
}

/** The plan with the answers that the command gives; without any, what hangs on a question is left out. */
export async function answeredPlan(
  files: readonly InputFile[],
  { answer, recipes = [], ...given }: Asked,
): Promise<ImportPlan> {
  const unanswered = { answers: {}, takesProposed: false, recipes }
  const plan = await planImport(files, { ...given, answering: unanswered })
  if (answer === undefined) return plan
  const answering = { ...readAnswers(answer, plan.questions), recipes }
  const answered = await planImport(files, { ...given, answering })
  refuseUnusable(answered.questions)
  return answered
}

/** The recipes of a file, as the page exports them. Throws `WrongUse` where it holds none. */
export function recipesIn(path: string | undefined): readonly Recipe[] {
  if (path === undefined) return []
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw new WrongUse(`--recipe ${path}: cannot be read`)
  }
  const recipes = readRecipes(text)
  if (recipes === null) throw new WrongUse(`--recipe ${path}: no file of recipes`)
  return recipes
}

/** The files of a plan with their counts, and what it asks. */
export function fileLines({ files, questions }: ImportPlan, language: Language): string[] {
  const rows = files.map((f) => [f.file, f.kind, f.encoding, f.frame, f.rows, f.taken, f.refused])
  return [textTable(HEADERS[language], rows), '', ...questionLines(questions, language)]
}

export function problemLines(problems: readonly Problem[], language: Language): string[] {
  const groups = new Map<string, Problem[]>()
  for (const problem of problems) {
    const key = `${problem.file} ${problem.code}`
    const group = groups.get(key)
    if (group) group.push(problem)
    else groups.set(key, [problem])
  }
  return [...groups.values()].flatMap((group) => {
    const lines = group.slice(0, SHOWN).map((problem) => sentenceOf(problem, language))
    const rest = group.reduce((sum, problem) => sum + countOf(problem), 0) - lines.length
    if (rest > 0) lines.push(language === 'zh' ? `  ……同类另有 ${rest} 项` : `  … and ${rest} more like this`)
    return lines
  })
}
