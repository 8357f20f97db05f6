/** Text of the kernel that is taken out: `find` stands once in the file. */
export interface Cut {
  readonly file: string
  readonly find: string
  readonly replace: string
}

/** One guard of the kernel and how it is taken out. */
export interface Guard extends Cut {
  readonly name: string
  /** what guards the same once more, and is taken out with it */
  readonly second?: Cut
  /** the changes of a pack that it answers */
  readonly against: RegExp
  readonly policies: readonly string[]
}

const FLAG = 'geo/zones/conditions/flag.ts'
const CONTRADICTION = 'geo/zones/flags/contradiction.ts'
const ROUNDS = 'geo/zones/conditions/rounds/rounds.ts'

export const GUARDS: readonly Guard[] = [
  {
    name: 'a contradicted flag decides nothing',
    file: FLAG,
    find: '  if (against) return',
    replace: '  if (against && false) return',
    against: /^adding/,
    policies: ['my-2020-04', 'eu-hpai'],
  },
  {
    name: 'two answers of one time',
    file: CONTRADICTION,
    find: 'if (twice.length > 0)',
    replace: 'if (false)',
    against: /opposite/,
    policies: ['my-2020-04', 'cn-guangzhou-2021-n20'],
  },
  {
    name: 'the list of what a flag speaks of is there',
    file: CONTRADICTION,
    find: 'if ([...listsOf(spoken)].some(',
    replace: 'if (false && [...listsOf(spoken)].some(',
    against: /removing the list/,
    policies: ['my-2020-04'],
  },
  {
    name: 'a flag older than what it speaks of',
    file: CONTRADICTION,
    find: "told('flag-older', laterThan(asked, spoken, last))",
    replace: 'null',
    against: /adding a case/,
    policies: ['my-2020-04'],
  },
  {
    name: 'people of a list against a flag',
    file: CONTRADICTION,
    find: '...peopleAgainst(asked, spoken),',
    replace: '',
    against: /contact/,
    policies: ['cn-guangzhou-2021-n20', 'cn-2021-three-zone'],
  },
  {
    name: 'rounds against a flag',
    file: CONTRADICTION,
    find: '...roundsAgainst(asked, spoken, last)',
    replace: '',
    against: /round/,
    policies: ['my-2020-04', 'cn-beijing-2022-10d'],
  },
  {
    name: 'a contact of whom the list tells no result',
    file: 'geo/zones/flags/results.ts',
    find: "return 'pending'",
    replace: 'return null',
    against: /blanking result of contacts|result is open/,
    policies: ['cn-2021-three-zone'],
  },
  {
    name: 'rows that nobody can place',
    file: 'geo/zones/conditions/possible.ts',
    find: "if (answer.state !== 'met' || possible.length === 0) return answer",
    replace: 'return answer',
    against: /nowhere|without time|0, 0/,
    policies: ['cn-2021-three-zone', 'test-one'],
  },
  {
    name: 'refused rows',
    file: 'geo/zones/unplaced/unplaced-events.ts',
    find: '    this.#refused()\n',
    replace: '',
    against: /refused/,
    policies: ['cn-2021-three-zone', 'test-one'],
  },
  {
    name: 'a refused round may be still open',
    file: 'geo/zones/unplaced/possible.ts',
    find: '{ ...FOUND_ONE, ...STILL_OPEN, startedAt: moment },',
    replace: '',
    against: /refused row of rounds/,
    policies: ['my-2020-04'],
  },
  {
    name: 'a round without beginning and end may be under way',
    file: 'geo/zones/unplaced/possible.ts',
    find: 'finishedAt: round.finishedAt && moment',
    replace: 'finishedAt: round.result && moment',
    against: /blanking startedAt of rounds/,
    policies: ['cn-2021-three-zone', 'my-2020-04', 'cn-9th-2022', 'cn-beijing-2022-10d'],
  },
  {
    name: 'a later round beats the earlier ones',
    file: ROUNDS,
    find: 'const beaten = beatenBy(asked, [...judged, ...parts])',
    replace: 'const beaten: ReturnType<typeof beatenBy> = null as ReturnType<typeof beatenBy>',
    against: /adding a (positive )?round/,
    policies: ['cn-2021-three-zone', 'cn-guangzhou-2021-n20'],
  },
  {
    name: 'of two rows of a round the worse',
    file: 'geo/zones/record/round-figures.ts',
    find: 'rows.reduce((worst, row) => (isWorse(row, worst) ? row : worst))',
    replace: 'rows.reduce((worst, row) => (isWorse(row, worst) ? worst : row))',
    against: /second row of a round/,
    policies: ['cn-2021-three-zone', 'cn-guangzhou-2021-n20'],
  },
  {
    name: 'an unknown coverage is no coverage',
    file: ROUNDS,
    find: "if (coverage === null) return result('coverage-unknown', true)",
    replace: 'if (coverage === null) return result(null)',
    against: /blanking (listed|sampled) of rounds/,
    policies: ['cn-2021-three-zone', 'test-one'],
  },
  {
    name: 'a result that nobody said is not negative',
    file: ROUNDS,
    find: "if (resulted === null || round.result === null) return result('result-unknown', true)",
    replace: '',
    second: {
      file: 'geo/zones/conditions/rounds/later-rounds.ts',
      find: '  result === null && (positivePeople ?? 0) === 0',
      replace: '  false && result === null && (positivePeople ?? 0) === 0',
    },
    against: /blanking result(ed)? of rounds|nobody said/,
    policies: ['cn-2021-three-zone', 'test-one'],
  },
  {
    name: 'a list that is not there does not say none',
    file: 'geo/zones/conditions/clocks.ts',
    find: 'return record.stated.has(listOfEvent(event))',
    replace: 'return record.stated.has(listOfEvent(event)) || true',
    against: /removing the list/,
    policies: ['cn-2021-three-zone', 'cn-9th-2022'],
  },
  {
    name: 'a contact who is still there',
    file: 'geo/zones/conditions/days.ts',
    find: 'if (isOpen && of > 0 && known.at <= asked.at) return',
    replace: 'if (false) return',
    against: /contact/,
    policies: ['test-one', 'cn-beijing-2022-10d'],
  },
  {
    name: 'every outbreak wants its own culling',
    file: 'geo/zones/conditions/clocks.ts',
    find: 'if (open.length === 0) return []',
    replace: 'if (open.length >= 0) return []',
    against: /adding an early case/,
    policies: ['cn-hpai', 'eu-hpai'],
  },
  {
    name: 'an outbreak that nobody can place wants its own culling',
    file: 'geo/zones/conditions/needs.ts',
    find: 'if (clock.each !== undefined)',
    replace: 'if (clock.each === clock.event)',
    against: /adding an early case nowhere/,
    policies: ['cn-hpai', 'eu-hpai'],
  },
  {
    name: 'rows that nobody can place keep a class',
    file: 'geo/zones/classify.ts',
    find: 'rankOf(possibly[i]!) > rankOf(levels[i]!)',
    replace: 'false',
    against: /blanking (zone|place|reportedAt) of cases/,
    policies: ['in-2020-05', 'cn-county-2020'],
  },
  {
    name: 'a raise that is due and not done',
    file: 'geo/zones/conditions/plan.ts',
    find: 'if (raises.length > 0) parts',
    replace: 'if (false && raises.length > 0) parts',
    against: /^adding a case/,
    policies: ['cn-xian-2022'],
  },
  {
    name: 'an open signal',
    file: 'geo/zones/conditions/signals.ts',
    find: 'if (open.length === 0) return without',
    replace: 'if (open.length >= 0) return without',
    against: /told signal of the zone/,
    policies: ['cn-2021-three-zone', 'cn-9th-2022'],
  },
]
