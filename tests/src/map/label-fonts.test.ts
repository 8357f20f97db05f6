import { describe, expect, test } from 'vitest'
import { measureWith } from '../../../src/map/labels/paint'

/** The font in which a text is measured, and so drawn. */
function fontOf(text: string): string {
  const context = { font: '', measureText: () => ({ width: 10 }) }
  measureWith(context as unknown as CanvasRenderingContext2D)(text, { size: 15, weight: 600, spacing: 0 })
  return context.font
}

describe('fonts of labels', () => {
  test.each(['St Mary’s', 'Xi’an', '“Old” Quay', '7’s Bar'])(
    'S37 an apostrophe or quote of a Latin name is of the Latin font: %s',
    (name) => expect(fontOf(name)).toContain('"Cordon Latin Quotes"'),
  )

  test.each(['“小浪底”社区', '望江花园', 'A区', "Xi'an"])(
    'S37 the quotes of a Han name keep the width of its font: %s',
    (name) => expect(fontOf(name)).not.toContain('Quotes'),
  )
})
