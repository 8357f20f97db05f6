/** The rule edition of the demo district: seven days sealed, three controlled, after Shanghai's notice of 22 May 2022. */
export function lanxiPolicy(): Record<string, unknown> {
  return {
    id: 'lanxi-2022-05',
    extends: 'cn-2021-three-zone',
    name: {
      zh: '澜溪区三区调整办法（2022年5月10日版，虚构）',
      en: 'Lanxi three-zone rules, edition of 10 May 2022 (fictional)',
    },
    disease: 'covid-19',
    jurisdiction: 'CN-澜溪区（虚构）',
    valid: { from: '2022-05-10', to: null },
    sources: ['S23', 'S24'],
    tz: 'Asia/Shanghai',
    mode: 'fsm',
    dayCount: 'fullDays',
    transitions: transitions(),
    approvals: {
      lanxi: [
        { step: 'apply', zh: '镇街申报', en: 'Town applies', actor: '镇街指挥部' },
        { step: 'assess', zh: '区疾控评估', en: 'District CDC assesses', actor: '区疾控专家组' },
        { step: 'approve', zh: '区指挥部审批', en: 'District headquarters approves', actor: '区指挥部' },
      ],
    },
    communityFinds: ['visit', 'community'],
    subject: { zh: '感染者', en: 'cases', unit: '例', unitEn: 'cases' },
  }
}

interface Leaf {
  readonly id: string
  readonly mark: string
  readonly authority: 'city' | 'local'
  readonly zh: string
  readonly en: string
  readonly [asked: string]: unknown
}

const noNewCases: Leaf = {
  id: 'noNewCase',
  mark: '增',
  authority: 'city',
  zh: '连续 {n} 天无新增（第 {have}/{of} 天）',
  en: '{n} days without a new case (day {have} of {of})',
  days: { since: { event: 'case', agg: 'last', filter: { not: ['central', 'closedLoop'] } }, gte: 7 },
  ifMissing: true,
}

const contactsMoved: Leaf = {
  id: 'contactsMoved',
  mark: '密',
  authority: 'city',
  zh: '密接、次密接全部转运',
  en: 'All close and secondary contacts moved',
  flag: 'allContactsControlled',
}

const finalRound: Leaf = {
  id: 'finalRound',
  mark: '核',
  authority: 'city',
  zh: '{n} 天内一轮全员核酸阴性',
  en: 'A full round within {n} days, all negative',
  rounds: { min: 1, result: 'negative', coverage: 1, withinDays: 2 },
}

const dailyRound: Leaf = {
  id: 'dailyRound',
  mark: '轮',
  authority: 'local',
  zh: '{n} 小时内再做一轮全员核酸',
  en: 'One more full round within {n} hours',
  rounds: { min: 1, result: 'negative', coverage: 1, withinHours: 24 },
}

const environment: Leaf = {
  id: 'environment',
  mark: '环',
  authority: 'city',
  zh: '环境采样阴性、终末消毒合格',
  en: 'Environment samples negative, disinfection passed',
  flag: 'environmentNegative',
}

const daysControlled = (days: number): Leaf => ({
  id: 'daysControlled',
  mark: '增',
  authority: 'city',
  zh: '管控满 {n} 天（第 {have}/{of} 天）',
  en: '{n} days controlled (day {have} of {of})',
  days: { since: { event: 'level.entered' }, gte: days },
})

/** A town that was controlled as a whole before it came under precaution waits for its own zones only. */
const othersLifted: Leaf = {
  id: 'othersLifted',
  mark: '余',
  authority: 'city',
  zh: '本镇街封控区、管控区均已解除（余 {have} 个）',
  en: 'All sealed and controlled zones of the town are lifted ({have} left)',
  zones: { within: 'town', levels: ['sealed', 'controlled'], eq: 0 },
}

/** One `all` inside another: the conditions stand in the place of those of the edition it extends. */
const instead = (...leaves: readonly Leaf[]): Record<string, unknown> => ({ all: [{ all: leaves }] })

function transitions(): Record<string, unknown>[] {
  return [
    {
      id: 'unseal',
      from: 'sealed',
      to: 'controlled',
      kind: 'downgrade',
      approval: 'lanxi',
      zh: '降为管控区',
      en: 'Lower to controlled',
      when: instead(noNewCases, contactsMoved, finalRound, dailyRound, environment),
    },
    {
      id: 'uncontrol',
      from: 'controlled',
      to: 'precaution',
      kind: 'downgrade',
      cameFrom: [null],
      approval: 'lanxi',
      zh: '降为防范区',
      en: 'Lower to precaution',
      when: instead(daysControlled(7), contactsMoved, finalRound, environment),
    },
    {
      id: 'uncontrol-after-sealed',
      from: 'controlled',
      to: 'precaution',
      kind: 'downgrade',
      cameFrom: ['sealed'],
      approval: 'lanxi',
      zh: '降为防范区',
      en: 'Lower to precaution',
      when: instead(daysControlled(3), contactsMoved, finalRound, environment),
    },
    {
      id: 'lift-precaution',
      approval: 'lanxi',
      from: 'precaution',
      to: 'normal',
      kind: 'release',
      cameFrom: [null, 'sealed'],
    },
    {
      id: 'lift-precaution-after-controlled',
      from: 'precaution',
      to: 'normal',
      kind: 'release',
      cameFrom: ['controlled'],
      approval: 'lanxi',
      zh: '解除防范',
      en: 'Lift precaution',
      when: instead(othersLifted),
    },
  ]
}
