import { ROW_OUT } from './kept-words-en'
import type { Told } from './told'

/** What is said in English of headers and columns. */
export const COLUMN_SENTENCES_EN = {
  'unknown-column': [
    'The column {column} is not known.',
    'Its content is kept and takes no part in any figure.',
    'If it should, give it its canonical name.',
  ],
  'columns-left-out': [
    'Too many columns are not known: {count} more come after {seen}.',
    'Those are not kept; the known columns and the ones before are.',
    'If they should be, remove columns that are not needed and import again.',
  ],
  'column-twice': [
    'The column {column} says the same as an earlier one.',
    'The earlier one is used; of cases and contacts the later of two days counts, and a row whose two places differ is refused.',
    'Check that the right one is used: it can be changed column by column.',
  ],
  'days-differ': [
    'The column {column}, which says the same, tells another day: {seen}.',
    'The later day counts.',
    'Which column holds can be chosen column by column.',
  ],
  'places-differ': [
    'The column {column}, which says the same, names another place.',
    'The row was not taken; until it is placed it counts at its worst.',
    'Correct the place, or leave one of the columns out.',
  ],
  'fact-named': [
    'The fact “{seen}” ({count} rows) is what the rules call {suggestion}.',
    'It was taken as that fact.',
    'If it is another one, write it differently.',
  ],
  'header-twice': [
    'The header {column} comes twice.',
    'No row of this file was taken, for it cannot be told which column is meant.',
    'Rename or remove one of the two and import it again.',
  ],
  'other-header-twice': [
    'Two columns are headed {column}.',
    'Neither was taken; the other columns were.',
    'If they matter, give each a name of its own and import the file again.',
  ],
  'quotes-in-header': [
    'A quotation mark in the header line is not closed ({seen}).',
    'The headers were read without it; no line was lost.',
    'Check that the columns are the right ones.',
  ],
  'cell-over-lines': [
    'A cell of this row goes on over several lines, and each of them looks like a row of its own ({seen}).',
    'It was taken as one row, as its quotation marks say.',
    'If the marks are there by mistake, remove them and import it again.',
  ],
  'line-number': [
    'The column {column} only numbers the lines.',
    'It identifies nobody and is not kept; rows without an id of their own are known by all they say, and equal ones are different people.',
    'A changed row without an id is found again by place and kind in lists of cases and contacts, and comes as another row in others: if each has a lasting number, bring it in a column id.',
  ],
  'title-lines': [
    'Lines of title or notes stand above the header ({seen}).',
    'They are left out; rows keep the numbers they have in the file, these lines counted; the unit and the time that they state are taken for the ground and time of the list.',
    'Check “What the lists speak for”.',
  ],
  'personal-dropped': [
    'The column {column} is about persons.',
    'It was not stored; the other columns were.',
    'Nothing needs to be done.',
  ],
  'column-not-kept': [
    'A list about persons has no column {column}.',
    'It was not stored; phrases of remarks that are known (moved, pooled, same household, handed over, died) became tags.',
    'If it should be used, give it its canonical name.',
  ],
  'wrong-number-of-columns': [
    'The number of columns differs from the header ({seen}).',
    ROW_OUT,
    'Look for a separator too many or too few; text with commas needs quotes.',
  ],
  'broken-quotes': [
    'A quotation mark is not closed or stands amid a cell ({seen}).',
    'It costs its own line and no other. Lines of this file lost in this way: {count}.',
    'Check the quotation marks of this line and import it again.',
  ],
} satisfies Readonly<Record<string, Told>>
