import { morningOf, readOnce, statesOf } from './orders'

/** `npm run orders`: files of a morning, each read once, taken in in many orders. Exit 1 where the order counts. */
let failed = false
for (const [count, wanted] of [
  [5, 120],
  [15, 500],
] as const) {
  const { orders, states } = statesOf(await readOnce(morningOf(count)), wanted)
  console.log(`${count} files, ${orders} orders: ${states} state${states === 1 ? '' : 's'}`)
  if (states !== 1 || orders !== wanted) failed = true
}
process.exitCode = failed ? 1 : 0
