import { describe, expect, test } from 'vitest'
import { assess, readAsOf } from '#geo'
import { aCollection, aFeature, aSquare, MemoryLog, planOf } from '../../helpers/pack-input'
import { onePolicy } from '../../helpers/policies'

const policy = onePolicy(
  { id: 'days', days: { since: { event: 'level.entered' }, gte: 7 } },
  { approvals: { short: [{ step: 'approve', zh: '审批', en: 'Approve' }] } },
)
const lowering = { ...policy, transitions: policy.transitions.map((one) => ({ ...one, approval: 'short' })) }
const PACK = {
  'pack.json': {
    ...{ format: 'cordon-pack', version: 1, title: { zh: '测试区' }, timezone: 'Asia/Shanghai' },
    ...{ frame: 'wgs84', policy: 'test-one', use: 'review', asOf: '2022-05-20T12:00' },
  },
  'policies/one.json': lowering,
  'places.geojson': aCollection(
    aFeature({ code: 'D', name: '测试区', kind: 'district' }),
    aFeature({ code: 'V', name: '东街村', kind: 'village' }, aSquare(113, 34, 0.02)),
    aFeature({ code: 'W', name: '西街村', kind: 'village' }, aSquare(113.05, 34, 0.02)),
  ),
  'zones.geojson': aCollection(
    aFeature({ id: 'S', name: '东街', level: 'sealed', from: '2022-05-10T08:00', members: 'V' }),
    aFeature({ id: 'T', name: '西街', level: 'sealed', from: '2022-05-10T08:00', members: 'W' }),
  ),
  'cases.csv': 'id,reportedAt,place\nK1,2022-05-09T08:00,V\n',
  'transitions.csv': [
    'zone,transition,step,at,by,decision,takesEffectAt',
    ...['S', 'T'].map((id) => `${id},release,approve,2022-05-20T09:00,指挥部,given,2022-05-20T14:00`),
  ].join('\n'),
}
const TRANSITIONS = 'zone,transition,step,at,by,decision,takesEffectAt\n'
const HEADER = 'id,at,kind,place,zone,outcome,case'

/** Ids of the zones that stand after the hour of the orders, having taken the drops one after another. */
const standing = (...drops: string[]): Promise<string[]> =>
  standingBy(...drops.map((rows) => ({ 'signals.csv': `${HEADER}\n${rows}\n` })))

type Files = Record<string, string | object>

async function standingBy(...drops: Files[]): Promise<string[]> {
  const log = new MemoryLog()
  const [first] = drops
  await log.take(first?.['zones.geojson'] ? { ...PACK, ...first } : PACK)
  for (const files of drops) await log.take(files)
  const answer = assess(log.register(), { asOf: readAsOf('Asia/Shanghai', '2022-05-20T15:00')! })
  return answer.zones.filter(({ level }) => level === 'sealed').map(({ id }) => id)
}

