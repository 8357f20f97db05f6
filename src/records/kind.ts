import type { ListName } from '#geo'
import type { Field } from './field'

/** One kind of file of a pack: its columns in canonical order. Reports have further columns, one an item. */
export interface Kind {
  readonly list: ListName
  /** base name, without extension, e.g. `cases` */
  readonly file: string
  readonly geometry: boolean
  readonly fields: readonly Field[]
  /** at least one of these fields must have a value */
  readonly oneOf?: readonly (readonly string[])[]
  /** the file must have a column of at least one of these, though a row may leave all of them empty */
  readonly anyColumn?: readonly string[]
  /** fields that together are the row's own identity; without, or where its `id` is empty, identity is by content */
  readonly identity?: readonly string[]
  /** a further field of the identity, of rows that have it: villages of one name in two towns are two */
  readonly identityWithin?: string
  /** a field of the identity that a later file may fill in or leave out: K1 of nobody yet is K1 of C1 afterwards */
  readonly filledLater?: string
}

/** Further spellings, in words one beside the other; they come after those of the fields themselves. */
export interface Spellings {
  /** further headers, by field */
  readonly headers: Readonly<Record<string, string>>
  /** further words of closed lists, by field and value */
  readonly words?: Readonly<Record<string, Readonly<Record<string, string>>>>
}
