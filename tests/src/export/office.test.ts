import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aLogOfLists, listsOf, sumOf } from '../../helpers/log-of-lists'
import { aCollection, aFeature, aSquare, MemoryLog } from '../../helpers/pack-input'

function hasOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Files opened and saved anew by LibreOffice, as CSV with the separator and encoding that it proposes. */
function savedAnew(files: Readonly<Record<string, string | Uint8Array>>, to: 'xlsx' | 'ods' | 'csv') {
  const folder = mkdtempSync(join(tmpdir(), 'cordon-office-'))
  try {
    // names in ASCII: what the process takes for names depends on the locale of the machine
    const given = Object.entries(files).map(([path, content], at) => {
      const name = `${at}.${path.split('.').at(-1)}`
      writeFileSync(join(folder, name), content)
      return { path, name, saved: `${at}.${to}` }
    })
    const home = `-env:UserInstallation=file://${folder}/home`
    const asCsv = to === 'csv' ? ['--infilter=CSV:44,34,76,1'] : []
    const target = to === 'csv' ? 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false' : to
    const paths = given.map(({ name }) => join(folder, name))
    const out = join(folder, 'out')
    execFileSync(
      'soffice',
      [home, ...asCsv, '--headless', '--convert-to', target, '--outdir', out, ...paths],
      {
        stdio: 'ignore',
      },
    )
    return Object.fromEntries(
      given.map(({ path, saved }) => [
        path.replace(/[^.]+$/, to),
        new Uint8Array(readFileSync(join(out, saved))),
      ]),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** They need LibreOffice (`soffice`): without it they are skipped, as their name says. */
describe.skipIf(!hasOffice())('saved anew by LibreOffice (skipped where soffice is absent)', () => {
  test.each([
    ['zh', 'xlsx'],
    ['en', 'xlsx'],
    ['zh', 'ods'],
  ] as const)('O12 a workbook in %s as %s comes back equal', { timeout: 180_000 }, async (written, to) => {
    const log = await aLogOfLists()
    const files = await listsOf(log, 'xlsx', written)
    const saved = savedAnew(files, to)
    expect(Object.values(saved)).not.toEqual(Object.values(files))
    const { offer, plan } = await log.offer(saved)
    expect(plan.refused).toEqual([])
    expect([offer.changes, sumOf(offer.counts)]).toEqual([[], [0, 0, 24]])
  })

  test('O12 CSV with the codes that are in use comes back equal', { timeout: 180_000 }, async () => {
    const log = new MemoryLog()
    await log.take({
      'places.geojson': aCollection(
        aFeature({ code: '411104', kind: 'district', name: '召陵区' }),
        ...[1, 2, 3].map((at) =>
          aFeature(
            { code: `41110410020${at}`, kind: 'village', name: `东${at}村`, parent: '411104', people: 1_871 },
            aSquare(114 + at / 100, 33.5),
          ),
        ),
      ),
      'cases.csv':
        'id,reportedAt,kind,place\nC1,2022-05-20,confirmed,411104100201\nC2,2022-05-25T09:30,asymptomatic,\n',
    })
    const { offer, plan } = await log.offer(savedAnew(await listsOf(log, 'csv', 'zh'), 'csv'))
    expect([plan.refused, offer.changes, sumOf(offer.counts)]).toEqual([[], [], [0, 0, 6]])
  })

  test('O12 CSV whose codes it takes for numbers names what they lost', { timeout: 180_000 }, async () => {
    const log = await aLogOfLists()
    const { offer, plan } = await log.offer(savedAnew(await listsOf(log, 'csv', 'zh'), 'csv'))
    const lost = plan.problems.flatMap(({ code, file, detail }) =>
      code === 'zeros-lost' ? [[file.split('-')[1], detail?.count]] : [],
    )
    expect(lost).toEqual([
      ['场所设施', 10],
      ['辖区单元', 10],
    ])
    expect(plan.refused.map(({ code }) => code)).toEqual(['code-as-power'])
    // nothing else is new, and what is changed is shown
    expect(sumOf(offer.counts)).toEqual([20, 1, 2])
    expect(offer.changes.flatMap(({ cells }) => cells)).toMatchObject([
      { column: 'place', before: '000123456789012345', after: '123456789012345' },
    ])
  })
})
