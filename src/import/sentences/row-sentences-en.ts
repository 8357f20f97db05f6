import { ROW_OUT } from './kept-words-en'
import type { Told } from './told'

/** What is said in English of cells and rows. */
export const ROW_SENTENCES_EN = {
  missing: ['The required {column} is empty.', ROW_OUT, 'Fill it in and import again.'],
  'missing-time': ['There is no time at all ({column}).', ROW_OUT, 'Fill in at least one of them.'],
  'missing-one-of': ['All of {column} are empty.', ROW_OUT, 'Fill in at least one of them.'],
  'cell-too-long': [
    'A cell of {column} has {seen} characters.',
    ROW_OUT,
    'Check the cell: a quote is probably not closed.',
  ],
  'not-text': ['{column} should be text but is {seen}.', ROW_OUT, 'Make it plain text or a number.'],
  'not-a-day': [
    '{seen} in {column} is no day.',
    ROW_OUT,
    'Write it like 2022-05-27. Suggestion: {suggestion}.',
  ],
  'not-a-time': [
    '{seen} in {column} is no time.',
    ROW_OUT,
    'Write it like 2022-05-27 18:00. Suggestion: {suggestion}.',
  ],
  'no-such-day': [
    '{seen} in {column} is a day that does not exist.',
    ROW_OUT,
    'Check the date. Is it {suggestion}?',
  ],
  'no-year': ['{seen} in {column} has no year.', ROW_OUT, 'Write the year: 2022-05-27.'],
  'hour-open': [
    '{seen} in {column} may be an hour of that day or of the next one.',
    ROW_OUT,
    'Write day and time of 24 hours: 2022-05-27 01:00.',
  ],
  'year-answered': [
    '{seen} in {column} has no year and is read as {suggestion}, as answered ({count} cells).',
    'The rows are taken.',
    'If the year is wrong, change the answer.',
  ],
  'level-answered': [
    'The table tells no level; it is {seen}, as answered ({count} zones).',
    'The zones are taken.',
    'If the level is wrong, change the answer.',
  ],
  'begin-answered': [
    'The table does not tell since when; the zones begin at {seen}, as answered ({count} zones).',
    'The zones are taken.',
    'If the time is wrong, change the answer.',
  ],
  'no-zones': [
    'These {seen} polygons are no zones, as answered.',
    'They are not taken, and hold no zone.',
    'If they are zones, choose their level.',
  ],
  'same-list': [
    'The same list as {seen}: {count} of {suggestion} rows are of the same people (place and kind agree; days and other cells that differ are listed).',
    'They are not counted again; the other rows are taken.',
    'If they are other people, choose “count apart”.',
  ],
  'same-list-differs': [
    'Two files of one list differ in {column}: here {seen}, at {suggestion}.',
    'The latter counts, this one is not taken.',
    'Find out which is right, mend it and import again.',
  ],
  'maybe-one-person': [
    'It may be the person of {seen}: day, kind, sex and age band agree, and the place or the way of being found; nobody else of either list is the like.',
    'Nothing is decided: both count.',
    'If it is one person, choose above which row counts.',
  ],
  'one-person': [
    'The person of {seen}, as was said.',
    'That row counts, this one is not taken.',
    'If they are two people, choose so above.',
  ],
  'same-rows': [
    'The same list as {seen}: {count} of {suggestion} rows are rows of it.',
    'They are not counted again; the other rows are taken, and what is said otherwise is listed.',
    'Nothing to do.',
  ],
  'cells-filled-in': [
    'It tells what {seen} leaves empty: {count} cells.',
    'They are filled in there.',
    'Nothing to do.',
  ],
  'day-number': [
    '{seen} in {column} is the day number of a spreadsheet.',
    ROW_OUT,
    'Format the column as dates and export again. Is it {suggestion}?',
  ],
  'ends-before-start': [
    '{column} ({seen}) is not after the start.',
    ROW_OUT,
    'Check both times; the end itself is not included.',
  ],
  'not-a-count': [
    '{seen} in {column} is no count.',
    ROW_OUT,
    'Write 0 or a whole number; leave it empty if it is not known.',
  ],
  'not-a-number': [
    '{seen} in {column} is no number.',
    ROW_OUT,
    'Write a number; leave it empty if it is not known.',
  ],
  negative: ['{seen} in {column} is below 0.', ROW_OUT, 'A count cannot be negative.'],
  'beyond-count': [
    '{seen} in {column} is more than can be.',
    ROW_OUT,
    'Counts go up to ten thousand million: check for a digit too many.',
  ],
  'approximate-count': [
    '{seen} in {column} is approximate.',
    ROW_OUT,
    'Only daily reports may be. Is the exact figure {suggestion}? If nobody knows, leave it empty.',
  ],
  'withheld-count': [
    '{seen} in {column} means withheld.',
    ROW_OUT,
    'Only daily reports may say so; leave it empty here.',
  ],
  'not-a-flag': ['{seen} in {column} is neither yes nor no.', ROW_OUT, 'Write {suggestion}.'],
  'not-in-list': [
    '{seen} in {column} is not one of the possible values.',
    ROW_OUT,
    'Possible: {suggestion}.',
  ],
  'personal-id': [
    'The id looks like an identity or telephone number.',
    'The row was not taken and the number not stored.',
    'Use a case number as id.',
  ],
  'cell-not-kept': [
    'What stands in {column} looks like a name, a number or prose.',
    'The cell was not stored; the row was taken.',
    'If it is a code or the name of a thing, write it otherwise and import the file again.',
  ],
  'address-not-kept': [
    'The addresses in {column} match no place ({count} rows).',
    'The rows were taken, the addresses not stored; they are listed as unplaced.',
    'Give them their place there, by list, day and row.',
  ],
  'duplicate-code': [
    '{column} {seen} came before, at {suggestion}.',
    'The later row was not taken, the earlier stays.',
    'Find out which is right, or give one another code.',
  ],
  'stays-overlap': [
    'A stay of zone {seen} overlaps the one at {suggestion}.',
    'The later row was not taken, the earlier stays.',
    'Stays of one zone follow each other; the end is not included.',
  ],
  'parent-circle': [
    'The parents go in a circle: {seen}.',
    'None of the rows on it was taken: which is wrong cannot be known.',
    'Check the column {column}.',
  ],
  'parents-too-deep': [
    'Parents stand above parents beyond any hierarchy ({seen}).',
    ROW_OUT,
    'Check the column {column}.',
  ],
} satisfies Readonly<Record<string, Told>>
