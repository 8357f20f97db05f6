import { readCsv } from './csv'
import { treatmentOf } from './personal'
import { sniff } from './sniff'

/** The first header of a CSV that names a person; null where none does or it cannot be read. */
export function personalColumn(bytes: Uint8Array): string | null {
  const text = sniff(bytes)
  const table = text.ok ? readCsv(text.text.split(/\r\n|\r|\n/, 1)[0]!) : null
  return table?.ok ? (table.value.headers.find((header) => treatmentOf(header) !== null) ?? null) : null
}
