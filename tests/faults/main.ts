import { deletedWhileWriting } from './deleted'
import { aGround } from './ground'
import { killedWhileMaking } from './killed'
import { fullDisk } from './quota'

/**
 * `npm run faults [-- SEED]`: what is left of workspaces in a real browser that is killed, whose workspaces go away while
 * they are written to, and whose disk is full. Prints a line a round and the sums; exits 1 where a sum is not what it
 * has to be. Needs an installed browser; CORDON_DIST names another build.
 */
const seed = Number(process.argv[2] ?? 7)
const cell = (value: unknown): string =>
  (Array.isArray(value) ? value.join(' ') || '–' : String(value ?? '–')).padEnd(13)
const line = (round: object): void => console.log(Object.values(round).map(cell).join(' '))
const head = (title: string, ...names: string[]): void =>
  console.log(`\n${title} (seed ${seed})\n${names.map(cell).join(' ')}`)

const ground = await aGround()
const sums: [string, number, number][] = []
try {
  head('Killed while making a workspace', 'round', 'making', 'since', 'after ms', 'left', 'orphans')
  const killed = await killedWhileMaking(ground, { rounds: 20, seed, say: line })
  sums.push(['kills', killed.length, 20])
  sums.push(['empty workspaces', killed.filter(({ left }) => left === 'EMPTY').length, 0])
  sums.push(['partial workspaces', killed.filter(({ left }) => left === 'PARTIAL').length, 0])
  sums.push(['orphans after a kill', killed.flatMap(({ orphans }) => orphans).length, 0])

  head(
    'Gone while it is written to',
    'round',
    'how',
    'after ms',
    'acknowledged',
    'lost',
    'said after ms',
    'afterwards',
    'orphans',
  )
  const deleted = await deletedWhileWriting(ground, { rounds: 20, seed, say: line })
  const watched = deleted.filter(({ how }) => how !== 'killed')
  sums.push(['deletions', deleted.length, 20])
  sums.push(['acknowledged and lost', deleted.reduce((sum, { lost }) => sum + lost, 0), 0])
  sums.push(['acknowledged afterwards', deleted.reduce((sum, round) => sum + round.afterwards, 0), 0])
  sums.push(['not said', watched.filter(({ saidAfter }) => saidAfter === null).length, 0])
  sums.push(['orphans after a deletion', deleted.flatMap(({ orphans }) => orphans).length, 0])

  head('A disk that is full', 'round', 'quota', 'left', 'said', 'orphans')
  const full = await fullDisk(ground, { rounds: 10, seed, say: line })
  sums.push([
    'full disks with a part',
    full.filter(({ left }) => left !== 'none' && left !== 'whole').length,
    0,
  ])
  sums.push(['full disks not said', full.filter(({ left, isSaid }) => left === 'none' && !isSaid).length, 0])
  sums.push(['orphans after a full disk', full.flatMap(({ orphans }) => orphans).length, 0])
} finally {
  await ground.close()
}
console.log('')
for (const [what, found, wanted] of sums)
  console.log(
    `${found === wanted ? '  ' : '! '}${what.padEnd(28)} ${found}${found === wanted ? '' : ` (has to be ${wanted})`}`,
  )
process.exitCode = sums.every(([, found, wanted]) => found === wanted) ? 0 : 1
