import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { answersOf } from '#geo'
import { main } from '../../../src/cli/main'
import { readPack } from '../../../src/cli/read-pack'
import { groundFigures } from '../../../src/i18n/ground-figures'
import { MADE, madePack } from '../../helpers/made-packs'
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
