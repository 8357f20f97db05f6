import { codesMeant, type Facts, formatMoment, hierarchyOf, readMoment } from '#geo'
import { fieldOf, KINDS } from '../../records/records'
import { cutAddress } from '../personal/address'
import { heldIn } from '../personal/kept-text'
import type { ContactRecord } from './contact-body'

/** What a pasted list gave. */
export interface PastedContacts {
  readonly contacts: readonly ContactRecord[]
  /** of them, those whose place nobody can tell */
  readonly unplaced: number
  /** cells that were left out: names, telephones, identity numbers, and what says nothing of a contact */
  readonly dropped: number
}

/** What all lines of a pasted list have in common. */
export type OfAll = Pick<ContactRecord, 'case' | 'kind' | 'exposedAt'>

const { fields } = KINDS.find(({ list }) => list === 'contacts')!
/** a contact's number has letters and digits, so that no telephone and no count is one */
const NUMBER = /^(?=.*\d)[A-Za-z][A-Za-z\d]*(?:[-_.][A-Za-z\d]+)*$/
const CELLS = /[\t,，;；|]| {2,}/

/**
 * Contacts of a pasted list, one a line. Of its cells are kept a number, a kind, a result, a time of exposure and where;
 * everything else is left out and counted. A line without any of them is a contact of whom nothing more is known, unless
 * it is a heading.
 */
export function pastedContacts(text: string, ofAll: OfAll, facts: Facts): PastedContacts {
  const lines = text
    .split(/\r?\n/)
    .map((line) =>
      line
        .split(CELLS)
        .map((cell) => cell.trim())
        .filter((cell) => cell !== ''),
    )
    .filter((cells) => cells.length > 0 && !isHeading(cells))
  const read = lines.map((cells) => contactOf(cells, ofAll, facts))
  return {
    contacts: read.map(({ contact }) => contact),
    unplaced: read.filter(({ contact }) => contact.place === null).length,
    dropped: read.reduce((sum, { dropped }) => sum + dropped, 0),
  }
}

const HEADINGS: ReadonlySet<string> = new Set([
  ...fields.flatMap(({ name, synonyms }) => [name, ...synonyms]),
  ...[
    '姓名',
    '电话',
    '联系电话',
    '手机',
    '身份证号',
    '证件号码',
    '性别',
    '年龄',
    '序号',
    '备注',
    'name',
    'phone',
  ],
])
const isHeading = (cells: readonly string[]): boolean =>
  cells.filter((cell) => HEADINGS.has(cell)).length * 2 >= cells.length

function contactOf(
  cells: readonly string[],
  ofAll: OfAll,
  facts: Facts,
): { readonly contact: ContactRecord; readonly dropped: number } {
  const said: { -readonly [Name in keyof ContactRecord]: string | null } = {
    ...{ id: null, place: null, transferredAt: null, site: null, releasedAt: null, result: null },
    ...ofAll,
  }
  let [dropped, hasTime] = [0, false]
  for (const cell of cells) {
    const kind = wordOf('kind', cell)
    const result = wordOf('result', cell)
    const time = timeIn(cell, facts)
    const place = said.place === null ? placeIn(cell, facts) : null
    if (kind) said.kind = kind
    else if (result) said.result = result
    else if (time && !hasTime) [said.exposedAt, hasTime] = [time, true]
    else if (said.id === null && NUMBER.test(cell) && heldIn('contacts', 'id', cell) === cell) said.id = cell
    else if (place) said.place = place
    else dropped += 1
  }
  return { contact: said, dropped }
}

/** A word of a closed list of the kind, by its own name or a usual one. */
function wordOf(name: string, cell: string): string | null {
  const values = fieldOf('contacts', name)?.values ?? {}
  return Object.entries(values).find(([word, usual]) => word === cell || usual.includes(cell))?.[0] ?? null
}

const DATED = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?([T ]\s*\d{2}:\d{2}.*)?$/
const two = (digits: string): string => (digits.length === 1 ? `0${digits}` : digits)

/** A time that says its day: a number alone is none. */
function timeIn(cell: string, { pack: { timezone } }: Facts): string | null {
  const [, year, month, day, rest = ''] = DATED.exec(cell) ?? []
  const moment = day === undefined ? null : readMoment(timezone, `${year}-${two(month!)}-${two(day)}${rest}`)
  return moment && formatMoment(timezone, moment)
}

/** The code of the one place it means; else an address up to its building; never a name. */
function placeIn(cell: string, { places }: Facts): string | null {
  const hierarchy = hierarchyOf(places)
  const codes = hierarchy.place(cell) ? [cell] : codesMeant(hierarchy, cell, null)
  if (codes.length === 1) return codes[0]!
  const address = cutAddress(cell)
  return address !== null && heldIn('contacts', 'place', address) === address ? address : null
}
