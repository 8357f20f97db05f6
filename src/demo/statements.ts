import { DISTRICT, type Register } from './places'
import { seeded } from './random'
import { type Cell, csv, may, mayDay } from './table'

/** `facts.csv`: what people state of the zones. Nobody has stated 封07's disinfection; 封04 has contacts to move. */
export function factsFile(): string {
  const rows: Cell[][] = []
  const state = (zone: string, at: string, fact: string, value: string): void => {
    rows.push([zone, null, at, fact, value])
  }
  const started: readonly (readonly [string, string])[] = [
    ['S-01', may(13, 20)],
    ['S-02', may(13, 22)],
    ['S-03', may(14, 18)],
    ['S-04', may(15, 16)],
    ['S-05', may(16, 14)],
    ['S-06', may(14, 20)],
    ['S-07', may(17, 10)],
    ['S-08', may(13, 21)],
    ['C-01', may(13, 20)],
    ['C-02', may(14, 18)],
    ['C-03', may(15, 16)],
    ['C-04', may(14, 20)],
    ['C-05', may(15, 18)],
  ]
  for (const [zone, at] of started) state(zone, at, 'measuresInPlace', 'true')
  const moved: readonly (readonly [string, string])[] = [
    ['S-08', may(21, 12)],
    ['C-02', may(22, 15)],
    ['C-05', may(23, 11, 30)],
    ['C-01', may(24, 18)],
    ['S-06', may(25, 10, 20)],
    ['S-01', may(25, 16, 30)],
    ['S-03', may(26, 9, 40)],
    ['C-04', may(25, 18)],
    ['S-07', may(26, 11)],
    ['S-05', may(26, 17)],
    ['S-02', may(26, 18, 30)],
    ['C-03', may(25, 12)],
  ]
  for (const [zone, at] of moved) state(zone, at, 'allContactsControlled', 'true')
  state('S-04', may(25, 9), 'allContactsControlled', 'true')
  state('S-04', may(26, 18), 'allContactsControlled', 'false')
  const clean: readonly (readonly [string, string])[] = [
    ['S-08', may(21, 16)],
    ['C-02', may(23, 10)],
    ['C-05', may(24, 10)],
    ['S-06', may(26, 9, 30)],
    ['S-01', may(26, 18, 20)],
    ['S-03', may(26, 15, 10)],
    ['S-02', may(26, 20)],
    ['S-05', may(26, 16, 40)],
    ['S-04', may(26, 21)],
    ['C-01', may(26, 17)],
    ['C-03', may(26, 17, 30)],
    ['C-04', may(26, 18, 40)],
  ]
  for (const [zone, at] of clean) state(zone, at, 'environmentNegative', 'true')
  state('S-01', may(26, 16), 'terminalDisinfection', '94/94')
  rows.push([null, DISTRICT, may(13, 9), 'responseLevel', 'II'])
  for (const source of ['cases', 'contacts', 'checks'])
    rows.push([null, DISTRICT, may(27, 14), `asOf.${source}`, 'true'])
  return csv(['zone', 'place', 'at', 'fact', 'value'], rows)
}

