import { dayOf, type Moment, type Reported, resolvedOf } from '#geo'
import { momentAt, textAt } from '../../geo/columns'
import { answeredPlan } from '../../src/cli/planned'
import { factsOf } from '../../src/cli/read-pack'
import { groundFile } from './ground'
import type { TrueRow, Workbook } from './sheets'

/** A row as the reader took it, and where it stood. */
export interface TakenRow extends TrueRow {
  readonly file: string
  readonly row: number
}

export interface Taking {
  readonly rows: readonly TakenRow[]
  /** files in which rows read are not rows taken and rows refused, or a refused row is named by no problem */
  readonly uncounted: readonly string[]
  /** what is not a note, and files that nobody took */
  readonly told: readonly string[]
}

const ZONE = 'Asia/Shanghai'
const CLOCK = Date.UTC(2022, 6, 9, 12)
const ground = new TextEncoder().encode(groundFile())

type Facts = ReturnType<typeof factsOf> extends (known: null) => infer Known ? Known : never

/** What an import of the workbook beside its district takes, with every answer as it is proposed. */
export async function takenOf({ files }: Pick<Workbook, 'files'>): Promise<Taking> {
  const input = [
    { path: '沙澧区.geojson', bytes: ground },
    ...Object.entries(files).map(([path, bytes]) => ({ path, bytes })),
  ]
  const first = await answeredPlan(input, { clock: CLOCK, answer: undefined })
  const plan =
    first.questions.length === 0 ? first : await answeredPlan(input, { clock: CLOCK, answer: 'proposed' })
  const facts = factsOf(plan, CLOCK)(null)
  const uncounted = plan.files
    .filter(({ file, rows, taken, refused }) => {
      const named = new Set(
        plan.problems
          .filter((one) => one.file === file && one.row !== null && one.severity !== 'note')
          .map(({ row }) => row),
      )
      if (plan.problems.some((one) => one.file === file && one.row === null && one.severity === 'error'))
        return false
      if (taken === null) return !plan.problems.some((one) => one.file === file && one.severity !== 'note')
      return rows !== (taken ?? 0) + (refused ?? 0) || named.size < (refused ?? 0)
    })
    .map(
      ({ file, kind, rows, taken, refused }) =>
        `${file} (${kind}): ${rows} ≠ ${taken} + ${refused} or unnamed`,
    )
  const told = plan.problems
    .filter(({ severity }) => severity !== 'note')
    .map(({ file, row, column, code, seen }) => `${file}:${row ?? ''}:${column ?? ''} ${code} ${seen ?? ''}`)
  return {
    rows: rowsOf(facts),
    uncounted,
    told: [...plan.files.map((f) => `${f.file}: ${f.kind} ${f.taken}`), ...told],
  }
}

const dayOr = (moment: Moment | null): string | null =>
  moment && Number.isFinite(moment.at) ? dayOf(ZONE, moment.at) : null

function rowsOf(known: Facts): TakenRow[] {
  const { facts } = resolvedOf(known)
  return [
    ...caseRows(facts),
    ...contactRows(facts),
    ...roundRows(facts),
    ...siteRows(facts),
    ...reportRows(facts),
  ]
}

type Resolved = ReturnType<typeof resolvedOf>['facts']

function caseRows({ cases }: Resolved): TakenRow[] {
  return Array.from({ length: cases.length }, (_, i) => ({
    kind: 'cases',
    place: textAt(cases.place, i) ?? '',
    values: {
      reportedAt: dayOr(momentAt(cases.reportedAt, i)),
      kind: textAt(cases.kind, i),
      foundIn: textAt(cases.foundIn, i),
    },
    file: textAt(cases.file, i) ?? '',
    row: cases.row[i]!,
  }))
}

function contactRows({ contacts }: Resolved): TakenRow[] {
  return Array.from({ length: contacts.length }, (_, i) => ({
    kind: 'contacts',
    place: textAt(contacts.place, i) ?? '',
    values: {
      kind: textAt(contacts.kind, i),
      exposedAt: dayOr(momentAt(contacts.exposedAt, i)),
      transferredAt: dayOr(momentAt(contacts.transferredAt, i)),
    },
    file: textAt(contacts.file, i) ?? '',
    row: contacts.row[i]!,
  }))
}

function roundRows({ rounds }: Resolved): TakenRow[] {
  return rounds.map(({ place, round, startedAt, listed, sampled, resulted, origin }) => ({
    kind: 'rounds',
    place: place ?? '',
    values: { startedAt: dayOr(startedAt), round, listed, sampled, resulted },
    ...{ file: origin.file, row: origin.row },
  }))
}

/** A site's place stays as it was written. */
function siteRows({ facilities }: Resolved): TakenRow[] {
  return facilities.map(({ kind, name, place, position, rooms, origin }) => ({
    kind,
    place: place ?? '',
    values: {
      name,
      ...(kind === 'quarantine' ? { rooms } : {}),
      lng: position && Number(position[0].toFixed(6)),
      lat: position && Number(position[1].toFixed(6)),
    },
    ...{ file: origin.file, row: origin.row },
  }))
}

const countOf = (said: Reported): number | string | null =>
  said.kind === 'count' ? said.value : said.kind === 'text' ? said.text : null

function reportRows({ reports }: Resolved): TakenRow[] {
  return reports.map(({ place, day, items, origin }) => ({
    ...{ kind: 'reports', place },
    values: {
      day,
      ...Object.fromEntries(Object.entries(items).map(([item, said]) => [item, countOf(said)])),
    },
    ...{ file: origin.file, row: origin.row },
  }))
}
