import { expect, test } from 'vitest'
import type { Survey } from '#geo'
import { fold } from '../../../src/log/fold/fold'
import { undoDrafts } from '../../../src/log/undo'
import { assessedBy, feedCounts, feedLines, targetOf } from '../../../src/views/feed/feed-lines'
import { aDay, aVillageLog, type LogPen } from '../../helpers/log'
import { anOrder } from '../../helpers/orders'

const AT = '2022-05-20T10:00:00+08:00'

function aDayOfEntries(): LogPen {
  const pen = aVillageLog()
  pen.bring('zones', [{ id: 'F1', level: 'sealed', from: aDay('2022-05-13'), members: 'V1' }])
  pen.say({
    type: 'case.reported@1',
    case: {
      ...{ id: 'C1', reportedAt: AT, sampledAt: null, kind: 'confirmed', origin: 'local' },
      ...{ foundIn: 'community', place: 'V1', position: null },
    },
  })
  pen.say({ type: 'cases.corrected@1', row: 'C1', set: { kind: 'asymptomatic' }, because: '复核' })
  pen.say(anOrder({ subject: { kind: 'fact', zone: 'F1', fact: 'clean' } }))
  pen.say(anOrder())
  pen.say({ type: 'zone.renamed@1', zone: 'F1', name: '一区' })
  return pen
}
const read = (pen: LogPen) => fold(pen.events, pen.blocks, { known: null })

test('every deed is one line, newest first, with who and of what kind', () => {
  const pen = aDayOfEntries()
  const register = read(pen)
  const lines = feedLines(register)
  expect(lines.map(({ kind }) => kind)).toEqual([
    ...['zones', 'orders', 'orders', 'cases', 'cases', 'files', 'files'],
  ])
  expect(lines.every(({ by }) => by?.name === '林')).toBe(true)
  expect(feedCounts(lines)).toEqual([
    ['zones', 1],
    ['cases', 2],
    ['orders', 2],
    ['files', 2],
  ])
  pen.say(...undoDrafts(pen.events, 'd1'))
  const after = feedLines(read(pen))
  expect(after, 'what was taken back stays').toHaveLength(lines.length)
  expect(after[0]).toMatchObject({ kind: 'zones', isTakenBack: true })
})

test('facilities, their rooms and places that people write are kinds of their own, each where it stands', () => {
  const pen = aDayOfEntries()
  pen.say({
    type: 'facility.opened@1',
    facility: {
      ...{ id: 'G1', kind: 'quarantine', name: '东村小学', place: 'V1', position: null, from: AT, to: null },
      ...{ road: null, shifts: null, lockedHours: null, rooms: 38, tables: null, tubesPerDay: null },
      beds: null,
    },
  })
  const occupancy = { site: 'G1', at: AT, rooms: null, occupied: 7, closed: null }
  pen.say({ type: 'occupancy.stated@1', occupancy })
  pen.say({ type: 'places.corrected@1', row: 'V1', set: { aliases: '东头' }, because: '当地叫法' })
  const register = read(pen)
  const [place, rooms, site] = feedLines(register)
  expect([place, rooms, site].map((line) => line?.kind)).toEqual(['places', 'sites', 'sites'])
  const village = { kind: 'place', code: 'V1' }
  expect([place, rooms, site].map((line) => targetOf(line!, register))).toEqual([village, village, village])
})

test('where a line is: its zone, the place of its row, the gap of its order; nowhere where nothing tells', () => {
  const register = read(aDayOfEntries())
  const targets = feedLines(register).map((line) => targetOf(line, register))
  const [zone, place] = [
    { kind: 'zone', id: 'F1' },
    { kind: 'place', code: 'V1' },
  ]
  expect(targets).toEqual([zone, null, zone, place, place, null, null])
})

test('what lies in a zone under assessment is marked with it, and in no other', () => {
  const register = read(aDayOfEntries())
  const code = { zh: '封01', en: 'S-01' }
  const surveyOf = (word: string) =>
    ({ zones: [{ id: 'F1', word, code, rank: 3, outline: [] }] }) as unknown as Survey
  const [zone, place] = [{ kind: 'zone', id: 'F1' } as const, { kind: 'place', code: 'V1' } as const]
  for (const word of ['toAssess', 'toApprove', 'approved', 'suspended'])
    for (const target of [zone, place]) expect(assessedBy(target, register, surveyOf(word))).toEqual([code])
  expect(assessedBy(zone, register, surveyOf('unmet'))).toEqual([])
  expect(assessedBy({ kind: 'place', code: 'D9' }, register, surveyOf('toAssess'))).toEqual([])
  expect(assessedBy(null, register, surveyOf('toAssess'))).toEqual([])
})
