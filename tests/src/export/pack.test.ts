import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { csvCell, toCsv } from '../../../src/export/csv'
import { listFiles, logFiles, packFiles, zipOf } from '../../../src/export/pack'
import { refusedRowsCsv } from '../../../src/export/refused-rows'
import { readCsv } from '../../../src/formats/csv/csv'
import { readLog } from '../../../src/import/files/read-log'
import { planImport } from '../../../src/import/plan'
import { fold } from '../../../src/log/fold/fold'
import type { Register } from '../../../src/log/fold/register'
import { aCollection, aFeature, aSquare, type Content, MemoryLog, planOf } from '../../helpers/pack-input'

const FILES: Record<string, Content> = {
  'pack.json': {
    format: 'cordon-pack',
    version: 1,
    title: { zh: '试', en: 'Try' },
    timezone: 'Asia/Shanghai',
    frame: 'wgs84',
    policy: 'city',
    reporting: { kind: 'village', cutoff: '12:00', items: ['fever'] },
  },
  'policies/city.json': { id: 'city', extends: 'cn-2021-three-zone' },
  'indicators.json': [
    {
      id: 'sheep',
      zh: '存栏',
      en: 'stock',
      unit: null,
      kind: 'inPlace',
      period: null,
      level: null,
      threshold: null,
    },
  ],
  'places.geojson': aCollection(
    aFeature({ code: 'D', name: '澜溪区', kind: 'district' }),
    aFeature(
      {
        code: 'V1',
        name: '=cmd',
        kind: 'village',
        parent: 'D',
        people: 0,
        households: 3,
        aliases: ['甲', '乙'],
      },
      aSquare(120, 30),
    ),
  ),
  'roads.geojson': aCollection(
    aFeature(
      { name: 'R', class: 'primary', closed: true },
      {
        type: 'LineString',
        coordinates: [
          [120, 30],
          [120.1, 30.1],
        ],
      },
    ),
  ),
  'facilities.csv': 'id,kind,name,lng,lat,shifts\nK1,卡点,北口,120.005,30.01,"00-08 police1, medic1"\n',
  'zones.geojson': aCollection(
    aFeature({
      id: 'Z1',
      name: '北街',
      level: 'sealed',
      from: '2022-05-20T14:00',
      to: '2022-05-27',
      members: ['V1'],
      policy: 'city',
    }),
    aFeature({
      id: 'Z1',
      name: '北街',
      level: 'sealed',
      from: '2022-05-27',
      members: ['V1'],
      policy: 'city',
    }),
  ),
  'transitions.csv': 'zone,transition,step,at,by,decision\nZ1,release,assess,2022-05-27 10:00,疾控,同意\n',
  'cases.csv':
    '编号,报告日期,类型,发现方式,地点,经度,纬度,knownAt\nC1,2022-05-20,确诊,社会面,V1,120.005,30.005,2022-05-21T08:00\nC2,2022-05-21 09:30,无症状,,V1,,,\n',
  'contacts.csv': 'id,case,kind,exposedAt\nP1,C1,密接,2022-05-19\n',
  'rounds.csv':
    'zone,round,startedAt,finishedAt,listed,sampled,result\nZ1,1,2022-05-21T06:00,2022-05-21,100,0,阴性\n',
  'facts.csv': 'zone,at,fact,value\nZ1,2022-05-22,environmentNegative,true\n',
  'reports.csv': 'place,day,filedAt,fever,note\nV1,2022-05-21,2022-05-21T11:00,0,\nV1,2022-05-22,,400余,x\n',
  'occupancy.csv': 'site,at,rooms,occupied\nK1,2022-05-21,10,4\n',
  'metrics.csv': 'place,at,metric,value\nD,2022-05-21,positivity,-1.5\n',
  'surveys.csv':
    'point,place,lng,lat,day,method,inspected,positive,value\nP1,V1,120.005,30.005,2022-05-21,breteau,50,2,4.5\nP2,V1,,,2022-05-22,ovitrap,,0,\n',
  'checks.csv': 'checkpoint,at,by\n',
  'stock.csv': 'facility,day\nF1,2022-05-21\n',
}

/** What a register says, without where each row came from. */
const saidBy = ({ head: _h, events: _e, sources: _s, known: _k, ...facts }: Register): unknown =>
  JSON.parse(
    JSON.stringify(facts, (name, value) => {
      if (name === 'origin') return { knownAt: value.knownAt }
      if (value instanceof Set) return [...value].sort()
      return ArrayBuffer.isView(value) ? Array.from(value as Float64Array, String) : value
    }),
  )

