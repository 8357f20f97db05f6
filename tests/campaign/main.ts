import { installedBrowser } from '../helpers/browser'
import { hasNatsServer } from '../helpers/nats-server'
import { overHub } from './over-hub'
import { isWhole } from './verdict'

/**
 * `npm run exchange:campaign [-- ACTS SEED]`: four browser profiles at one real hub on this machine, two of them with a
 * clock that is off by two hours, two in one zone; browsers and hub are killed, the hub's disk is full for a while.
 * Prints what came of it; exits 1 where it is not one truth. Needs an installed browser and nats-server, and a built page.
 */
const [acts = 1_000, seed = 7] = process.argv.slice(2).map(Number)
process.on('SIGTERM', () => process.exit(143))
if (!hasNatsServer || !installedBrowser()) {
  console.log('nothing was run: a browser and nats-server are needed')
  process.exit(2)
}
const outcome = await overHub({
  ...{ machines: 4, acts, seed, typed: Math.ceil(acts / 50) },
  ...{ kills: Math.ceil(acts / 100), hubKills: Math.ceil(acts / 200), fullDisk: true },
})
for (const [what, value] of Object.entries(outcome)) console.log(`${what.padEnd(14)} ${value}`)
process.exit(isWhole(outcome) ? 0 : 1)
