// npm run fuzz [-- --each=700] [--from=1]: files of every format, damaged by seeds: each has to be taken or refused in
// words, within ten seconds. Prints a row a format; ends with 1 where one falls.
import { Worker } from 'node:worker_threads'
import { seeded } from '../helpers/seeded'
import { damagedFiles, faultOfImport, WHOLE } from '../helpers/whole-files'

const LONGEST_MS = 10_000
const option = (name: string, usual: number): number => {
  const given = process.argv.find((one) => one.startsWith(`--${name}=`))
  return given ? Number(given.split('=')[1]) : usual
}

/** Ends the process from another thread where one file takes longer than it may: no timer runs while a file hangs. */
const beat = new Int32Array(new SharedArrayBuffer(8))
const watch = new Worker(
  `const { workerData: beat } = require('node:worker_threads')
   let last = -1, since = Date.now()
   setInterval(() => {
     const now = Atomics.load(beat, 0)
     if (now !== last) [last, since] = [now, Date.now()]
     else if (Date.now() - since > ${LONGEST_MS}) {
       require('node:fs').writeSync(2, 'hangs: seed ' + Atomics.load(beat, 1) + '\\n')
       process.kill(process.pid, 'SIGKILL')
     }
   }, 500)`,
  { eval: true, workerData: beat },
)
watch.unref()

const each = option('each', 600)
const from = option('from', 1)
let fallen = 0
console.log('file            files     well     fell  slowest ms     MB')
for (const path of Object.keys(WHOLE)) {
  let [fell, slowest, most] = [0, 0, 0]
  for (let seed = from; seed < from + each; seed += 1) {
    Atomics.store(beat, 1, seed)
    Atomics.add(beat, 0, 1)
    const begin = performance.now()
    const fault = await faultOf(path, seed)
    slowest = Math.max(slowest, performance.now() - begin)
    most = Math.max(most, process.memoryUsage().rss)
    if (fault === null) continue
    fallen += 1
    fell += 1
    console.log(`${path}, seed ${seed}: ${fault}`)
  }
  console.log(
    `${path.padEnd(14)} ${String(each).padStart(6)} ${String(each - fell).padStart(8)} ${String(fell).padStart(8)} ${slowest.toFixed(0).padStart(11)} ${(most / 1e6).toFixed(0).padStart(6)}`,
  )
}
console.log(fallen === 0 ? 'none fell' : `${fallen} fell`)
process.exit(fallen === 0 ? 0 : 1)

async function faultOf(path: string, seed: number): Promise<string | null> {
  try {
    return await faultOfImport(damagedFiles(path, WHOLE[path]!, seeded(seed * 7_919 + path.length)))
  } catch (fault) {
    return `thrown: ${(fault as Error).stack?.split('\n').slice(0, 3).join(' ')}`
  }
}
