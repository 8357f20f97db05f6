import type { Bilingual, Clock, Transition } from '../policy/policy'
import type { LeafExpression } from './leaf-expression'

const EVENTS: Record<string, readonly [zh: string, en: string]> = {
  case: ['末例报告', 'the last case'],
  'case.left': ['末例转出', 'the last case left'],
  'case.onset': ['末例发病', 'the last onset'],
  'case.isolated': ['末例隔离', 'the last case was isolated'],
  'case.lastNegative': ['末次阴性采样', 'the last negative sample'],
  burial: ['安葬', 'the last burial'],
  'contact.exposure': ['末次暴露', 'the last exposure of a contact'],
  'contact.transferred': ['末位密接转运', 'the last contact was moved'],
  'contact.left': ['末位密接解除', 'the last contact was released'],
  'contact.gone': ['末位密接离开', 'the last contact was gone'],
  'zone.designated': ['划定', 'designation'],
  'level.entered': ['进入本级别', 'entering this level'],
  measuresInPlace: ['管控措施落实', 'measures were in place'],
  terminalDisinfection: ['终末消毒', 'terminal disinfection'],
}

function nameOf(clock: Clock): readonly [string, string] {
  if ('event' in clock) return EVENTS[clock.event] ?? [clock.event, clock.event]
  return ['起算', 'the start of the clock']
}

/** The sentence of a leaf that its policy leaves without one. */
export function sentenceOf(leaf: LeafExpression): Required<Bilingual> {
  if ('days' in leaf) {
    const [zh, en] = nameOf(leaf.days.since)
    return { zh: `自${zh}满 {n} 天`, en: `{n} days since ${en}` }
  }
  if ('count' in leaf) {
    const [zh, en] = EVENTS[leaf.count.event] ?? [leaf.count.event, leaf.count.event]
    const days = leaf.count.withinDays
    return { zh: `近 ${days} 天${zh} {have}，限 {of}`, en: `${en} in ${days} days: {have}, limit {of}` }
  }
  if ('rounds' in leaf)
    return { zh: '核酸筛查 {min} 轮均为阴性', en: '{min} rounds of testing, all negative' }
  if ('metric' in leaf) {
    const { name } = leaf.metric
    return { zh: `${name} {have}，限 {of}`, en: `${name} {have}, limit {of}` }
  }
  if ('surveys' in leaf)
    return {
      zh: '连续 {of} 次监测达标（已有 {have} 次）',
      en: '{of} surveys in a row within limits ({have} so far)',
    }
  if ('zones' in leaf)
    return { zh: '同辖区内相应分区余 {have} 个', en: '{have} such zones left in the same unit' }
  return { zh: `${leaf.flag} 为真`, en: `${leaf.flag} is true` }
}

/** The opposite of a sentence, where a policy negates a leaf and leaves it without one. */
export function negated({ zh, en }: Required<Bilingual>): Required<Bilingual> {
  return { zh: `非：${zh}`, en: `Not: ${en}` }
}

/** The sentence of the event that moves a zone at once. */
export function eventSentence({ on }: Transition): Required<Bilingual> {
  const [zh, en] = on === 'case' ? ['感染者', 'case'] : (EVENTS[on!] ?? [on!, on!])
  return { zh: `划定后区内新增${zh}`, en: `A new ${en} inside after designation` }
}

export const DAYS_IN_LEVEL: Required<Bilingual> = { zh: '在本级别满 {n} 天', en: '{n} days at this level' }
export const STRICTER_INSIDE: Required<Bilingual> = {
  zh: '区内尚有更严的分区 {have} 个',
  en: 'Stricter zones inside, not lowered yet: {have}',
}

export const RAISE_DUE: Required<Bilingual> = {
  zh: '从严条件已满足而尚未处置 {have} 项',
  en: 'Conditions to become stricter are met and not acted on: {have}',
}

export const STRICTER_AROUND: Required<Bilingual> = {
  zh: '四周均为更严的分区（其中最宽为 {zones}）',
  en: 'Stricter zones lie all round it, the least strict of them {zones}',
}

export const STEP_UNREAD: Required<Bilingual> = {
  zh: '审批记录有 {have} 行读不出，或为退回',
  en: 'Rows of the approval that could not be read and may decline it: {have}',
}

export const SIGNAL_OPEN: Required<Bilingual> = {
  zh: '区内阳性线索待复核 {have} 条',
  en: 'Signals inside that nobody has decided: {have}',
}

/** The sentence with its figures in; what is unknown is a dash. */
export function filled(sentence: string, figures: Readonly<Record<string, string | number | null>>): string {
  return inSingular(sentence.replace(/\{(\w+)\}/g, (_, name: string) => printed(figures[name] ?? null)))
}

/** English: an edition writes `{n} days` whatever n is. */
const inSingular = (sentence: string): string =>
  sentence.replace(/(?<![\d.,])1 ((?:full )?(?:day|hour|case|round|zone|sample|row|outbreak))s\b/g, '1 $1')

/** A whole number from 1,000 up is grouped by thousands; a missing figure is a dash. */
function printed(figure: string | number | null): string {
  if (figure === null) return '—'
  if (typeof figure === 'string' || !Number.isInteger(figure)) return String(figure)
  return String(figure).replace(/\B(?=(\d{3})+$)/g, ',')
}
