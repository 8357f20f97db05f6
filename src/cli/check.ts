import {
  type AssessAnswer,
  assess,
  policiesOf,
  readAsOf,
  type SourceAnswer,
  sourcesOf,
  type UnplacedRow,
  unplacedOf,
  type ZoneStay,
} from '#geo'
import { type ImportPlan, planImport } from '../import/plan'
import type { Problem } from '../import/problem'
import { sentenceOf } from '../import/sentences'
import { spanOf } from '../log/span'
import { questionLines, readAnswers, refuseUnusable } from './answers'
import type { Arguments } from './arguments'
import type { Answer, Context } from './context'
import type { Language } from './language'
import { factsOf, readInput } from './read-pack'
import { textTable } from './text-table'
import { unplacedLines } from './unplaced-lines'

const HEADERS = {
  zh: ['文件', '类型', '编码', '坐标系', '行数', '采用', '退回'],
  en: ['file', 'kind', 'encoding', 'frame', 'rows', 'taken', 'refused'],
}

/** Beyond this many problems of one code in one file the text says how many there are; `--json` lists all. */
const SHOWN = 5

const NOTHING = {
  zh: '没有任何内容可以采用：原因见上面各项。',
  en: 'nothing at all could be taken: the reasons are listed.',
}

/** `cordon check PACK`: what an import of the pack would take and refuse; exit 1 where it would take nothing at all. */
export async function check(args: Arguments, { language, warn }: Context): Promise<Answer> {
  const clock = Date.now()
  const plan = await answeredPlan(args, clock)
  const { files, problems, isEmpty } = plan
  const { unplaced, sources, assessed } = openIn(plan, clock)
  const rows = files.map((f) => [f.file, f.kind, f.encoding, f.frame, f.rows, f.taken, f.refused])
  const text = [
    textTable(HEADERS[language], rows),
    '',
    ...questionLines(plan.questions, language),
    ...problemLines(problems, language),
    ...unplacedLines(unplaced, assessed, language),
  ]
    .join('\n')
    .trimEnd()
  if (isEmpty) warn(`${args.path}: ${NOTHING[language]}`)
  return {
    document: { schema: 'cordon-check/1', files, questions: plan.questions, problems, unplaced, sources },
    text,
    exit: isEmpty ? 1 : 0,
  }
}

/** The plan with the answers that the command gives; without any, what hangs on a question is left out. */
async function answeredPlan({ path, options }: Arguments, clock: number): Promise<ImportPlan> {
  const files = readInput(path)
  const plan = await planImport(files, { clock })
  if (options.answer === undefined) return plan
  const answering = readAnswers(options.answer, plan.questions)
  const answered = await planImport(files, { clock, answering })
  refuseUnusable(answered.questions)
  return answered
}

interface Open {
  readonly unplaced: readonly UnplacedRow[]
  readonly sources: readonly SourceAnswer[]
  assessed(): AssessAnswer['zones']
}

/**
 * Rows that could not be placed and what the lists speak for, as of the pack's own as-of, else of its newest plausible
 * fact, else of now.
 */
function openIn(plan: ImportPlan, clock: number): Open {
  const facts = factsOf(plan, clock)(null)
  const asOf =
    (facts.pack.asOf === null ? null : readAsOf(facts.pack.timezone, facts.pack.asOf)) ??
    spanOf(facts, clock)?.newest
  const policy = policiesOf(facts)({ policy: null } as ZoneStay)
  return {
    unplaced: asOf === undefined ? [] : unplacedOf(facts, { asOf }),
    sources: sourcesOf(facts, { asOf: asOf ?? clock, policy }),
    assessed: () => (asOf === undefined ? [] : assess(facts, { asOf }).zones),
  }
}

function problemLines(problems: readonly Problem[], language: Language): string[] {
  const groups = new Map<string, Problem[]>()
  for (const problem of problems) {
    const key = `${problem.file} ${problem.code}`
    const group = groups.get(key)
    if (group) group.push(problem)
    else groups.set(key, [problem])
  }
  return [...groups.values()].flatMap((group) => {
    const lines = group.slice(0, SHOWN).map((problem) => sentenceOf(problem, language))
    const rest = group.length - lines.length
    if (rest > 0) lines.push(language === 'zh' ? `  ……同类另有 ${rest} 项` : `  … and ${rest} more like this`)
    return lines
  })
}
