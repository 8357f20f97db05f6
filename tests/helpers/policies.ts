/** Sealed 7 days → controlled 3 days → precaution; controlled drawn directly 7 days (Shanghai, 16 and 22 May 2022). */
export const shanghai22May = {
  id: 'test-shanghai-2022-05-22',
  extends: 'cn-2021-three-zone',
  name: { zh: '上海 5月22日（测试）', en: 'Shanghai, 22 May (test)' },
  jurisdiction: 'CN-31',
  sources: ['S24 · A · 新华社 2022-05-22'],
  transitions: [
    {
      id: 'unseal',
      from: 'sealed',
      to: 'controlled',
      kind: 'downgrade',
      approval: 'standard',
      when: { all: [sinceCase(7, 'zone.designated')] },
    },
    {
      id: 'uncontrol',
      from: 'controlled',
      to: 'precaution',
      kind: 'downgrade',
      cameFrom: ['sealed'],
      approval: 'standard',
      when: { all: [sinceCase(3, 'level.entered')] },
    },
    {
      id: 'uncontrol-direct',
      from: 'controlled',
      to: 'precaution',
      kind: 'downgrade',
      cameFrom: [null],
      approval: 'standard',
      when: { all: [sinceCase(7, 'zone.designated')] },
    },
  ],
} as const

function sinceCase(days: number, start: string) {
  return {
    zh: `满 ${days} 天无新增`,
    en: `${days} days without a new case`,
    authority: 'city',
    days: { since: { maxOf: [{ event: start }, { event: 'case', agg: 'last' }] }, gte: days },
  }
}

/** A policy with one release, for trying one condition by itself. */
export const onePolicy = (when: unknown, over: Record<string, unknown> = {}) => ({
  id: 'test-one',
  name: { zh: '测试', en: 'Test' },
  disease: 'test',
  jurisdiction: 'test',
  valid: { from: '2020-01-01', to: null },
  sources: [],
  mode: 'fsm',
  dayCount: 'elapsed',
  levels: [
    { id: 'sealed', rank: 3 },
    { id: 'controlled', rank: 2 },
    { id: 'normal', rank: 0 },
  ],
  transitions: [{ id: 'release', from: ['sealed', 'controlled'], to: 'normal', kind: 'release', when }],
  ...over,
})

/** A classifier `test-classes` of communities by these rules; levels from the strictest to the lowest. */
export const classPolicy = (
  levels: readonly string[],
  classify: readonly { readonly level: string; readonly when: unknown }[],
  over: Record<string, unknown> = {},
) => ({
  id: 'test-classes',
  name: { zh: '测试', en: 'Test' },
  disease: 'test',
  jurisdiction: 'test',
  valid: { from: '2020-01-01', to: null },
  sources: [],
  mode: 'classify',
  dayCount: 'elapsed',
  unit: { default: 'community', allowed: ['community'] },
  levels: levels.map((id, i) => ({ id, rank: levels.length - 1 - i })),
  classify,
  ...over,
})