async function whole(): Promise<{ log: MemoryLog; facts: Register }> {
  const log = new MemoryLog()
  await log.take(FILES)
  return { log, facts: log.register() }
}

const asInput = (files: ReadonlyMap<string, string | Uint8Array>): Record<string, Content> =>
  Object.fromEntries(files)

test('O1 a pack written by us reads back to the same register', async () => {
  const { log, facts } = await whole()
  const zip = zipOf(packFiles(log, facts))
  const plan = await planImport([{ path: 'back.zip', bytes: zip }])
  const read = readLog(plan.log!)
  expect(read.faults).toEqual([])
  const back = fold(read.events, read.blocks, { known: null, learned: 'fromTheBeginning' })
  expect(back).toEqual(facts)
  expect(back.unapplied).toEqual([])
})

test('O1 the exported log is byte for byte the same after it was imported', async () => {
  const { log } = await whole()
  const files = logFiles(log)
  const plan = await planOf(asInput(files))
  expect(logFiles(readLog(plan.log!))).toEqual(files)
})

test('O2 the readable copy says the same as the log', async () => {
  const { facts } = await whole()
  const copy = new MemoryLog()
  const files = listFiles(facts)
  await copy.take(asInput(files))
  const said = saidBy(copy.register()) as Record<string, unknown>
  const meant = saidBy(facts) as Record<string, Record<string, unknown>>
  // the text columns carry the copy's own file names
  for (const table of ['cases', 'contacts']) {
    delete meant[table]!.file
    delete (said[table] as Record<string, unknown>).file
  }
  expect(said).toEqual(meant)
})

test('O2 an archive of the same files has the same bytes, and kept files leave with it', async () => {
  const { log, facts } = await whole()
  const files = packFiles(log, facts)
  expect(zipOf(new Map([...files].reverse()))).toEqual(zipOf(files))
  expect(strFromU8(unzipSync(zipOf(files))['stock.csv']!)).toBe(FILES['stock.csv'])
})

test.each([
  ['=1+1', "'=1+1"],
  ['+86 139', "'+86 139"],
  ['-x', "'-x"],
  ['@cmd', "'@cmd"],
  ['-1.5', '-1.5'],
  [-1.5, '-1.5'],
  ['a,"b"', '"a,""b"""'],
  [null, ''],
])('O3 the cell %s is written as %s', (cell, written) => {
  expect(csvCell(cell)).toBe(written)
})

test('O3 what was kept from being a formula reads back as it was', () => {
  const rows = [
    ['=1+1', '-x', "'quoted"],
    ['a\nb', ' x', '"'],
  ]
  const read = readCsv(toCsv(['a', 'b', 'c'], rows))
  expect(read.ok && read.value.rows.map(({ cells }) => Object.values(cells))).toEqual(rows)
})

test('O4 refused rows come back as CSV with their reason, and go in again once mended', async () => {
  const { refused } = await planOf({
    'cases.csv': 'id,reportedAt,place\nC1,2022-02-30,=V1\nC2,2022-05-01,V1\n',
  })
  const headers = { file: '文件', row: '行', column: '列', reason: '原因' }
  const csv = [...refusedRowsCsv(refused, headers, ({ code }) => code)].join('')
  expect(csv).toBe(
    "\uFEFF文件,行,列,原因,id,reportedAt,place\r\ncases.csv,2,reportedAt,no-such-day,C1,2022-02-30,'=V1\r\n",
  )
  const mended = await planOf({ 'cases.csv': csv.replace('2022-02-30', '2022-02-28') })
  expect(mended.files[0]).toMatchObject({ taken: 1, refused: 0 })
})

test('O2 a step without a decision goes out with the others, and holds again where its list alone is read', async () => {
  const transitions = 'zone,transition,step,at,decision\nZ1,unseal,apply,2022-05-25T09:00,\n'
  const log = new MemoryLog()
  await log.take({ ...FILES, 'transitions.csv': transitions })
  const files = listFiles(log.register())
  const alone = new MemoryLog()
  await alone.take({ ...FILES, 'transitions.csv': files.get('transitions.csv')! })
  const open = { list: 'transitions', why: 'no-decision', zone: 'Z1', transition: 'unseal', step: 'apply' }
  expect(alone.register().unread).toMatchObject([open])
})
