/** Sealed goes to controlled after seven days without a case and a negative round of the last 24 hours, in two steps. */
export const oneOrder = {
  id: 'one-order',
  name: { zh: '一令', en: 'One order' },
  valid: { from: '2020-01-01', to: null },
  jurisdiction: 'CN',
  disease: 'covid',
  sources: [],
  dayCount: 'elapsed',
  dayOne: 'anchorDay',
  mode: 'fsm',
  levels: [
    { id: 'normal', rank: 0, zh: '常态', en: 'Normal' },
    { id: 'controlled', rank: 2, zh: '管控', en: 'Controlled' },
    { id: 'sealed', rank: 3, zh: '封控', en: 'Sealed' },
  ],
  approvals: {
    short: [
      { step: 'apply', zh: '申报', en: 'Apply' },
      { step: 'approve', zh: '审批', en: 'Approve' },
    ],
  },
  transitions: [
    {
      id: 'unseal',
      kind: 'downgrade',
      from: 'sealed',
      to: 'controlled',
      zh: '降级',
      en: 'Lower',
      approval: 'short',
      when: {
        all: [
          { id: 'quiet', days: { since: { event: 'case', agg: 'last' }, gte: 7 }, ifMissing: true },
          { id: 'round', rounds: { min: 1, withinHours: 24, result: 'negative' } },
        ],
      },
    },
  ],
}
