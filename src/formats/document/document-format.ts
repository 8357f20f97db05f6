import type { Format } from '../format'
import { holdsPart } from '../workbook/signs'

/** Tables in documents of word processors (DOCX); a document without one is named for what it is. */
export const DOCUMENT = {
  id: 'document',
  extensions: ['docx'],
  recognises: (bytes) => holdsPart(bytes, 'word/document'),
  tables: async ({ bytes }, asked) => {
    const { readDocument } = await import('./read-document')
    return readDocument(bytes, asked)
  },
} as const satisfies Format
