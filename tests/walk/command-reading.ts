import { answersOf, readAsOf } from '#geo'
import { main } from '../../src/cli/main'
import { readPack } from '../../src/cli/read-pack'
import { formatAsOf } from '../../src/i18n/format'
import { Notes, type Reading } from './figures'
import { clockIn, countAfter, countIn, dayIn, daysLeftIn, momentIn, stateIn } from './printed'

interface CommandZone {
  readonly id: string
  readonly level: string
  readonly transitions: readonly { readonly id: string; readonly kind: string; readonly to: string }[]
}
interface Assess {
  readonly asOf: string
  readonly zones: readonly CommandZone[]
  readonly sources?: readonly { readonly list: string; readonly until: string | null }[]
  readonly unplaced?: readonly {
    readonly ruledOut: unknown
    readonly holds: readonly { readonly zone: string }[]
  }[]
}
interface Clusters {
  readonly clusters: readonly {
    readonly id: string
    readonly cases: readonly string[]
    readonly places: readonly string[]
    readonly radiusM: number
    readonly lastWeek: number
  }[]
}
interface Coverage {
  readonly perimeter:
    | readonly {
        readonly id: string
        readonly kind: string
        readonly guarded: number
        readonly unguarded: number
        readonly closed: number
      }[]
    | null
  readonly perimeterTotal: {
    readonly guarded: number
    readonly unguarded: number
    readonly closed: number
  } | null
  /** lists that nobody gave: what rests on them is not known */
  readonly unknownLists?: readonly string[]
  readonly reporting: {
    readonly expected: number
    readonly filed: number
    readonly missing: readonly string[]
  } | null
  readonly levels: { readonly rows: readonly { readonly level: string }[] }
}

/** What the page must name for the command line's ids to be found on its screens. */
export interface PageNames {
  /** printed name of a level by its id */
  readonly levels: ReadonlyMap<string, string>
}

async function answered(words: readonly string[]): Promise<string> {
  let out = ''
  let err = ''
  const streams = {
    out: (text: string) => (out += text),
    err: (text: string) => (err += text),
    env: { LANG: 'zh_CN.UTF-8' },
  }
  const code = await main(words, streams)
  if (code !== 0) throw new Error(`cordon ${words.join(' ')} ended with ${code}: ${err.slice(0, 400)}`)
  return out
}

/** The command line's figures of a pack at a moment: its documents, and what its text prints of dates, states and ground. */
export async function readCommand(pack: string, asOf: string, names: PageNames): Promise<Reading> {
  const words = [pack, '--as-of', asOf]
  const notes = new Notes('command')
  const assess = JSON.parse(await answered(['assess', ...words, '--json'])) as Assess
  const coverage = JSON.parse(await answered(['coverage', ...words, '--json'])) as Coverage
  const day = assess.asOf.slice(0, 10)
  const text = await answered(['assess', ...words])
  notes.say('as-of', 'picture', `${dayIn(text, day)} ${clockIn(text) ?? '24:00'}`)
  for (const zone of assess.zones) notes.say('level', zone.id, names.levels.get(zone.level) ?? zone.level)
  readStandings(text, { assess, day, names, notes })
  readPerimeter(coverage, assess, notes)
  readLevels(await answered(['coverage', ...words]), names, notes)
  readUnplaced(assess, text, notes)
  readSources(assess, notes)
  readClusters(JSON.parse(await answered(['clusters', ...words, '--json'])) as Clusters, notes)
  notes.say('totals', 'cases with a position', await positionsOf(pack, asOf))
  const { reporting } = coverage
  notes.say('reports', 'missing', reporting ? String(reporting.missing.length) : '—')
  notes.say('reports', 'expected', reporting && String(reporting.expected))
  notes.say('reports', 'filed', reporting && String(reporting.filed))
  return notes
}

/** How many counted cases the map can draw, by the kernel itself: no document of the command line tells it. */
async function positionsOf(path: string, asOf: string): Promise<string> {
  const { factsKnown, timezone } = await readPack(path, 'zh')
  const { survey } = answersOf(factsKnown(null), {
    asOf: readAsOf(timezone, asOf)!,
    known: null,
    policy: null,
  })
  return survey.cases ? String(survey.caseDots.day.length) : '—'
}

/** Of what must make the zone stricter, else of its one lowering: with two, the text does not say which decides. */
function readStandings(
  text: string,
  {
    assess,
    day,
    names,
    notes,
  }: {
    readonly assess: Assess
    readonly day: string
    readonly names: PageNames
    readonly notes: Notes
  },
): void {
  const zones = new Map(assess.zones.map((zone) => [zone.id, zone]))
  let current: CommandZone | undefined
  const raised = new Set<string>()
  for (const line of text.split('\n')) {
    const cells = line.trim().split(/\s{2,}/)
    const at = cells.findIndex((cell) => / → /.test(cell))
    if (!line.startsWith(' ')) current = zones.get(cells[0] ?? '')
    if (!current || at < 0 || raised.has(current.id)) continue
    const said = (): void => {
      notes.say('state', current!.id, stateIn(cells[at + 1]))
      notes.say('date', current!.id, dayIn(cells[at + 2], day))
      notes.say('clock', current!.id, clockIn(cells[at + 2]))
      notes.say('left', current!.id, daysLeftIn(cells[at + 2]))
    }
    if (stateIn(cells[at + 1]) === '应升级') {
      raised.add(current.id)
      said()
      continue
    }
    const lowerings = current.transitions.filter(({ kind }) => kind === 'release' || kind === 'downgrade')
    if (lowerings.length !== 1) {
      notes.skip('state', current.id, 'several lowerings, the text does not say which decides')
      continue
    }
    const [lowering] = lowerings
    if (!cells[at]!.endsWith(` → ${names.levels.get(lowering!.to) ?? lowering!.to}`)) continue
    said()
  }
}

