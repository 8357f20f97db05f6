import type { ContentOf, Facts, RecordedList } from '#geo'
import type { Field } from './field'
import type { StandingRows, StandingTable } from './standing-rows'
import type { WrittenRow } from './written'

/** A column that names a row of another list. */
export interface Reference {
  readonly field: string
  readonly to: 'place' | 'zone' | 'facility'
  /** it names several, joined by `;` */
  readonly many?: boolean
}

/** One kind of file of a pack: its columns in canonical order. Reports have further columns, one an item. */
export interface Kind {
  readonly list: RecordedList
  /** base name, without extension, e.g. `cases` */
  readonly file: string
  readonly geometry: boolean
  readonly fields: readonly Field[]
  /** at least one of these fields must have a value */
  readonly oneOf?: readonly (readonly string[])[]
  /** the file must have a column of at least one of these, though a row may leave all of them empty */
  readonly anyColumn?: readonly string[]
  /** fields that together are the row's own identity, where its `id` is not empty; or it is known by its content alone */
  readonly identity: readonly string[] | 'content'
  /** a further field of the identity, of rows that have it: villages of one name in two towns are two */
  readonly identityWithin?: string
  /** a field of the identity that a later file may fill in or leave out: K1 of nobody yet is K1 of C1 afterwards */
  readonly filledLater?: string
  /** columns that name rows of other lists; none where there are none */
  readonly references: readonly Reference[]
  /** earlier releases knew its rows by their content alone */
  readonly identityGained?: true
  /** its rows are about single persons */
  readonly ofPersons?: true
  /** it is nothing without the course of its lines: it leaves as GeoJSON alone, and no table without ground is one */
  readonly onlyGround?: true
  /** its rows are of the day that the title of a table tells: the field that says so, and whether its hour counts too */
  readonly dayOfTitle?: { readonly field: string; readonly hasHour: boolean }
  /** words in the name of a file, sheet or thing that say that it lists such records */
  readonly called?: RegExp
  /** columns of which a list has one at least, where places, days and positions may be of anything */
  readonly telling?: readonly string[]
}

/** The fields of its identity; none of a kind that is known by its content. */
export const identityFields = ({ identity }: Pick<Kind, 'identity'>): readonly string[] =>
  identity === 'content' ? [] : identity

/** True for a list of which a row counts where its place is. */
export const countsByPlace = ({ references }: Pick<Kind, 'references'>): boolean =>
  references.some(({ field, to }) => field === 'place' && to === 'place')

/** Further spellings, in words one beside the other; they come after those of the fields themselves. */
export interface Spellings {
  /** further headers, by field */
  readonly headers: Readonly<Record<string, string>>
  /** further words of closed lists, by field and value */
  readonly words?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** How the rows of a list are read as the kernel asks them, and written again under the names of its fields. */
export interface RowsRead<Row> {
  readonly read: (rows: StandingRows, zone: string) => readonly Row[]
  readonly write: (rows: readonly Row[], facts: Facts) => WrittenRow[]
}

/** How a list becomes a table of columns; every table is written alike. */
export interface TableRead<Table> {
  readonly readTable: (table: StandingTable) => Table
}

/** A kind of fact, all of it: what the list is, its further spellings, and how its rows become those of the kernel. */
export type RecordOf<List extends RecordedList> = Kind & {
  readonly list: List
  readonly spellings?: Spellings
  readonly rows: ContentOf<List> extends readonly (infer Row)[] ? RowsRead<Row> : TableRead<ContentOf<List>>
}
