import { FORMATS } from './formats'
import { FRAMES } from './frames'
import { hasRealGround, madeUpGround, realGround } from './ground'
import { cameBack } from './read-back'

/**
 * `npm run matrix`: villages with their ground and addresses with their position through every format, encoding and
 * frame, with how far a position came back off. Exit 1 where one did not come back.
 */
if (!hasRealGround) console.log('the villages of Taipei are absent: ground of the project’s own is used')
const ground = hasRealGround ? realGround() : madeUpGround(60, 120)
console.log(`${ground.villages.length} villages, ${ground.addresses.length} addresses\n`)
let [cells, failed] = [0, 0]
for (const format of FORMATS) {
  for (const encoding of format.encodings) {
    const words: string[] = []
    for (const frame of FRAMES) {
      if (!format.takes(frame)) {
        words.push(`${frame.id} –`)
        continue
      }
      const { fault, off } = await cameBack(ground, { format, frame, encoding })
      cells += 1
      if (fault) failed += 1
      words.push(`${frame.id} ${fault ?? `${off.toExponential(1)}°`}`)
    }
    const written = format.encodings.length > 1 ? encoding : ''
    console.log(`${format.id.padEnd(14)} ${written.padEnd(12)} ${words.join('   ')}`)
  }
}
console.log(`\n${cells} ways, ${cells - failed} came back equal without a question, ${failed} did not`)
process.exitCode = failed > 0 ? 1 : 0
