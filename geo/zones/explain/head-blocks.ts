import type { Policy } from '../policy/policy'
import { resolvePolicy } from '../policy/resolve-policy'
import type { PolicyItem, PolicySentence, Words } from './explanation'
import { inBoth, levelName, nameOf, ownName } from './naming'
import { plain } from './transitions-block'

const only = (path: string, sentences: readonly PolicySentence[]): PolicyItem[] =>
  sentences.length > 0 ? [{ path, about: null, title: null, sentences }] : []

/** Disease, place, validity, and which edition it builds on. */
export function headItems(policy: Policy, documents: readonly unknown[]): PolicyItem[] {
  const { jurisdiction, valid } = policy
  const document = (documents as readonly Partial<Policy>[]).find((one) => one?.id === policy.id)
  const under = document?.extends
  const base = under === undefined ? null : resolvePolicy(under, documents).policy
  return only('name', [
    plain('jurisdiction', 'text', {
      words: inBoth((d) => d.head.about({ disease: diseaseName(d, policy.disease), jurisdiction })),
    }),
    plain('valid', 'text', { words: inBoth((d) => d.head.valid(valid.from, valid.to)) }),
    ...(base
      ? [
          plain('extends', 'text', {
            words: inBoth((d) => d.head.extends(ownName(d, base.name, base.id))),
          }),
        ]
      : []),
  ])
}

const diseaseName = (d: Parameters<typeof nameOf>[0], disease: string): string =>
  d.names.disease[disease] ?? disease

/** How n days are counted, in which time, in which units, and what holds where zones overlap. */
export function countingItems(policy: Policy): PolicyItem[] {
  const { tz, unit } = policy
  const say = (path: string, make: Parameters<typeof inBoth>[0]) =>
    plain(path, 'clock', { words: inBoth(make) })
  const found = [say('dayCount', (d) => d.head.elapsed(policy.dayCount === 'fullDays'))]
  if (policy.dayOne) found.push(say('dayOne', (d) => d.test.dayOne(policy.dayOne === 'nextDay')))
  if (tz) found.push(say('tz', (d) => d.head.zone(tz)))
  if (unit)
    found.push(
      say('unit', (d) =>
        d.head.units(
          nameOf(d, 'unit', unit.default),
          unit.allowed.map((one) => nameOf(d, 'unit', one)),
        ),
      ),
    )
  if (policy.overlap) found.push(say('overlap', (d) => d.head.stricter))
  return only('dayCount', found)
}

/** What is counted, and which ways of being found count as the community. */
export function subjectItems(policy: Policy): PolicyItem[] {
  const { subject, communityFinds, clusterSize } = policy
  const found: PolicySentence[] = []
  if (subject)
    found.push(
      plain('subject', 'text', {
        words: inBoth((d) =>
          d.language === 'zh'
            ? d.head.subject(subject.zh, subject.unit)
            : d.head.subject(subject.en, subject.unitEn ?? subject.unit),
        ),
      }),
    )
  if (communityFinds)
    found.push(
      plain('communityFinds', 'text', {
        words: inBoth((d) => d.head.community(communityFinds.map((one) => nameOf(d, 'found', one)))),
      }),
    )
  if (clusterSize)
    found.push(plain('clusterSize', 'text', { words: inBoth((d) => d.head.clusters(clusterSize)) }))
  return only('subject', found)
}

/** Which editions it takes zones over from: level by level, days running on or not, grace. */
export function migrationItems(policy: Policy, documents: readonly unknown[]): PolicyItem[] {
  const sentences = (policy.migrate ?? []).map((one, i) => {
    const before = resolvePolicy(one.from, documents).policy
    return plain(`migrate.${i}`, 'text', {
      words: inBoth((d) =>
        d.head.migrates({
          from: ownName(d, before?.name ?? {}, one.from),
          levels: Object.entries(one.map).map(
            ([from, to]) => `${levelName(d, before ?? { levels: [] }, from)} → ${levelName(d, policy, to)}`,
          ),
          keeps: one.keepClock,
          grace: one.graceDays ?? null,
        }),
      ),
    })
  })
  return only('migrate', sentences)
}

/** `topic · grade · reference`; topic and reference may be `中文 / English`. */
export function sourceItems(policy: Policy, unverified: boolean): PolicyItem[] {
  const sentences = policy.sources.flatMap((line, i) => {
    const { topic, grade, reference, ids } = partsOf(line)
    if (unverified !== isUnverified(grade)) return []
    const words = inBoth((d) =>
      d.head.source({
        topic: topic[d.language],
        grade: unverified ? null : (d.names.grade[grade] ?? grade),
        reference: reference[d.language],
      }),
    )
    return [{ ...plain(`sources.${i}`, 'source', { words }), sources: ids, unverified: isUnverified(grade) }]
  })
  return only('sources', sentences)
}

const isUnverified = (grade: string): boolean => /\bG\b/.test(grade)

function partsOf(line: string) {
  const [about = line, grade = '', ...rest] = line.split(' · ')
  const reference = rest.join(' · ')
  const ids = reference.match(/\bS\d+[a-z]?\b/g) ?? []
  return { topic: inTwo(about), grade, reference: inTwo(reference), ids }
}

function inTwo(words: string): Words {
  const [zh = words, en = zh] = words.split(' / ')
  return { zh, en }
}
