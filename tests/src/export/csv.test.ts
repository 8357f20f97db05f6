import { expect, test } from 'vitest'
import { csvCell, tabbedRow, toCsv, toTabbed } from '../../../src/export/csv'

const FORMULAS = ['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1', '\r=1']

test('text that a spreadsheet would run is guarded in CSV and in what is copied, numbers are not', () => {
  for (const formula of FORMULAS) {
    expect(csvCell(formula)).toMatch(/^"?'/)
    expect(tabbedRow(['a', formula]).split('\t')[1]).toMatch(/^'/)
  }
  for (const number of ['-5', '+5', '-1.5', -3]) {
    expect(csvCell(number)).toBe(String(number))
    expect(tabbedRow([number])).toBe(String(number))
  }
})

test('a copied row stays one row of as many cells, and nothing is an empty cell', () => {
  expect(tabbedRow(['a\tb', 'c\r\nd', null, 0])).toBe('a b\tc d\t\t0')
  expect(toTabbed(['x', 'y'], [['1', null]])).toBe('x\ty\n1\t')
  expect(toCsv(['x'], [['a\nb']])).toBe('\uFEFFx\r\n"a\nb"\r\n')
})
