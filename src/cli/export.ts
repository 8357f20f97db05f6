import type { ListName } from '#geo'
import { logFiles, packFiles } from '../export/pack'
import { LIST_FORMATS } from '../export/tables/file-name'
import { type ListFiles, listFilesOf } from '../export/tables/list-files'
import { KINDS } from '../records/records'
import { type Arguments, instantOption, WrongUse } from './arguments'
import type { Answer, Context } from './context'
import type { InBoth, Language } from './language'
import { logOf, NoAnswer, readPack, warnRefused } from './read-pack'
import { refuseFull, writeFiles } from './write-files'

const FORMATS = [...LIST_FORMATS, 'pack', 'log'] as const
const LOCALES = ['zh', 'en'] as const

const NOTICE: InBoth = { zh: '内部资料 不得外传', en: 'internal, not for release' }
const WHY: Readonly<Record<Extract<ListFiles, { ok: false }>['why'], InBoth>> = {
  'no-rows': {
    zh: '没有可以导出的行，没有写入',
    en: 'there is no row to export, nothing was written',
  },
  'cell-too-long': {
    zh: '有一格超过电子表格的长度（32767 字），没有写入：请用 --format csv',
    en: 'a cell is longer than a spreadsheet holds (32,767 characters), nothing was written: use --format csv',
  },
}

/**
 * `cordon export PACK --to DIR [--format F] [--locale zh|en] [--lists …] [--as-of T] [--known T]`: what a pack holds, as
 * lists that people open and an import understands again. Exit 1 where there is nothing to write or the folder holds
 * anything.
 */
export async function exportPack(args: Arguments, { language, warn }: Context): Promise<Answer> {
  const { to, lists } = args.options
  if (to === undefined) throw new WrongUse('--to is missing: the folder to write to')
  const format = oneOf(FORMATS, args, 'format') ?? 'csv'
  const locale = oneOf(LOCALES, args, 'locale') ?? language
  const wanted = listsNamed(lists)
  const isWhole = format === 'pack' || format === 'log'
  if (isWhole && (lists !== undefined || args.options['as-of'] !== undefined))
    throw new WrongUse(`--format ${format} is whole: without --as-of and --lists`)
  refuseFull(to, language)
  const pack = await readPack(args.path, language)
  const asOf = instantOption(args, 'as-of', pack.timezone)
  const facts = pack.factsKnown(instantOption(args, 'known', pack.timezone))
  warnRefused(pack, language, warn)
  const made: ListFiles = isWhole
    ? { ok: true, files: format === 'log' ? logFiles(logOf(pack.plan)) : packFiles(logOf(pack.plan), facts) }
    : await listFilesOf(facts, format, { lists: wanted, written: locale, asOf, notice: NOTICE[locale] })
  if (!made.ok) throw new NoAnswer(`${args.path}: ${WHY[made.why][language]}`)
  const written = writeFiles(to, made.files)
  return {
    document: { schema: 'cordon-export/1', to, format, locale, written, head: facts.head },
    text: [...written, '', writtenLine(written.length, { to, language })].join('\n'),
  }
}

function oneOf<Word extends string>(
  words: readonly Word[],
  { options }: Arguments,
  name: 'format' | 'locale',
): Word | null {
  const seen = options[name]
  if (seen === undefined) return null
  const word = words.find((one) => one === seen)
  if (word === undefined) throw new WrongUse(`--${name} ${seen}: one of ${words.join(', ')}`)
  return word
}

/** The lists of `--lists cases,zones`; all of them without it. */
function listsNamed(seen: string | undefined): ReadonlySet<ListName> {
  const all = KINDS.map(({ list }) => list)
  if (seen === undefined) return new Set(all)
  const named = seen.split(',').map((word) => word.trim())
  const stranger = named.find((word) => !all.some((list) => list === word))
  if (stranger !== undefined) throw new WrongUse(`--lists ${stranger}: of ${all.join(', ')}`)
  return new Set(all.filter((list) => named.includes(list)))
}

const writtenLine = (
  count: number,
  { to, language }: { readonly to: string; readonly language: Language },
): string => (language === 'zh' ? `已写入 ${to}：${count} 个文件` : `${count} files written to ${to}`)
