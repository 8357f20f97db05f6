/** What is said in English of cells of which nothing is known, and of what hangs on them. */
export const CELL_SENTENCES_EN = {
  'result-from-figure': [
    'The people found positive are “{seen}”: some, and nobody counted them.',
    'The round is positive; how many is unknown.',
    'When the count is known, fill it in and import it again.',
  ],
  'result-open': [
    'The positives or the results of the round are not known, and its result says negative.',
    'The result is unknown, not negative; the rest is taken.',
    'When the figures are known, fill them in and import it again; where nobody was positive write 0.',
  ],
  'effect-open': [
    '{column} says “{seen}”: when it takes effect is not known.',
    'The step counts as undecided and lowers nothing; the rest is taken.',
    'When the time is set, fill it in and import it again.',
  ],
  'no-report': [
    'No figure of row {row} is known, or it says that nobody reported.',
    'The row was kept; it is no report, and not 0.',
    'Fill it in and import it again once the figures have come; for a report of zero write 0.',
  ],
  'place-in-town-of-list': [
    'Several places are called “{seen}”; the town above it, the unit or the title say which is meant, and so {count} rows are read.',
    'The rows were taken at the place of that town.',
    'Where another place is meant, write its town or code into the row and import again.',
  ],
  'place-as-answered': [
    'Several places are called “{seen}”, and nothing in the table tells which; {count} rows are read as was answered.',
    'The rows were taken at that place.',
    'Where another is meant, choose it above.',
  ],
  'cell-left-open': [
    '{column} says “{seen}”: it was not filled in.',
    'The cell is unknown, and not 0; the rest of the row was taken.',
    'Fill it in once it is known and import again.',
  ],
  'count-unknown': [
    '{seen} in {column} is no exact count.',
    'That cell is unknown, not 0; the rest is taken.',
    'When the count is known, fill it in and import it again.',
  ],
  'word-unknown': [
    '“{seen}” in {column} is none of the known words.',
    'That cell is unknown; the rest is taken.',
    'Use a known word; a rule that asks takes the unknown for any of them.',
  ],
} as const
