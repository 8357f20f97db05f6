import type { Bilingual, Policy } from '../policy/policy'
import type { Dictionary, NameKind } from './dictionary'
import { EN } from './en'
import type { Words } from './explanation'
import { ZH } from './zh'

/** The same sentence in both languages. */
export function inBoth(make: (dictionary: Dictionary) => string): Words {
  return { zh: make(ZH), en: make(EN) }
}

/** Whether the dictionary knows the id; others are said in the policy's own words, or quoted. */
export function isNamed(kind: NameKind, id: string): boolean {
  return ZH.names[kind][id] !== undefined && EN.names[kind][id] !== undefined
}

export function nameOf(dictionary: Dictionary, kind: NameKind, id: string): string {
  return dictionary.names[kind][id] ?? dictionary.quoted(id)
}

/** The name of an event; a case is named by what the policy counts. */
export function eventWords(
  dictionary: Dictionary,
  event: string,
  { subject }: Pick<Policy, 'subject'>,
): string {
  if (event !== 'case' || !subject) return nameOf(dictionary, 'event', event)
  return dictionary.report(dictionary.language === 'zh' ? subject.zh : subject.en)
}

/** The name in one language, else in the other, else the id in quotes. */
export function ownName({ language, quoted }: Dictionary, { zh, en }: Bilingual, id: string): string {
  return (language === 'zh' ? (zh ?? en) : (en ?? zh)) ?? quoted(id)
}

export function levelName(dictionary: Dictionary, policy: Pick<Policy, 'levels'>, id: string): string {
  return ownName(dictionary, policy.levels.find((one) => one.id === id) ?? {}, id)
}

/** The name of one who acts: a policy says it in Chinese, the English dictionary knows the usual ones. */
export function actorName(dictionary: Dictionary, actor: string | undefined): string | null {
  return actor === undefined ? null : (dictionary.names.actor[actor] ?? actor)
}

/** `S7 S8` or `S7, S8` as a list. */
export function sourcesOf(source: string | undefined): string[] {
  return source?.split(/[\s,;]+/).filter((one) => one !== '') ?? []
}

/** The name of an event in both languages; one that no dictionary knows is quoted. */
export function eventName(event: string): Words {
  return inBoth((dictionary) => nameOf(dictionary, 'event', event))
}
