import type { Format } from '../format'

/** Text of lines with a separator between the cells: comma, tab or semicolon. Any text may be one, so nothing proves it. */
export const CSV = {
  id: 'csv',
  extensions: ['csv', 'tsv', 'tab', 'txt'],
  recognises: () => false,
  tables: async (file, asked) => {
    const { csvTables } = await import('./csv-tables')
    return csvTables(file, asked)
  },
} as const satisfies Format
