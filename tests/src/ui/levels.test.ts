import { expect, test } from 'vitest'
import { BUILT_IN_POLICIES, type Policy, resolvePolicy } from '#geo'
import { hatchBitmap } from '../../../src/map/hatch'
import { levelHatches, levelStyles } from '../../../src/ui/levels'
import { THEMES } from '../../../src/ui/tokens'

const stylesOf = (...levels: string[]): string[] => {
  const ranked = levels.map((level, at) => ({ level, rank: levels.length - at }))
  const styles = levelStyles([...ranked, { level: 'normal', rank: 0 }])
  return levels.map((level) => styles[level]!)
}

test('M28 a level beyond the three styles is drawn as the one next to it in strictness', () => {
  expect(stylesOf('sealed14', 'sealed7', 'home7', 'controlled', 'precaution')).toEqual([
    ...['sealed', 'sealed', 'controlled', 'controlled', 'precaution'],
  ])
  expect(stylesOf('a', 'b', 'c', 'd')).toEqual(['sealed', 'controlled', 'precaution', 'precaution'])
  expect(stylesOf('strictest', 'sealed', 'controlled', 'precaution')).toEqual([
    ...['sealed', 'sealed', 'controlled', 'precaution'],
  ])
  expect(stylesOf('high', 'middle')).toEqual(['sealed', 'controlled'])
  expect(levelStyles([])).toEqual({})
})

test('M28 levels of one colour bear marks of their own, in every edition and the milder the paler', () => {
  for (const { id } of BUILT_IN_POLICIES as readonly Policy[]) {
    const { levels } = resolvePolicy(id, BUILT_IN_POLICIES).policy!
    const ranked = levels.map(({ id: level, rank }) => ({ level, rank }))
    const hatches = Object.values(levelHatches(ranked))
    expect(hatches.length, id).toBe(ranked.filter(({ rank }) => rank > 0).length)
    expect(new Set(hatches).size, id).toBe(hatches.length)
  }
  const five = ['sealed14', 'sealed7', 'home7', 'controlled', 'precaution']
  expect(levelHatches(five.map((level, at) => ({ level, rank: 5 - at })))).toEqual({
    ...{ sealed14: 'sealed', sealed7: 'sealed-2', home7: 'controlled', controlled: 'controlled-2' },
    precaution: 'precaution',
  })
})

test('M28 in each theme the marks of a milder level lie nearer to the ground', () => {
  for (const theme of Object.values(THEMES))
    for (const style of ['sealed', 'controlled', 'precaution'] as const) {
      const opacity = ([style, `${style}-2`, `${style}-3`] as const).map((hatch) => {
        const { data } = hatchBitmap(hatch, theme, { scale: 2, ratio: 2 })
        const alphas = Array.from({ length: data.length / 4 }, (_, at) => data[4 * at + 3]!)
        return Math.min(...alphas)
      })
      expect(opacity[0]).toBeGreaterThan(opacity[1]!)
      expect(opacity[1]).toBeGreaterThan(opacity[2]!)
    }
})
