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
import type { Register } from '../log/register'
import { spanOf } from '../log/span'
import { questionLines, readAnswers, refuseUnusable } from './answers'
import type { Arguments } from './arguments'
import { comparedLines } from './compared-lines'
import type { Answer, Context } from './context'
import type { Language } from './language'
import { factsOf, type HeldPack, readHeld, readInput } from './read-pack'
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
  const { against } = args.options
  const held = against === undefined ? null : await readHeld(against, clock)
  const plan = await answeredPlan(args, clock, held)
  const { files, problems, isEmpty } = plan
  const news = held && !plan.log ? held.with(plan) : null
  const facts = (news?.factsKnown ?? factsOf(plan, clock))(null)
  const { unplaced, sources, assessed } = openIn(facts, clock)
  const { compared = null, changes = null, counts = null } = news?.admission ?? {}
  const rows = files.map((f) => [f.file, f.kind, f.encoding, f.frame, f.rows, f.taken, f.refused])
  const text = [
    textTable(HEADERS[language], rows),
    '',
    ...questionLines(plan.questions, language),
    ...comparedLines(
      { compared: compared ?? [], changes: changes ?? [], timezone: facts.pack.timezone },
      language,
    ),
    ...problemLines(problems, language),
    ...unplacedLines(unplaced, assessed, language),
  ]
    .join('\n')
    .trimEnd()
  if (isEmpty) warn(`${args.path}: ${NOTHING[language]}`)
  return {
    document: {
      ...{ schema: 'cordon-check/1', files, questions: plan.questions, problems, unplaced, sources },
      ...{ compared, changes, counts },
    },
    text,
    exit: isEmpty ? 1 : 0,
  }
}

/** The plan with the answers that the command gives; without any, what hangs on a question is left out. */
async function answeredPlan(
  { path, options }: Arguments,
  clock: number,
  held: HeldPack | null,
): Promise<ImportPlan> {
  const files = readInput(path)
  const given = { clock, ...(held ? { existing: held.facts } : {}) }
  const plan = await planImport(files, given)
  if (options.answer === undefined) return plan
  const answering = readAnswers(options.answer, plan.questions)
  const answered = await planImport(files, { ...given, answering })
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
function openIn(facts: Register, clock: number): Open {
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