/** `transitions.csv`: the steps taken so far. 封06 is approved for 18:00, 封03 waits for approval. */
export function transitionsFile(): string {
  const down = 'unseal'
  const rows: Cell[][] = [
    ['S-08', down, 'apply', may(22, 15), '沙湾镇指挥部', 'given', null, null],
    ['S-08', down, 'assess', may(22, 18), '区疾控专家组', 'given', null, null],
    ['S-08', down, 'approve', may(22, 21), '区指挥部', 'given', may(23, 8), null],
    ['C-02', down, 'apply', may(23, 14), '东门街道指挥部', 'given', null, null],
    ['C-02', down, 'assess', may(23, 19), '区疾控专家组', 'given', null, null],
    ['C-02', down, 'approve', may(23, 22), '区指挥部', 'given', may(24, 8), null],
    ['C-05', down, 'apply', may(24, 14, 20), '望江街道指挥部', 'given', null, null],
    ['C-05', down, 'assess', may(24, 19), '区疾控专家组', 'given', null, null],
    ['C-05', down, 'approve', may(24, 21, 30), '区指挥部', 'given', may(25, 8), null],
    ['S-08', 'uncontrol-after-sealed', 'apply', may(26, 17), '沙湾镇指挥部', 'given', null, null],
    ['S-08', 'uncontrol-after-sealed', 'assess', may(26, 19, 30), '区疾控专家组', 'given', null, null],
    [
      'S-08',
      'uncontrol-after-sealed',
      'approve',
      may(26, 22),
      '区指挥部',
      'given',
      may(27, 8),
      '同时解除防05',
    ],
    ['S-06', down, 'apply', may(26, 20), '柳林镇指挥部', 'given', null, null],
    ['S-06', down, 'assess', may(26, 22, 10), '区疾控专家组', 'given', null, null],
    [
      'S-06',
      down,
      'approve',
      may(27, 9, 30),
      '区指挥部',
      'given',
      may(27, 18),
      '18:00 起降为管控区，并入管04',
    ],
    ['S-03', down, 'apply', may(27, 9, 40), '东门街道指挥部', 'given', null, null],
    ['S-03', down, 'assess', may(27, 12, 20), '区疾控专家组', 'given', null, '四项条件均满足'],
  ]
  return csv(['zone', 'transition', 'step', 'at', 'by', 'decision', 'takesEffectAt', 'note'], rows)
}

/** The villages that say nothing on the 27th. */
export const SILENT = ['郑家庄', '武家集', '彭家桥', '龚家圩', '廖家渡', '胡家坝']

export const REPORT_ITEMS = ['来返人员', '发热人员', '就医需求'] as const

/** `reports.csv`: what each village said each day. */
export function reportsFile(places: Register): string {
  const random = seeded(154)
  const villages = places.rows.filter((p) => p.kind === 'village')
  const rows: Cell[][] = []
  for (let day = 12; day <= 27; day++) {
    for (const v of villages) {
      if (day === 27 ? SILENT.includes(v.name) : random() < 0.02) continue
      const hour = 8 + Math.floor(random() * 3)
      const late = random() < 0.03 && day < 27
      rows.push([
        v.code,
        mayDay(day),
        may(day, late ? 13 : hour, Math.floor(random() * 60)),
        ...saidBy(random, day),
      ])
    }
  }
  return csv(['place', 'day', 'filedAt', ...REPORT_ITEMS], rows)
}

function saidBy(random: () => number, day: number): Cell[] {
  const roll = random()
  if (roll < 0.28) return [0, 0, 0]
  if (roll < 0.34) return [`${10 * (1 + Math.floor(random() * 4))}余`, 0, Math.floor(random() * 4)]
  if (roll < 0.38) return [Math.floor(random() * 5), 'x', Math.floor(random() * 3)]
  if (roll < 0.41) return [Math.floor(random() * 5), null, 1]
  return [1 + Math.floor(random() * 4), day < 20 && random() < 0.1 ? 1 : 0, Math.floor(random() * 6)]
}

/** `metrics.csv` and `indicators.json`: two figures that are merely counted. */
export function metricsFile(): string {
  const returnees = [112, 146, 171, 158, 189, 203, 226, 241, 218, 232, 259, 247, 268, 280, 291, 327]
  const calls = [9, 21, 34, 47, 58, 66, 71, 74, 69, 63, 61, 57, 54, 52, 49, 58]
  const rows: Cell[][] = []
  for (let i = 0; i < 16; i++) {
    rows.push([DISTRICT, may(12 + i, 14), 'returnees', returnees[i]!])
    rows.push([DISTRICT, may(12 + i, 14), 'openCalls', calls[i]!])
  }
  return csv(['place', 'at', 'metric', 'value'], rows)
}

export function indicators(): unknown[] {
  return [
    {
      id: 'returnees',
      zh: '来（返）澜人员登记',
      en: 'Arrivals registered',
      unit: '人',
      kind: 'new',
      of: null,
      period: 'day',
      level: 'district',
      checks: [],
      threshold: null,
    },
    {
      id: 'openCalls',
      zh: '群众诉求未办结',
      en: 'Requests not settled',
      unit: '件',
      kind: 'inPlace',
      of: null,
      period: 'day',
      level: 'district',
      checks: [],
      threshold: null,
    },
  ]
}
