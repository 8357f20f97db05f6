import { type CaseRow, cases } from './columns'
import { readSharedText } from './shared-data'

/** The cases of Tainan, read straight from its CSV (no quoted field in it): no importer in between. */
export function tainanCases() {
  const [header, ...lines] = readSharedText('tainan-2015/cases.csv').trim().split(/\r?\n/)
  const names = header!.split(',') as (keyof CaseRow)[]
  const rows = lines.map(
    (line) => Object.fromEntries(line.split(',').map((value, at) => [names[at]!, value || null])) as CaseRow,
  )
  return cases(rows, 'Asia/Taipei')
}
