import { momentAt, textAt } from '../../columns'
import type { CaseTable } from '../../facts'
import { linksOfCase } from './metrics'
import { type Occurrence, occurrenceOf, type SaidOfRow, type Untold } from './record'

/** What a case says, read once: moving through time only asks what of it is seen. */
export interface CaseRow {
  readonly isCase: boolean
  /** what happened by its times; null where it does not tell */
  readonly reported: Occurrence | null
  /** it was moved out, which isolated it */
  readonly left: Occurrence | null
  readonly onset: Occurrence | null
  /** what it left untold when it was last asked: being reported, falling ill, being isolated */
  unreported: Untold | null
  unstarted: Untold | null
  unmoved: Untold | null
}

const rowsOf = new WeakMap<CaseTable, CaseRow[]>()

/** What the row of a case says; a suspected one is no `case`. */
export function caseRow(cases: CaseTable, row: number): CaseRow {
  let rows = rowsOf.get(cases)
  if (!rows) rowsOf.set(cases, (rows = []))
  return (rows[row] ??= readCase(cases, row))
}

function readCase(cases: CaseTable, row: number): CaseRow {
  const said = saidOfCase(cases, row)
  const isCase = textAt(cases.kind, row) !== 'suspected'
  const reportedAt = isCase ? momentAt(cases.reportedAt, row) : null
  const transferredAt = momentAt(cases.transferredAt, row)
  const onsetOn = momentAt(cases.onsetOn, row)
  return {
    isCase,
    reported: reportedAt && occurrenceOf(said, reportedAt, linksOfCase(cases, row)),
    left: transferredAt && occurrenceOf(said, transferredAt),
    onset: onsetOn && occurrenceOf(said, onsetOn),
    unreported: null,
    unstarted: null,
    unmoved: null,
  }
}

/** What a case says beside its times. */
export function saidOfCase(cases: CaseTable, row: number): SaidOfRow {
  const { words, silent } = wordsOf(cases, row)
  return {
    file: textAt(cases.file, row) ?? 'cases',
    row: cases.row[row]!,
    segment: cases.segment && textAt(cases.segment, row),
    value: textAt(cases.id, row),
    place: textAt(cases.place, row),
    words,
    silent,
  }
}

type Words = Pick<SaidOfRow, 'words' | 'silent'>

const wordsKnown = new WeakMap<CaseTable, Map<string, Words>>()

/** What a filter may match of a case; most cases say one of a few things, which are kept once. */
function wordsOf(cases: CaseTable, row: number): Words {
  let known = wordsKnown.get(cases)
  if (!known) wordsKnown.set(cases, (known = new Map()))
  const { kind, foundIn, origin, tags } = cases
  const key = `${kind.codes[row]} ${foundIn.codes[row]} ${origin.codes[row]} ${tags.codes[row]}`
  let words = known.get(key)
  if (!words) known.set(key, (words = readWords(cases, row)))
  return words
}

function readWords(cases: CaseTable, row: number): Words {
  const kind = textAt(cases.kind, row)
  const foundIn = textAt(cases.foundIn, row)
  const origin = textAt(cases.origin, row)
  const tags =
    textAt(cases.tags, row)
      ?.split(';')
      .map((tag) => tag.trim()) ?? []
  return {
    words: [kind, foundIn, origin, ...tags].filter((word): word is string => word !== null),
    silent: (['kind', 'foundIn', 'origin'] as const).filter((_, i) => [kind, foundIn, origin][i] === null),
  }
}
