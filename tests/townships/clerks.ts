/** What a clerk does to a sheet, one word a habit; `clerks` gives each of fifteen people theirs. */
export const HABITS = {
  title: 'a merged title above',
  unitLine: '填报单位 and 填报时间 above the header',
  twoLines: 'a header of two lines',
  threeLines: 'a header of three lines',
  mergedTown: 'the town merged over its villages',
  hiddenRows: 'rows that a filter hides',
  hiddenColumn: 'a hidden column',
  hiddenSheet: 'a hidden sheet of the words to choose from',
  blankRows: 'blank rows in between',
  blankColumn: 'a blank column before the first',
  subtotals: '小计 after each town',
  totalBelow: 'a total below',
  totalAbove: 'a total as the first row',
  running: '累计 below the total',
  notes: '说明 and 填报人 below',
  wrapped: 'line breaks and spaces in headers',
  repeated: 'the header again every five rows',
  restarting: '序号 from 1 in each town',
  formulas: 'sums as formulas',
  sixDays: 'days in six spellings',
  serialDays: 'days as numbers of a spreadsheet',
  textNumbers: 'numbers as text',
  fullWidth: 'full-width digits',
  people: '人 behind numbers, commas in them',
  about: '约, 余, x where nobody counted',
  phones: 'telephones and identity numbers',
  codes: 'a column of codes as numbers',
  emptyTail: 'empty columns behind the last',
  beside: 'a second table beside the first',
  below: 'a second table below the first',
  tableMarks: '表1, 表2 above the title',
  plainNames: 'sheets named Sheet1, Sheet2',
  columnNumbers: 'a line that numbers the columns below the header',
  dayAbove: 'the day only in the title',
} as const

export type Habit = keyof typeof HABITS

export interface Clerk {
  readonly name: string
  readonly habits: readonly Habit[]
}

/** Fifteen clerks; the first is tidy. */
export const CLERKS: readonly Clerk[] = [
  { name: 'tidy', habits: [] },
  { name: 'formal', habits: ['title', 'unitLine', 'totalBelow', 'notes'] },
  { name: 'merging', habits: ['title', 'twoLines', 'mergedTown', 'subtotals', 'totalBelow'] },
  { name: 'filtering', habits: ['hiddenRows', 'hiddenColumn', 'hiddenSheet', 'serialDays'] },
  { name: 'airy', habits: ['title', 'blankRows', 'blankColumn', 'emptyTail', 'notes'] },
  { name: 'printing', habits: ['title', 'unitLine', 'repeated', 'wrapped', 'totalBelow', 'tableMarks'] },
  {
    name: 'counting',
    habits: ['formulas', 'subtotals', 'totalBelow', 'running', 'restarting', 'mergedTown'],
  },
  { name: 'careless', habits: ['sixDays', 'about', 'people', 'textNumbers'] },
  { name: 'wide', habits: ['title', 'fullWidth', 'phones', 'codes', 'emptyTail', 'plainNames'] },
  { name: 'official', habits: ['title', 'unitLine', 'threeLines', 'columnNumbers', 'totalAbove', 'notes'] },
  { name: 'stacking', habits: ['below', 'tableMarks', 'title', 'plainNames', 'totalBelow'] },
  { name: 'crowding', habits: ['beside', 'wrapped', 'phones', 'title'] },
  { name: 'hurried', habits: ['dayAbove', 'title', 'unitLine', 'people', 'totalAbove', 'blankRows'] },
  {
    name: 'thorough',
    habits: [
      'title',
      'unitLine',
      'twoLines',
      'mergedTown',
      'subtotals',
      'totalBelow',
      'running',
      'notes',
      'phones',
      'sixDays',
    ],
  },
  {
    name: 'worst',
    habits: [
      'title',
      'unitLine',
      'twoLines',
      'wrapped',
      'repeated',
      'hiddenRows',
      'blankRows',
      'blankColumn',
      'totalBelow',
      'notes',
      'about',
      'sixDays',
      'fullWidth',
      'codes',
      'plainNames',
    ],
  },
]
