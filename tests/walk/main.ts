import { existsSync } from 'node:fs'
import { startApp } from '../helpers/app'
import { differenceText, GROUPS } from './figures'
import { PACKS } from './packs'
import { type Walked, walkPack } from './walk'

const option = (name: string): string[] =>
  process.argv
    .find((word) => word.startsWith(`--${name}=`))
    ?.slice(name.length + 3)
    .split(',') ?? []

function tableOf({ pack, moment, counts }: Walked): string {
  return counts
    .filter(({ compared, different, skipped }) => compared + different + skipped > 0)
    .map(
      ({ group, compared, different, skipped }) =>
        `${pack.padEnd(20)} ${moment.padEnd(17)} ${group.padEnd(10)} ${String(compared).padStart(6)} ${String(different).padStart(9)} ${String(skipped).padStart(7)}`,
    )
    .join('\n')
}

/** Walks every pack, or those of `--pack=demo,unplaced`, at every moment, or those of `--at=`, and prints what agrees. */
async function run(): Promise<void> {
  const [packs, moments] = [option('pack'), option('at')]
  const app = await startApp()
  const all: Walked[] = []
  let faults = 0
  for (const pack of PACKS.filter(({ name }) => packs.length === 0 || packs.includes(name))) {
    if (pack.files === null) {
      console.log(`${pack.name}: skipped, its data does not lie beside the repository`)
      continue
    }
    const asked = {
      ...pack,
      moments: pack.moments.filter((at) => moments.length === 0 || moments.includes(at)),
    }
    try {
      for (const walked of await walkPack(app, asked)) {
        all.push(walked)
        console.log(`${walked.pack} ${walked.moment}: ${walked.differences.length} differences`)
        for (const one of walked.differences) console.log(`    ${differenceText(one)}`)
        for (const error of walked.errors.slice(0, 3)) console.log(`    error of the page: ${error}`)
        faults += walked.differences.length + walked.errors.length
      }
    } catch (error) {
      faults++
      console.log(
        `${pack.name}: could not be walked: ${String((error as Error).stack ?? error).slice(0, 600)}`,
      )
    }
  }
  await app.close()
  console.log(
    `\n${'pack'.padEnd(20)} ${'moment'.padEnd(17)} ${'figures of'.padEnd(10)} compared different skipped`,
  )
  for (const walked of all) console.log(tableOf(walked))
  const sum = (pick: 'compared' | 'different' | 'skipped'): number =>
    all.flatMap(({ counts }) => counts).reduce((total, count) => total + count[pick], 0)
  console.log(
    `\n${GROUPS.length} groups of figures: ${sum('compared')} compared, ${sum('different')} different, ${sum('skipped')} skipped`,
  )
  process.exitCode = faults ? 1 : 0
}

if (existsSync('dist/index.html')) await run()
else console.log('There is no build: npm run build first.')
