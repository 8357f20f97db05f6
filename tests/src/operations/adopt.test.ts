import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { assess, type Facts, readAsOf, staysAt } from '#geo'
import { adoptionDrafts } from '../../../src/operations/editions/adopt'
import { aSurvey } from '../../helpers/a-survey'
import { MemoryLog } from '../../helpers/pack-input'

const DEMO = 'public/demo/lanxi'
const ASOF = '2022-05-26T14:00:00+08:00'
const NEXT = 'cn-9th-2022'

function filesOf(folder: string, within = ''): { path: string; bytes: Uint8Array }[] {
  return readdirSync(join(folder, within)).flatMap((name) => {
    const path = within === '' ? name : `${within}/${name}`
    if (statSync(join(folder, path)).isDirectory()) return filesOf(folder, path)
    return [{ path, bytes: new Uint8Array(readFileSync(join(folder, path))) }]
  })
}

/** The demo whose zones name no edition: they have the pack's. */
async function unnamed(): Promise<MemoryLog> {
  const log = new MemoryLog()
  await log.take(
    filesOf(DEMO).map((file) =>
      file.path === 'zones.geojson'
        ? {
            ...file,
            bytes: new TextEncoder().encode(
              new TextDecoder().decode(file.bytes).replaceAll(/"policy":"[^"]*",/g, ''),
            ),
          }
        : file,
    ),
  )
  return log
}

/** What is said of every zone at a moment, without where the rows stand. */
function judged(facts: Facts, asOf: string): unknown {
  const answer = assess(facts, { asOf: readAsOf(facts.pack.timezone, asOf)! })
  return answer.zones.map(({ id, level, transitions }) => ({
    ...{ id, level },
    moves: transitions.map(({ to, state, eligibleAt, conditions }) => ({
      ...{ to, state, eligibleAt },
      conditions: conditions.map((one) => [one.id, one.state]),
    })),
  }))
}

const zonesIn = (facts: Facts, asOf: string) =>
  staysAt(facts, readAsOf(facts.pack.timezone, asOf)!).map(({ id }) => ({ ...aSurvey.zones[0]!, id }))

test('L30 an edition that is adopted judges no moment before anew, also zones that ended', async () => {
  for (const isForNewZones of [false, true]) {
    const log = await unnamed()
    const before = log.register()
    expect(before.zones.every(({ policy }) => policy === null)).toBe(true)
    const moments = ['2022-05-20', '2022-05-26T13:59:00+08:00']
    const was = moments.map((asOf) => judged(before, asOf))
    const survey = { ...aSurvey, zones: zonesIn(before, ASOF), asOf: ASOF }
    log.say(
      adoptionDrafts(
        { document: null, id: NEXT, name: '第九版', switching: survey, isForNewZones, own: async () => true },
        before,
      ),
    )
    const after = log.register()
    expect(after.pack.policy).toBe(NEXT)
    expect(after.unapplied).toEqual(before.unapplied)
    expect(moments.map((asOf) => judged(after, asOf))).toEqual(was)
    const now = judged(after, '2022-05-26T15:00:00+08:00')
    if (isForNewZones) expect(now).toEqual(judged(before, '2022-05-26T15:00:00+08:00'))
    else expect(now).not.toEqual(judged(before, '2022-05-26T15:00:00+08:00'))
  }
})
