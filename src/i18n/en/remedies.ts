export default {
  words: '{n} unknown word | {n} unknown words',
  note: 'The plan is made again at once and can be taken back; the next table follows',
  all: 'All {n} as proposed | All {n} as proposed',
  loses: {
    rows: 'Else {n} row is left out | Else {n} rows are left out',
    cells: 'Else {n} cell is unknown | Else {n} cells are unknown',
  },
  means: 'means',
  choose: 'Choose',
  proposed: ' (proposed)',
  apply: 'In {n} row | In all {n} rows',
  applyOne: 'Row {row} alone',
}
