import { CLASS_POLICIES, classesIn, dueIn, factsOfWorse } from '../helpers/lowering'
import { AS_OF_DAYS, factsOf, randomPack } from '../helpers/random-packs'
import { worseThan } from '../helpers/worse-packs'
import { GUARDS } from './guards'

/**
 * Prints what may be lowered, one a line: for the packs of the seeds as they are, and with each change that the guard
 * answers. `seed | policy: change | what`; of classes each place with its class.
 */
const [name, from, to] = process.argv.slice(2)
const guard = GUARDS.find((one) => one.name === name)
if (!guard) throw new RangeError(`no guard ${name}`)
const isClass = (policy: string): boolean => (CLASS_POLICIES as readonly string[]).includes(policy)

for (let seed = Number(from); seed <= Number(to); seed++)
  for (const policy of guard.policies) {
    const pack = { ...randomPack(seed, isClass(policy) ? undefined : policy), policy }
    const day = AS_OF_DAYS[seed % AS_OF_DAYS.length]!
    const asked = isClass(policy) ? classesIn : dueIn
    const changes = worseThan(pack).filter(({ what }) => guard.against.test(what))
    const all = [
      { what: 'as it is', facts: factsOf(pack) },
      ...changes.map((one) => ({ what: one.what, facts: factsOfWorse(one) })),
    ]
    for (const { what, facts } of all)
      for (const one of asked(facts, day)) process.stdout.write(`${seed} | ${policy}: ${what} | ${one}\n`)
  }
