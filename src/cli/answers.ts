import { type Answering, isToAsk, LEFT_OPEN, type Part, type Question } from '../import/questions/question'
import { questionText, reasonText, whereAsked } from '../import/questions/sentences'
import { WrongUse } from './arguments'
import type { Language } from './language'

/** `proposed` takes what is proposed; `1=2022,2=sealed@2022-07-09T17:00` answers by the number of the question. */
const PROPOSED = 'proposed'

/** Answers given on the command line. Throws `WrongUse` where a number or an answer is none. */
export function readAnswers(seen: string | undefined, questions: readonly Question[]): Answering {
  const answers: Record<string, string> = {}
  const parts = (seen ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  for (const part of parts.filter((one) => one !== PROPOSED)) {
    const [, number, text] = /^(\d+)\s*=\s*(.+)$/.exec(part) ?? []
    const question = questions[Number(number) - 1]
    if (!question || text === undefined)
      throw new WrongUse(
        `--answer ${part}: NUMBER=ANSWER is expected, with a number from 1 to ${questions.length}`,
      )
    Object.assign(answers, answersTo(question, text))
  }
  return { answers, takesProposed: parts.includes(PROPOSED) }
}

function answersTo({ kind, id, of: [first] }: Question, text: string): Record<string, string> {
  const { file } = first!
  if (kind === 'person') return { [id]: text }
  if (kind !== 'zones') return { [`${kind}:${file}`]: text }
  const [level = '', begin = ''] = text === LEFT_OPEN ? [LEFT_OPEN, LEFT_OPEN] : text.split('@')
  return { ...(level ? { [`level:${file}`]: level } : {}), ...(begin ? { [`begin:${file}`]: begin } : {}) }
}

/** Throws `WrongUse` where an answer can be none. */
export function refuseUnusable(questions: readonly Question[]): void {
  for (const [at, question] of questions.entries())
    for (const { unusable } of partsOf(question))
      if (unusable !== null)
        throw new WrongUse(
          `--answer ${at + 1}=${unusable}: not an answer to: ${questionText(question, 'en')} ${expected(question)}`,
        )
}

const partsOf = (question: Question): readonly Part[] =>
  question.kind !== 'zones' ? [question] : [question.level, question.begin].filter((part) => part !== null)

function expected(question: Question): string {
  if (question.kind === 'year') return '(a year from 1900 to 2100, or two: 2022-2023)'
  if (question.kind === 'same' || question.kind === 'person') return `(${howAnswered(question).join(' | ')})`
  return `(${question.choices.map(({ value }) => value).join(' | ')} | names | none, @ and since when)`
}

/** The questions as text, with what is proposed and how it is answered here. */
export function questionLines(questions: readonly Question[], language: Language): string[] {
  if (questions.length === 0) return []
  const asked = questions.filter(({ kind }) => kind !== 'person')
  const persons = questions.filter(({ kind }) => kind === 'person')
  const lines = (of: readonly Question[]): string[] =>
    of.map((question) => lineOf(question, questions.indexOf(question), language))
  return [
    ...(asked.length > 0 ? [askedHead(asked, language), ...lines(asked)] : []),
    ...(persons.length > 0 ? [personsHead(persons.length, language), ...lines(persons)] : []),
    '',
  ]
}

function askedHead(asked: readonly Question[], language: Language): string {
  const open = asked.filter((question) => partsOf(question).some(({ answer }) => answer === null)).length
  return language === 'zh'
    ? `要问的 ${asked.length} 处${open > 0 ? `，${open} 处还没有回答：这些行不采用` : '，都已回答'}`
    : `${asked.length} to be answered${open > 0 ? `, ${open} open: their rows are left out` : ', all answered'}`
}

const personsHead = (count: number, language: Language): string =>
  language === 'zh'
    ? `可能是同一人 ${count} 对，不答则各算一人`
    : count === 1
      ? '1 pair may be of one person; both count until answered'
      : `${count} pairs may be of one person; both count until answered`

function howAnswered(question: Question): readonly string[] {
  if (question.kind === 'same') return ['same', 'apart']
  if (question.kind === 'person') return ['two', 'here', 'there']
  return question.kind === 'year' ? question.choices : question.choices.map(({ value }) => value)
}

function lineOf(question: Question, at: number, language: Language): string {
  const parts = partsOf(question)
  const how = howAnswered(question)
  const reasons = isToAsk(question) ? parts.map(({ reason }) => reasonText(reason, language)) : []
  const proposed =
    question.kind === 'person' ? how.join('|') : parts.map(({ proposed: one }) => one ?? '?').join('@')
  const answered = parts.map(({ answer }) => answer ?? '—').join('@')
  const said = [questionText(question, language), whereAsked(question, language)]
  const asked = (question.kind === 'person' ? said.reverse() : said).join(' ')
  return `  ${at + 1}  ${[asked, ...reasons, `[${how.join(' | ')}]`].join(' · ')} --answer ${at + 1}=${proposed} → ${answered}`
}
