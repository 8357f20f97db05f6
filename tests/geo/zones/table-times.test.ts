import { expect, test } from 'vitest'
import {
  timeOfCase,
  timeOfContact,
  timesOfCases,
  timesOfContacts,
} from '../../../geo/zones/unplaced/table-times'
import { plausibleAt } from '../../../geo/zones/unplaced/times'
import { aFacts, aPack, cases, contacts, moment } from '../../helpers/facts'
import { seeded } from '../../helpers/seeded'

/** Seen, on the day itself, ahead, mistyped, missing: the last a few times more often. */
const TIMES = [
  ...['2022-05-10', '2022-05-12T09:00', '2022-05-20', '2022-05-20T18:00', '2022-05-24', '2022-05-25T08:00'],
  ...['2025-05-10', '2012-05-10T09:00', null, null],
]
const KINDS = ['confirmed', 'suspected', 'close', null]

test.each(Array.from({ length: 12 }, (_, at) => at + 1))(
  'Z83 the times of rows, read by columns, are those of asking each row what it leaves out (seed %i)',
  (seed) => {
    const random = seeded(seed)
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random.next() * list.length)]!
    const rows = Array.from({ length: 400 }, () => ({
      ...{ reportedAt: pick(TIMES), transferredAt: pick(TIMES), sampledAt: pick(TIMES) },
      ...{ onsetOn: pick(TIMES), exposedAt: pick(TIMES), releasedAt: pick(TIMES), kind: pick(KINDS) },
    }))
    const pack = aPack({ use: seed % 2 ? 'live' : 'review', asOf: seed % 3 ? null : '2022-05-20T12:00' })
    const facts = aFacts({ pack, cases: cases(rows), contacts: contacts(rows) })
    const plausible = plausibleAt(facts, moment('2022-05-20T12:00').at)
    const [ofCase, ofContact] = [
      timesOfCases(facts.cases, plausible),
      timesOfContacts(facts.contacts, plausible),
    ]
    const said = new Set<string>()
    for (let row = 0; row < rows.length; row++) {
      const time = ofCase(row)
      said.add(time.open?.why ?? (time.ahead ? 'ahead' : 'told'))
      expect(time).toEqual(timeOfCase(facts.cases, row, plausible))
      expect(ofContact(row)).toEqual(timeOfContact(facts.contacts, row, plausible))
    }
    expect(said.size).toBeGreaterThanOrEqual(3)
  },
)
