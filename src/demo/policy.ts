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

const noNewCases = (days: number): Record<string, unknown> => ({
  days: { since: { event: 'case', agg: 'last', filter: { not: ['central', 'closedLoop'] } }, gte: days },
  ifMissing: true,
  id: 'no-new-cases',
  mark: '增',
  authority: 'city',
  zh: '连续 {n} 天无新增',
  en: '{n} days without a new case',
})

const contactsMoved = {
  flag: 'allContactsControlled',
  id: 'contacts-moved',
  mark: '密',
  authority: 'national',
  zh: '密接、次密接全部转运',
  en: 'All close and secondary contacts moved',
}

const roundNegative = {
  rounds: { min: 1, result: 'negative', coverage: 1, withinDays: 2 },
  id: 'round-two-days',
  mark: '核',
  authority: 'national',
  zh: '2 天内一轮全员核酸阴性',
  en: 'A full round within 2 days, negative',
}

const roundAgain = {
  rounds: { min: 1, result: 'negative', coverage: 1, withinHours: 24 },
  id: 'round-one-day',
  mark: '轮',
  authority: 'local',
  zh: '24 小时内再做一轮全员核酸',
  en: 'One more full round within 24 hours',
}

const environment = {
  flag: 'environmentNegative',
  id: 'environment',
  mark: '环',
  authority: 'city',
  zh: '环境采样阴性、终末消毒合格',
  en: 'Environment samples negative, disinfection passed',
}

const sinceEntered = (days: number): Record<string, unknown> => ({
  days: { since: { event: 'level.entered' }, gte: days },
  id: 'days-at-level',
  mark: '增',
  authority: 'city',
  zh: '管控满 {n} 天',
  en: '{n} days controlled',
})

function transitions(): Record<string, unknown>[] {
  return [
    {
      id: 'positive-in-controlled',
      from: 'controlled',
      to: 'sealed',
      kind: 'upgrade',
      on: 'case',
      zh: '区内新增感染者，转为封控区',
      en: 'A case inside: sealed',
    },
    {
      id: 'positive-in-precaution',
      from: 'precaution',
      to: 'sealed',
      kind: 'upgrade',
      on: 'case',
      scope: 'affectedUnits',
      optional: true,
      zh: '发现感染者，所涉小区转为封控区',
      en: 'A case: the units concerned are sealed',
    },
    {
      id: 'sealed-to-controlled',
      from: 'sealed',
      to: 'controlled',
      kind: 'downgrade',
      approval: 'lanxi',
      zh: '降为管控区',
      en: 'Lower to controlled',
      when: { all: [noNewCases(7), contactsMoved, roundNegative, roundAgain, environment] },
    },
    {
      id: 'controlled-after-sealed',
      from: 'controlled',
      to: 'precaution',
      kind: 'downgrade',
      cameFrom: ['sealed'],
      approval: 'lanxi',
      zh: '降为防范区',
      en: 'Lower to precaution',
      when: { all: [sinceEntered(3), contactsMoved, roundNegative, environment] },
    },
    {
      id: 'controlled-to-precaution',
      from: 'controlled',
      to: 'precaution',
      kind: 'downgrade',
      cameFrom: [null],
      approval: 'lanxi',
      zh: '降为防范区',
      en: 'Lower to precaution',
      when: { all: [sinceEntered(7), contactsMoved, roundNegative, environment] },
    },
    {
      id: 'precaution-lifted',
      from: 'precaution',
      to: 'normal',
      kind: 'release',
      approval: 'lanxi',
      zh: '解除防范',
      en: 'Lift precaution',
      when: {
        all: [
          {
            zones: { within: 'district', levels: ['sealed', 'controlled'], eq: 0 },
            id: 'none-stricter',
            mark: '区',
            authority: 'national',
            zh: '全区已无封控区、管控区（余 {have} 个）',
            en: 'No sealed or controlled zone left ({have} remain)',
          },
        ],
      },
    },
  ]
}
