import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { BUILT_IN_POLICIES, type Condition, type Policy } from '#geo'

const PAGE = readFileSync(join(__dirname, '../../../../geo/zones/policies/README.md'), 'utf8')

interface Row {
  readonly leaf: string
  readonly words: string
  readonly verdict: string
  readonly reading: string
}

/** The rows of each edition's table, by its id. */
const TABLES = new Map(
  PAGE.split(/^## /m)
    .slice(1)
    .map((section): [string, Row[]] => [
      section.split('\n', 1)[0]!.trim(),
      [...section.matchAll(/^\| `([^`]+)` \| (.+?) \| (.+?) \| (.+?) \|$/gm)].map(
        ([, leaf, words, verdict, reading]) => ({
          leaf: leaf!,
          words: words!,
          verdict: verdict!,
          reading: reading!,
        }),
      ),
    ]),
)

interface Leaf {
  readonly key: string
  readonly reading: boolean
  readonly sources: string
}

function leavesIn(condition: Condition, prefix: string, said?: string): Leaf[] {
  if ('all' in condition) return condition.all.flatMap((one) => leavesIn(one, prefix))
  if ('any' in condition) return condition.any.flatMap((one) => leavesIn(one, prefix))
  const id = condition.id ?? said
  if ('not' in condition) return leavesIn(condition.not, prefix, id)
  return [{ key: `${prefix}/${id}`, reading: condition.reading ?? false, sources: condition.source ?? '' }]
}

/** Every condition that the document itself holds, by where it stands; what it inherits stands with its base. */
function leavesOf({
  levels = [],
  classify = [],
  classifyInitial = [],
  transitions = [],
}: Partial<Policy>): Leaf[] {
  const drawn = levels.flatMap(({ id, delimit = [] }) =>
    delimit.flatMap((one, i) =>
      'when' in one && one.when
        ? leavesIn(one.when, `levels.${id}`, `delimit.${i}`).map((leaf) => ({
            ...leaf,
            key: `levels.${id}/delimit.${i}`,
          }))
        : [],
    ),
  )
  const classed = [
    ...classifyInitial.flatMap(({ level, when }) => leavesIn(when, `classifyInitial.${level}`)),
    ...classify.flatMap(({ level, when, until }) => [
      ...leavesIn(when, `classify.${level}`),
      ...(until ? leavesIn(until, `classify.${level}.until`) : []),
    ]),
  ]
  const moved = transitions.flatMap(({ id, on, when, reading = false, source = '' }) => [
    ...(on ? [{ key: `${id}/on`, reading, sources: source }] : []),
    ...(when ? leavesIn(when, id) : []),
  ])
  return [...drawn, ...classed, ...moved]
}

const EDITIONS = BUILT_IN_POLICIES as (Partial<Policy> & { readonly id: string })[]
const ids = EDITIONS.map(({ id }) => id)

describe('the rules as printed', () => {
  test('Y39 every edition has its table, and no table is of another', () => {
    expect([...TABLES.keys()].sort()).toEqual([...ids].sort())
    expect(ids).toHaveLength(22)
  })

  test.each(ids)('Y39 %s: each leaf has its row and each row its leaf', (id) => {
    const edition = EDITIONS.find((one) => one.id === id)!
    const leaves = leavesOf(edition)
    expect(leaves.length).toBeGreaterThan(0)
    expect(TABLES.get(id)!.map(({ leaf }) => leaf)).toEqual(leaves.map(({ key }) => key))
  })

  test.each(ids)(
    'Y39 %s: what the table calls a reading the leaf calls one, and what is quoted nowhere is one',
    (id) => {
      const leaves = leavesOf(EDITIONS.find((one) => one.id === id)!)
      for (const [i, { leaf, words, verdict, reading }] of TABLES.get(id)!.entries()) {
        expect(['yes', 'no'], leaf).toContain(reading)
        expect(leaves[i]!.reading, leaf).toBe(reading === 'yes')
        expect(words === 'no words quoted' || /“.+”/.test(words), leaf).toBe(true)
        if (words === 'no words quoted' || leaves[i]!.sources.split(/\s+/).includes('G'))
          expect(reading, leaf).toBe('yes')
        if (reading === 'no') expect(verdict, leaf).toMatch(/^agrees/)
        expect(verdict.trim(), leaf).not.toBe('')
      }
    },
  )
})