describe('signals of which nobody has said what became of them', () => {
  test('L86 one suspends what was approved for its zone, by id or name; one that names none, for all', async () => {
    expect(await standing()).toEqual([])
    expect(await standing('P1,2022-05-20T10:00,pooled,,S,,')).toEqual(['S'])
    expect(await standing('P1,2022-05-20T10:00,pooled,,西街,,')).toEqual(['T'])
    expect(await standing('P1,2022-05-20T10:00,single,西街村,,,')).toEqual(['S', 'T'])
  })

  test('L86 cleared, or a case that is named, it holds nothing; with any other outcome it is open', async () => {
    expect(await standing('P1,2022-05-20T10:00,pooled,,S,cleared,')).toEqual([])
    expect(await standing('P1,2022-05-20T10:00,pooled,,S,排除,')).toEqual([])
    expect(await standing('P1,2022-05-20T10:00,pooled,,S,case,K1')).toEqual([])
    expect(await standing('P1,2022-05-20T10:00,pooled,,S,case,')).toEqual(['S'])
    expect(await standing('P1,2022-05-20T10:00,pooled,,S,待复核,')).toEqual(['S'])
  })

  test('L86 one that gives a place in another zone than it names may lie in both', async () => {
    expect(await standing('P1,2022-05-20T10:00,pooled,西街村,S,,')).toEqual(['S', 'T'])
    expect(await standing('P1,2022-05-20T10:00,pooled,东街村,S,,')).toEqual(['S'])
    expect(await standing('P1,2022-05-20T10:00,pooled,南门外,S,,')).toEqual(['S'])
  })

  test('L86 one of a zone that is in force no more holds the zones that have its ground', async () => {
    const zone = (id: string, from: string, over: object) => aFeature({ id, level: 'sealed', from, ...over })
    const merged = {
      'zones.geojson': aCollection(
        zone('A', '2022-05-02T08:00', { name: '东街', to: '2022-05-10T08:00', members: 'V' }),
        zone('S', '2022-05-10T08:00', { name: '合并', heirOf: 'A', members: 'V' }),
        zone('T', '2022-05-10T08:00', { name: '西街', members: 'W' }),
      ),
    }
    const signal = { 'signals.csv': `${HEADER}\nP1,2022-05-09T10:00,pooled,,A,,\n` }
    expect(await standingBy({ ...merged, ...signal })).toEqual(['S'])
  })

  test('L86 nothing is due where one is open, without any approval', async () => {
    const states = async (...signals: Files[]) => {
      const log = new MemoryLog()
      for (const files of [{ ...PACK, 'transitions.csv': TRANSITIONS }, ...signals]) await log.take(files)
      return assess(log.register(), { asOf: readAsOf('Asia/Shanghai', '2022-05-20T15:00')! }).zones.map(
        ({ transitions }) => transitions.find(({ id }) => id === 'release')!.state,
      )
    }
    const told = (row: string): Files => ({ 'signals.csv': `${HEADER}\n${row}\n` })
    expect(await states()).toEqual(['due', 'due'])
    expect(await states(told('P1,2022-05-20T10:00,pooled,,S,,'))).toEqual(['unknown', 'due'])
    expect(await states(told('P1,2022-05-20T10:00,pooled,,S,排除,'))).toEqual(['due', 'due'])
  })

  test('L86 one that became a case of which no list tells is open', async () => {
    expect(await standing('P1,2022-05-20T10:00,pooled,,S,case,K9')).toEqual(['S'])
  })

  test('L86 outcomes of two columns that do not both end it leave it open; two zones may each be meant', async () => {
    const told = (header: string, row: string) => standingBy({ 'signals.csv': `${header}\n${row}\n` })
    expect(await told('id,zone,结果,结论', 'P1,S,阴性,待复核')).toEqual(['S'])
    expect(await told('id,zone,结果,结论', 'P1,S,阴性,排除')).toEqual([])
    expect(await told('id,zone,outcome,outcome', 'P1,S,cleared,positive')).toEqual(['S'])
    expect(await told('id,分区,zone,outcome', 'P1,S,T,')).toEqual(['S', 'T'])
  })

  test('L86 a row of which the cells or the quotes are broken is open, whatever stands under the outcome', async () => {
    const told = (rows: string) => standingBy({ 'signals.csv': `id,zone,note,outcome,case\n${rows}\n` })
    expect(await told('P1,S,x,cleared,,y,z')).toEqual(['S', 'T'])
    expect(await told('P1,S,"x,cleared,')).toEqual(['S', 'T'])
    expect(await told('P1,S,"x\nP2,T,y,,\nP3,T,y,,\n",cleared,')).toEqual(['S', 'T'])
  })

  test('L86 it ends when the file comes again with its outcome', async () => {
    expect(await standing('P1,2022-05-20T10:00,pooled,,S,,', 'P1,2022-05-20T10:00,pooled,,S,排除,')).toEqual(
      [],
    )
  })

  test.each(['signals/0527.csv', 'signals (1).csv', '阳性线索.csv', 'signals.xlsx', '5月27日阳性线索.txt'])(
    'L86 %s is not taken, and as a whole open',
    async (name) => {
      const { refusals } = await planOf({ ...PACK, [name]: `${HEADER}\nP1,,,,S,cleared,\n` })
      expect(refusals).toMatchObject([{ source: name, refused: [{ row: null, zone: null }] }])
    },
  )

  test('L86 a file of another name holds none', async () => {
    for (const name of ['signalling.csv', 'notes.txt', 'traffic-signalers.csv'])
      expect((await planOf({ ...PACK, [name]: `${HEADER}\n` })).refusals, name).toEqual([])
  })

  test('L86 the import says how many are open, and a file that cannot be read is one as a whole', async () => {
    const open = await planOf({ ...PACK, 'signals.csv': `${HEADER}\nP1,,,,S,,\nP2,,,,S,阴性,\nP3,,,,T,,\n` })
    const said = open.problems.filter(({ code }) => code === 'signal-open')
    expect(said).toMatchObject([{ file: 'signals.csv', row: 2, detail: { count: 2 } }])
    const unreadable = await planOf({ ...PACK, 'signals.csv': Uint8Array.of(0xff, 0xd8, 0, 1, 2, 3) })
    expect(unreadable.refusals).toMatchObject([{ source: 'signals.csv', refused: [{ row: null }] }])
  })
})
