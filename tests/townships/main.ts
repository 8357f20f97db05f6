// npm run townships [-- --count=50] [--from=0] [--show]: daily workbooks of fifteen clerks, read as an import reads
// them and held against the truth; ends with 1 where a row is lost, doubled or wrong.
import { compared } from './compared'
import { takenOf } from './taken'
import { workbookOf } from './workbooks'

const option = (name: string, usual: number): number => {
  const given = process.argv.find((one) => one.startsWith(`--${name}=`))
  return given ? Number(given.split('=')[1]) : usual
}

const [from, count] = [option('from', 0), option('count', 50)]
const isShown = process.argv.includes('--show')
const HEAD = ['true', 'taken', 'lost', 'doubled', 'wrong', 'uncounted']
const sums = HEAD.map(() => 0)
const line = (figures: readonly (string | number)[]): string =>
  figures.map((one) => String(one).padStart(10)).join('')

console.log(`${line(HEAD)}  workbook, format, clerk: habits`)
for (let number = from; number < from + count; number += 1) {
  const book = await workbookOf(number)
  const { rows, uncounted, told } = await takenOf(book)
  const { lost, doubled, wrong } = compared(book.truth, rows)
  const figures = [
    book.truth.length,
    rows.length,
    lost.length,
    doubled.length,
    wrong.length,
    uncounted.length,
  ]
  for (const [i, figure] of figures.entries()) sums[i]! += figure
  console.log(`${line(figures)}  ${book.name}, ${book.format}, ${book.clerk}: ${book.habits.join(' ')}`)
  if (!isShown || lost.length + doubled.length + wrong.length + uncounted.length === 0) continue
  for (const text of told) console.log(`    ${text}`)
  for (const text of uncounted) console.log(`    uncounted ${text}`)
  for (const row of lost) console.log(`    lost ${JSON.stringify(row)}`)
  for (const row of doubled) console.log(`    doubled ${JSON.stringify(row)}`)
  for (const pair of wrong) console.log(`    wrong ${JSON.stringify(pair)}`)
}
console.log(`${line(sums)}  in all`)
process.exit(sums.slice(2).every((sum) => sum === 0) ? 0 : 1)
