import { type Level, levelCarried, levelNamed, type Policy, resolvePolicy } from '#geo'
import { eachMade } from '../../formats/rows'
import type { FormatTable } from '../../formats/table'
import { freeText } from '../../log/personal/kept-text'
import type { Kind } from '../../records/records'
import { textOf } from '../cells/fields'
import { matchHeaders } from '../headers/headers'
import { keptTableName } from '../places/kept-name'
import { BY_NAME, type LevelChoice, type Reason } from './question'

/** Polygons of which the table does not say the level, or since when they are zones. */
export interface ZonesLacking {
  /** rows without a level, and rows without a begin */
  readonly level: readonly number[]
  readonly begin: readonly number[]
  readonly names: ReadonlyMap<number, string>
  /** what the file and the table are called */
  readonly called: readonly string[]
  readonly levelHeader: string | null
  readonly beginHeader: string | null
}

/** What zones of a table lack; null where they lack nothing, or it lists none. */
export function zonesLacking(kind: Kind, table: FormatTable, path: string): ZonesLacking | null {
  if (kind.list !== 'zones' || table.rows.length === 0 || table.twice?.length) return null
  const { fields } = matchHeaders(kind, table.headers, { told: table.told })
  const headerOf = (name: string): string | null =>
    [...fields].find(([field]) => field.name === name)?.[1] ?? null
  const [levelHeader, beginHeader, nameHeader] = [headerOf('level'), headerOf('from'), headerOf('name')]
  const lacking = (header: string | null): number[] =>
    table.rows.flatMap(({ row, cells, broken }) =>
      broken || (header !== null && textOf(cells[header]) !== null) ? [] : [row],
    )
  const [level, begin] = [lacking(levelHeader), lacking(beginHeader)]
  if (level.length + begin.length === 0) return null
  const names = new Map(
    table.rows.map(({ row, cells }) => [
      row,
      [table.areFeatures ? cells.folder : null, nameHeader && cells[nameHeader]]
        .flatMap((cell) => textOf(cell) ?? [])
        .map((text) => keptTableName(freeText(text)))
        .join(' / '),
    ]),
  )
  return { level, begin, names, called: [path, table.name ?? ''], levelHeader, beginHeader }
}

/** An edition in whose words levels are asked for. */
export interface Family {
  readonly policy: Policy
  readonly documents: readonly unknown[]
}

/** Editions whose words may stand in names, the likeliest first: the one followed, those in force, and what they came from. */
export function familiesOf(ids: readonly string[], documents: readonly unknown[]): Family[] {
  const found = new Map<string, Family>()
  const waiting = [...ids]
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    if (found.has(id)) continue
    const { policy } = resolvePolicy(id, documents)
    if (!policy) continue
    found.set(id, { policy, documents })
    for (const { from } of policy.migrate ?? []) waiting.push(from)
  }
  return [...found.values()]
}

const levelsAsked = ({ levels }: Policy): Level[] =>
  levels.filter(({ rank }) => rank > 0).sort((a, b) => b.rank - a.rank)

/** The one level of an edition that words name; null where they name none, or several. */
export function levelInWords({ levels }: Policy, words: string): string | null {
  const text = words.normalize('NFKC').toLowerCase()
  const named = levels.filter((level) => calledIn(level).some((name) => occurs(text, name)))
  return named.length === 1 ? named[0]!.id : null
}

