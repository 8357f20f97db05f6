import { beginningOf, type Format } from '../format'
import { holdsPart, holdsStream, isLocked, isMarkedUp } from './signs'

/** Workbooks of spreadsheet programs: XLSX, XLS, ODS, and the HTML and XML that stand in for XLS. */
export const WORKBOOK = {
  id: 'workbook',
  extensions: ['xlsx', 'xls', 'ods', 'xlsm', 'xlsb', 'et'],
  recognises: (bytes) =>
    holdsPart(bytes, 'xl/workbook') ||
    (holdsPart(bytes, 'content.xml') && beginningOf(bytes).includes('opendocument.spreadsheet')) ||
    holdsStream(bytes, 'Workbook') ||
    holdsStream(bytes, 'Book') ||
    isLocked(bytes) ||
    isMarkedUp(bytes),
  tables: async (file, asked) => {
    if (isLocked(file.bytes)) return { ok: false, code: 'locked-workbook', seen: null }
    const { readWorkbook } = await import('./read-workbook')
    return readWorkbook(file.bytes, asked)
  },
} as const satisfies Format
