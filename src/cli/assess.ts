import { type AssessAnswer, assessWithFindings, type ConditionAnswer } from '#geo'
import { type Arguments, instantOption, requiredAsOf } from './arguments'
import type { Answer, Context } from './commands'
import type { Language } from './language'
import { NoAnswer, readPack, warnRefused } from './read-pack'
import { textTable } from './text-table'

const HEADERS = {
  zh: ['编号', '名称', '级别', '自', '调整', '状态', '最早', '还缺'],
  en: ['id', 'name', 'level', 'since', 'transition', 'state', 'earliest', 'open'],
}
const STATES = {
  zh: { blocked: '条件未满足', unknown: '条件未满足（有未知）', due: '条件已满足', approval: '审批中' },
  en: { blocked: 'blocked', unknown: 'unknown', due: 'due', approval: 'approval' },
}

/** `cordon assess PACK --as-of T`: may each zone move, what is missing, what is the earliest day? */
export async function assessPack(args: Arguments, { language, warn }: Context): Promise<Answer> {
  const pack = await readPack(args.path)
  const asOf = requiredAsOf(args, pack.timezone)
  const known = instantOption(args, 'known', pack.timezone)
  warnRefused(pack, language, warn)
  try {
    const { assess: answer } = assessWithFindings(pack.factsKnown(known), {
      asOf,
      known,
      policy: args.options.policy ?? null,
    })
    return { document: answer, text: textOf(answer, language) }
  } catch (fault) {
    throw fault instanceof RangeError ? new NoAnswer(fault.message) : fault
  }
}

function textOf(answer: AssessAnswer, language: Language): string {
  const rows = answer.zones.flatMap((zone) => {
    const first = [zone.id, zone.name, zone.level, zone.since]
    if (zone.transitions.length === 0) return [[...first, null, null, null, null]]
    return zone.transitions.map((transition, i) => [
      ...(i === 0 ? first : ['', '', '', '']),
      `${transition.id} → ${transition.to}`,
      STATES[language][transition.state],
      transition.eligibleAt,
      openOf(transition.conditions, language),
    ])
  })
  return [`${answer.asOf}  ${answer.policy ?? '—'}`, textTable(HEADERS[language], rows)].join('\n\n')
}

function openOf(conditions: readonly ConditionAnswer[], language: Language): string {
  const open = conditions.filter(({ state }) => state !== 'met')
  return open
    .map((condition) => (condition.state === 'unknown' ? `${condition[language]}?` : condition[language]))
    .join('; ')
}