function calledIn({ zh, en }: Level): string[] {
  const [chinese, english] = [(zh ?? '').replace(/[（(].*$/u, ''), (en ?? '').toLowerCase()]
  return [chinese, chinese.replace(/区$/u, ''), english].filter((name) => name.length > 1)
}

/** Latin words are found whole. */
function occurs(text: string, name: string): boolean {
  const at = text.indexOf(name)
  if (at < 0 || !/^[a-z]/.test(name)) return at >= 0
  return !/[a-z]/.test(text[at - 1] ?? '') && !/[a-z]/.test(text[at + name.length] ?? '')
}

export interface LevelProposal {
  readonly family: Family
  readonly proposed: string | null
  readonly reason: Reason | null
  readonly choices: readonly LevelChoice[]
}

/**
 * The level that the polygons are called: all of them, else the file or table. Names of different levels are proposed to
 * be taken one by one. Where nothing says it, nothing is proposed.
 */
export function proposedLevel(
  lacking: ZonesLacking,
  families: readonly Family[],
  followed: Policy | null,
): LevelProposal | null {
  const told = families.map((family) => ({ family, ...wordsIn(lacking, family.policy) }))
  const best = told.find(({ named }) => named > 0) ?? told.find(({ called }) => called !== null) ?? told[0]
  if (!best) return null
  const { family, counts, named, called, calledBy } = best
  const [only] = counts.size === 1 ? counts.keys() : []
  const total = lacking.level.length
  const choices = levelsAsked(family.policy).map(
    (level): LevelChoice => ({
      ...{ value: level.id, rank: level.rank, named: counts.get(level.id) ?? 0 },
      ...(level.zh === undefined ? {} : { zh: level.zh }),
      ...(level.en === undefined ? {} : { en: level.en }),
      becomes: becomesIn(family, level.id, followed),
    }),
  )
  const base = { family, choices }
  if (named > 0) {
    const proposed = only !== undefined && named === total ? only : BY_NAME
    return { ...base, proposed, reason: { code: 'names', seen: null, count: named, of: total } }
  }
  if (called === null) return { ...base, proposed: null, reason: null }
  return { ...base, proposed: called, reason: { code: 'file-name', seen: calledBy, count: null, of: null } }
}

interface Words {
  /** by level, rows whose names say it */
  readonly counts: ReadonlyMap<string, number>
  readonly named: number
  readonly called: string | null
  readonly calledBy: string | null
}

function wordsIn({ level, names, called }: ZonesLacking, policy: Policy): Words {
  const counts = new Map<string, number>()
  for (const row of level) {
    const said = levelInWords(policy, names.get(row) ?? '')
    if (said !== null) counts.set(said, (counts.get(said) ?? 0) + 1)
  }
  const named = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const by = called.find((words) => levelInWords(policy, words) !== null) ?? null
  return { counts, named, called: by === null ? null : levelInWords(policy, by), calledBy: by }
}

function becomesIn(
  { policy, documents }: Family,
  level: string,
  followed: Policy | null,
): LevelChoice['becomes'] {
  if (followed === null || followed.id === policy.id) return null
  const id = levelCarried({ from: policy.id, level }, followed, documents)
  const found = followed.levels.find((one) => one.id === id)
  return found ? { ...(found.zh ? { zh: found.zh } : {}), ...(found.en ? { en: found.en } : {}) } : null
}

/** How a level of a family is written where zones follow an edition: by its id there, else by the name that it has. */
export function levelWritten({ policy, documents }: Family, level: string, followed: Policy | null): string {
  const carried = followed && levelCarried({ from: policy.id, level }, followed, documents)
  if (carried !== null) return carried
  const { zh, en } = policy.levels.find(({ id }) => id === level) ?? {}
  return zh ?? en ?? level
}

/** Whether an answer names a level of the family, by its id or as it is called; and which. */
export const levelAnswered = ({ policy }: Family, answer: string): string | null =>
  levelNamed({ levels: levelsAsked(policy) }, answer)

/** The table with the level and the begin put where they lack; a column of which nothing is told is not added. */
export function withZonesTold(
  table: FormatTable,
  lacking: ZonesLacking,
  told: { readonly levelOf: (row: number) => string | null; readonly begin: string | null },
): FormatTable {
  const { begin } = told
  const levels = withCells(table, lacking.level, {
    header: lacking.levelHeader ?? 'level',
    cellOf: told.levelOf,
  })
  return withCells(levels, lacking.begin, { header: lacking.beginHeader ?? 'from', cellOf: () => begin })
}

function withCells(
  table: FormatTable,
  rows: readonly number[],
  { header, cellOf }: { readonly header: string; readonly cellOf: (row: number) => string | null },
): FormatTable {
  const told = new Map(rows.flatMap((row) => (cellOf(row) === null ? [] : [[row, cellOf(row)]])))
  if (told.size === 0) return table
  const cells = eachMade(table.rows, (raw) =>
    told.has(raw.row) ? { ...raw, cells: { ...raw.cells, [header]: told.get(raw.row) } } : raw,
  )
  return { ...table, headers: [...new Set([...table.headers, header])], rows: cells }
}
