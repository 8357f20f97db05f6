import type { Register } from '../../log/fold/register'
import { fileNameOf, type ListFormat, type ListsWanted } from './file-name'
import { geoFilesOf } from './geo-files'
import { listTables } from './list-table'
import { registerWritten } from './register-written'
import { tableCsv } from './tables-csv'
import { workbookOf } from './workbook'

export type ListFiles =
  | { readonly ok: true; readonly files: ReadonlyMap<string, string | Uint8Array> }
  /** there is no row; or a cell is longer than a spreadsheet holds */
  | { readonly ok: false; readonly why: 'no-rows' | 'cell-too-long' }

/** The lists of a register as files, by name: a CSV or a GeoJSON a list, or one workbook with a sheet a list. */
export async function listFilesOf(
  register: Register,
  format: ListFormat,
  { notice, ...wanted }: ListsWanted & { readonly notice: string },
): Promise<ListFiles> {
  const files =
    format === 'geojson'
      ? geoFilesOf(register, wanted)
      : await tableFiles(register, format, { notice, ...wanted })
  if (files === null) return { ok: false, why: 'cell-too-long' }
  return files.size === 0 ? { ok: false, why: 'no-rows' } : { ok: true, files }
}

async function tableFiles(
  register: Register,
  format: 'csv' | 'xlsx',
  { lists, written, asOf, notice }: ListsWanted & { readonly notice: string },
): Promise<ReadonlyMap<string, string | Uint8Array> | null> {
  const tables = listTables(registerWritten(register, asOf), lists, written)
  const name = (title: string): string => fileNameOf(register, { title, written, asOf })
  if (format === 'csv') return new Map(tables.map((table) => [`${name(table.title)}.csv`, tableCsv(table)]))
  if (tables.length === 0) return new Map()
  const title = name(tables.length === 1 ? tables[0]!.title : ALL_LISTS[written])
  const bytes = await workbookOf(tables, { title, notice })
  return bytes && new Map([[`${title}.xlsx`, bytes]])
}

const ALL_LISTS: Readonly<Record<ListsWanted['written'], string>> = { zh: '资料', en: 'lists' }
