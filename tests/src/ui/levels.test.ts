import { expect, test } from 'vitest'
import { levelStyles } from '../../../src/ui/levels'

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
