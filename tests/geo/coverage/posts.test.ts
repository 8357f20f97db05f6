import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Facts, Position } from '../../../geo'
import { COUNTED_POSTS, postState } from '../../../geo/coverage/post'
import { Posts } from '../../../geo/coverage/posts'
import { nearDistanceM } from '../../../geo/geometry/rings/distance'
import { aCheck, aFacility, aFacts, aRoad, moment, origin } from '../../helpers/facts'

const ROAD = aRoad([0, 0, 1, 1])
const AS_OF = moment('2022-05-20T12:00').at

/** Every post looked at, and the rule read word by word. */
function slowly(facts: Facts, position: Position, within: number): string | null {
  const near = facts.facilities
    .map((post) => ({
      post,
      metres: nearDistanceM(position, post.position!),
      state: postState(post, {
        timezone: facts.pack.timezone,
        asOf: AS_OF,
        checks: facts.checks.filter(({ checkpoint }) => checkpoint === post.id),
      }),
    }))
    .filter(({ metres }) => metres <= within)
    .sort((a, b) => a.metres - b.metres || (a.post.id < b.post.id ? -1 : 1))
  if (near.length === 0) return null
  if (near[0]!.state === 'locked') return near[0]!.post.id
  const manned = near.find(({ state }) => COUNTED_POSTS.has(state) && state !== 'locked')
  const locked = near.find(({ state }) => state === 'locked')
  return (manned ?? locked ?? near[0]!).post.id
}

const offset = fc.integer({ min: -12, max: 12 })
const posts = fc.array(
  fc.record({
    x: offset,
    y: offset,
    locked: fc.boolean(),
    check: fc.constantFrom(null, 'present', 'all missing'),
  }),
  { maxLength: 40 },
)

test('the post that speaks for a crossing is the one that looking at every post finds', () => {
  fc.assert(
    fc.property(
      posts,
      offset,
      offset,
      fc.constantFrom(0, 30, 50, 200, 1000),
      fc.constantFrom(0, 31, -64),
      (made, x, y, within, lat) => {
        const at = (dx: number, dy: number): Position => [120 + dx * 0.0002, lat + dy * 0.0002]
        const facilities = made.map((one, i) =>
          aFacility({
            ...{ id: `P${i}`, kind: 'checkpoint', position: at(one.x, one.y) },
            lockedHours: one.locked ? '00-24' : null,
          }),
        )
        const checks = made.flatMap(({ check }, i) =>
          check === null
            ? []
            : [
                {
                  ...{ checkpoint: `P${i}`, at: moment('2022-05-20T09:00'), by: null, note: null },
                  present: check === 'present' ? 'police1' : null,
                  missing: check === 'present' ? null : 'all',
                },
              ],
        )
        const facts = aFacts({ facilities, checks: checks as unknown as Facts['checks'] })
        const found = new Posts({ ...facts, stated: new Set(['checks']) } as Facts, AS_OF).speakingFor(
          at(x, y),
          ROAD,
          within,
        )
        expect(found?.checkpoint.id ?? null).toBe(slowly(facts, at(x, y), within))
      },
    ),
    { numRuns: 300, seed: 5 },
  )
})

test('X7 without a list of checks the plan holds for every post but one that a person checked', () => {
  const shifts = '00-24 police1'
  const facilities = ['P1', 'P2'].map((id, i) =>
    aFacility({ id, kind: 'checkpoint', shifts, position: [120 + i, 30] }),
  )
  const listed = aCheck({ checkpoint: 'P1', at: '2022-05-20T11:00', missing: 'all' })
  const check = { ...listed, origin: origin('log.ndjson') }
  const facts = aFacts({ facilities, checks: [check], stated: new Set(['facilities', 'roads']) })
  const posts = new Posts(facts, AS_OF)
  expect([0, 1].map((i) => posts.speakingFor([120 + i, 30], ROAD, 50)?.state)).toEqual(['empty', 'planned'])
})
