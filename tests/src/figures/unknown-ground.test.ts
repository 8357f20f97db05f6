import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { answersOf } from '#geo'
import { bulletin } from '../../../src/briefing/bulletin'
import { main } from '../../../src/cli/main'
import { readPack } from '../../../src/cli/read-pack'
import { groundFigures } from '../../../src/i18n/ground-figures'
import { MADE, madePack } from '../../helpers/made-packs'
import { aCollection, aFeature, aSquare } from '../../helpers/pack-input'
import { onDisk } from '../../walk/packs'

test('S39 where no file draws ground or counts people both are unknown, on every screen and the command line', async () => {
  const pack = onDisk(madePack(MADE['cases-only']!))
  const asOf = '2022-05-20T14:00'
  const read = await readPack(pack)
  const { survey } = answersOf(read.factsKnown(null), { asOf: Date.parse(`${asOf}+08:00`), known: null })
  const { district, levels } = groundFigures(survey)
  for (const { area, people, peopleCount } of [district, ...levels.values()])
    expect([area, people, peopleCount]).toEqual(['—', '—', null])
  let text = ''
  const told = { out: (line: string) => (text += line), err: () => undefined, env: { LANG: 'zh_CN.UTF-8' } }
  await main(['coverage', pack, '--as-of', asOf], told)
  const whole = text.split('\n').find((line) => line.startsWith('= ') && line.includes('—'))!
  expect(
    whole
      .trim()
      .split(/\s{2,}/)
      .slice(0, 3),
  ).toEqual(['=', '—', '—'])
  rmSync(pack, { recursive: true })
})

const town = (at: number, people: number | null): object =>
  aFeature(
    { code: `T${at}`, name: `第${at}镇`, kind: 'town', parent: 'D', ...(people === null ? {} : { people }) },
    aSquare(113.2 + at * 0.01, 23.1),
  )

/** A district of four towns without villages; the people of two are not known. */
const TOWNS = {
  ...madePack({ towns: 0, villagesPerTown: 0, cases: 0 }),
  'places.geojson': JSON.stringify(
    aCollection(
      aFeature({ code: 'D', name: '兰江区', kind: 'district' }),
      ...[4000, null, 3000, null].map((people, at) => town(at, people)),
    ),
  ),
  'zones.geojson': JSON.stringify(
    aCollection(
      ...['sealed', 'controlled'].map((level, at) =>
        aFeature({ id: `Z${at}`, name: `片区${at}`, level, from: '2022-05-08T20:00', members: `T${at}` }),
      ),
    ),
  ),
}

test('S39 where the town is the finest place, what it has is not known in whole: at least on every screen, never all', async () => {
  const pack = onDisk(TOWNS)
  const read = await readPack(pack)
  const { survey } = answersOf(read.factsKnown(null), {
    asOf: Date.parse('2022-05-20T14:00+08:00'),
    known: null,
  })
  const { district, levels, zones } = groundFigures(survey)
  expect(district.people).toBe('≥7,000')
  expect(['sealed', 'controlled', 'normal'].map((level) => levels.get(level)!.people)).toEqual([
    ...['4,000', '—', '≥3,000'],
  ])
  expect(['Z0', 'Z1'].map((id) => [zones.get(id)!.people, zones.get(id)!.places])).toEqual([
    ['4,000', '—'],
    ['—', '—'],
  ])
  expect(survey.levels.map((level) => level.villages)).toEqual(survey.levels.map(() => null))
  const said = bulletin(survey, 'zh').join('')
  expect(said).toContain('涉及至少 4,000 人')
  expect(said).not.toContain('占常住人口')
  rmSync(pack, { recursive: true })
})

test('S39 a level of which a zone is not drawn is at least as large as the others, on every screen and the command line', async () => {
  const drawn = aFeature(
    { id: 'Z3', name: '画的区', level: 'sealed', from: '2022-05-08T20:00' },
    aSquare(113.23, 23.1),
  )
  const none = aFeature({ id: 'Z4', name: '没画的区', level: 'sealed', from: '2022-05-08T20:00' })
  const pack = onDisk({ ...TOWNS, 'zones.geojson': JSON.stringify(aCollection(drawn, none)) })
  const asOf = Date.parse('2022-05-20T14:00+08:00')
  const { survey } = answersOf((await readPack(pack)).factsKnown(null), { asOf, known: null })
  const { levels, zones } = groundFigures(survey)
  expect(levels.get('sealed')!.area).toBe('≥1.14')
  expect(levels.get('sealed')!.people).toBe('—')
  expect([zones.get('Z3')!.area, zones.get('Z4')!.area, zones.get('Z4')!.places]).toEqual(['≤1.14', '—', '—'])
  rmSync(pack, { recursive: true })
})