function readPerimeter(
  { perimeter, perimeterTotal, unknownLists = [] }: Coverage,
  assess: Assess,
  notes: Notes,
): void {
  const isUntold = perimeter === null || unknownLists.includes('checkpoints')
  for (const { id } of assess.zones) {
    const line = perimeter?.find((one) => one.kind === 'zone' && one.id === id)
    for (const state of ['guarded', 'unguarded', 'closed'] as const)
      notes.say('crossings', `${id} ${state}`, isUntold ? '—' : String(line?.[state] ?? 0))
  }
  const isOpen = perimeterTotal !== null && assess.zones.length > 0
  notes.say('crossings', 'all unguarded', isOpen && !isUntold ? String(perimeterTotal.unguarded) : '—')
  const total = isOpen && perimeterTotal.guarded + perimeterTotal.unguarded + perimeterTotal.closed
  notes.say('crossings', 'all', total === false ? '—' : String(total))
}

interface LevelSum {
  hundredths: number
  people: number
  /** nobody knows a part of it, or none of it */
  isLeast: boolean
  isKnown: boolean
  hasGround: boolean
  isPartlyDrawn: boolean
}

/** Levels by town; a level is the sum of its towns as printed. */
function readLevels(text: string, names: PageNames, notes: Notes): void {
  const lines = text.split('\n')
  const first = lines.findIndex((line) => line.startsWith('级别') && line.includes('面积')) + 1
  const sums = new Map<string, LevelSum>()
  for (const line of lines.slice(first)) {
    const cells = line.trim().split(/\s{2,}/)
    if (cells.length < 4) break
    const [places, , people = '—', area = '—'] = cells.toReversed()
    if (cells[0] === '=') {
      notes.say('totals', 'district area', countIn(area))
      notes.say('totals', 'district people', countIn(people))
      break
    }
    const name = names.levels.get(cells[0]!) ?? cells[0]!
    const nothing = {
      hundredths: 0,
      people: 0,
      isLeast: false,
      isKnown: false,
      hasGround: false,
      isPartlyDrawn: false,
    }
    const sum = sums.get(name) ?? nothing
    const isKnown = people !== '—'
    sums.set(name, {
      hundredths: sum.hundredths + (area === '—' ? 0 : Math.round(Number(area.replace(/[≥,]/g, '')) * 100)),
      people: sum.people + (isKnown ? Number(people.replace(/[≥,]/g, '')) : 0),
      isLeast: sum.isLeast || people.startsWith('≥') || (!isKnown && places !== '0'),
      isKnown: sum.isKnown || isKnown,
      hasGround: sum.hasGround || area !== '—',
      isPartlyDrawn: sum.isPartlyDrawn || area.startsWith('≥'),
    })
  }
  for (const [name, { hundredths, people, isLeast, isKnown, hasGround, isPartlyDrawn }] of sums) {
    notes.say(
      'totals',
      `${name} area`,
      hasGround ? `${isPartlyDrawn ? '≥' : ''}${(hundredths / 100).toFixed(2)}` : '—',
    )
    notes.say('totals', `${name} people`, isKnown ? `${isLeast ? '≥' : ''}${people}` : '—')
  }
}

function readUnplaced({ unplaced = [] }: Assess, text: string, notes: Notes): void {
  const open = unplaced.filter(({ ruledOut }) => ruledOut === null)
  notes.say('unplaced', 'rows', String(open.length))
  notes.say('unplaced', 'ruled out', String(unplaced.length - open.length))
  notes.say('unplaced', 'zones held', countAfter(text, '挂起'), 'nothing is unplaced')
}

function readSources({ asOf, sources = [] }: Assess, notes: Notes): void {
  for (const { list, until } of sources)
    notes.say(
      'sources',
      `${list} until`,
      momentIn(until && formatAsOf(until, 'zh'), asOf.slice(0, 10)) ?? '—',
    )
}

function readClusters({ clusters }: Clusters, notes: Notes): void {
  for (const { id, cases, places, radiusM, lastWeek } of clusters) {
    notes.say('clusters', `${id} cases`, String(cases.length))
    notes.say('clusters', `${id} week`, String(lastWeek))
    notes.say('clusters', `${id} places`, String(places.length))
    notes.say('clusters', `${id} radius`, String(Math.round(radiusM)))
  }
}
