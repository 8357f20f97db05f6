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
import type { Register } from '../log/fold/register'
import { spanOf } from '../log/fold/span'
import type { Arguments } from './arguments'
import type { Answer, Context } from './context'
import { answeredPlan, fileLines, problemLines, recipesIn } from './planned'
import { comparedLines } from './printed/compared-lines'
import { unplacedLines } from './printed/unplaced-lines'
import { factsOf, readHeld, readInput } from './read-pack'

const NOTHING = {
  zh: '没有任何内容可以采用：原因见上面各项。',
  en: 'nothing at all could be taken: the reasons are listed.',
}

/** `cordon check PACK`: what an import of the pack would take and refuse; exit 1 where it would take nothing at all. */
export async function check(args: Arguments, { language, warn }: Context): Promise<Answer> {
  const clock = Date.now()
  const { against, answer, recipe } = args.options
  const recipes = recipesIn(recipe)
  const held = against === undefined ? null : await readHeld(against, clock)
  const plan = await answeredPlan(readInput(args.path), {
    ...{ clock, answer, recipes },
    ...(held ? { existing: held.facts } : {}),
  })
  const { files, problems, isEmpty } = plan
  const news = held && !plan.log ? held.with(plan) : null
  const facts = (news?.factsKnown ?? factsOf(plan, clock))(null)
  const { unplaced, sources, assessed } = openIn(facts, clock)
  const { compared = null, changes = null, counts = null } = news?.admission ?? {}
  const text = [
    ...fileLines(plan, language),
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
      ...{ schema: 'cordon-check/1', files, questions: plan.questions },
      problems: problems.map((problem) => ({ ...problem, more: problem.more ?? 0 })),
      ...{ unplaced, sources },
      ...{ compared, changes, counts },
    },
    text,
    exit: isEmpty ? 1 : 0,
  }
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
