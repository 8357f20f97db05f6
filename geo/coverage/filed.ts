import type { Reported } from '../facts'

type Items = Readonly<Record<string, Reported>>

/** Columns that say whether a report came, not what it counted. */
const STATUS =
  /^(?:是否.{0,3}(?:上报|报送|填报|报告|零报|已报|提交|反馈)|(?:日报|零报告?|疫情|数据|信息|报表)?(?:上报|报送|填报|报告|零报告|提交|反馈)(?:情况|状态|狀態|状况|与否)|零报告|状态|狀態|status|filed|reported|submitted)/i
/** Columns of words about the row. */
const REMARK = /备注|備註|说明|說明|原因|remark|note|comment/i
/** 是否零报告 asks for zero, not whether a report came. */
const ASKS_ZERO = /零报|零報|zero/i

const NOT_FILED =
  /^(?:(?:尚|还|還|仍)?(?:未|没有?|沒有?|待)(?:上?报送?|上?報送?|填报|填報|报告|報告|提交|反馈|反饋|收到)|漏报|漏報|缺报|缺報|拒报|拒報|未收到日报|无报告|no report|not (?:filed|reported|submitted|received)|unreported|outstanding)$/i
const FILED =
  /^(?:已(?:经|經)?|按时|按時|正常|逾期|迟|遲|补|補)(?:上?报送?|上?報送?|填报|填報|报告|報告|提交|反馈|反饋)$|^(?:filed|reported|submitted|received|late)$/i
const ZERO = /^(?:零报告?|零報告?|0报告?|实行零报告|zero(?: report)?|nil return)$/i
const [YES, NO] = [/^(?:是|有|y|yes|true|√|✓|✔|1)$/i, /^(?:否|无|無|n|no|false|×|x|✗|✘|0)$/i]

const folded = (text: string): string => text.normalize('NFKC').replace(/[\s"“”'。.!！]/g, '')

/** Whether a text says that nobody reported. In a column of figures it says that the figure is not known. */
export const saysNotFiled = (text: string): boolean =>
  NOT_FILED.test(text.normalize('NFKC').trim()) || NOT_FILED.test(folded(text))

/** What the words of a row say of it: that it came, that all was zero, that it did not come; null where they say nothing. */
export function statusOf(items: Items): 'filed' | 'zero' | 'not-filed' | null {
  const said = Object.entries(items).map(([header, item]) => saidIn(folded(header), item))
  return (['not-filed', 'zero', 'filed'] as const).find((status) => said.includes(status)) ?? null
}

function saidIn(header: string, item: Reported): ReturnType<typeof statusOf> {
  const text = textOf(item)
  if (text === null) return null
  if (ZERO.test(text)) return 'zero'
  if (FILED.test(text)) return 'filed'
  if (isFigure(header)) return null
  if (NOT_FILED.test(text)) return 'not-filed'
  if (!STATUS.test(header)) return null
  if (YES.test(text)) return ASKS_ZERO.test(header) ? 'zero' : 'filed'
  return NO.test(text) && !ASKS_ZERO.test(header) ? 'not-filed' : null
}

/** The word that stands there; a cross is one where a column asks yes or no, and so are 0 and 1. */
function textOf(item: Reported): string | null {
  if (item.kind === 'text') return folded(item.text)
  if (item.kind === 'withheld') return 'x'
  return item.kind === 'count' ? String(item.value) : null
}

/** Whether a column counts, by its header. */
const isFigure = (header: string): boolean => !STATUS.test(header) && !REMARK.test(header)

/** What the columns that count say; a word that nobody reported is no figure. */
export const figuresOf = (items: Items): readonly Reported[] =>
  Object.entries(items).flatMap(([header, item]) => (isFigure(folded(header)) ? [item] : []))

/** Whether a figure says anything. */
export const isSaid = (item: Reported): boolean =>
  item.kind !== 'missing' && !(item.kind === 'text' && saysNotFiled(item.text))

/**
 * Whether a row of a daily report is one. Its words go before its figures; without a word one figure has to be known.
 * A list that has no column but of whom and when says by its rows alone who reported.
 */
export function isReport(items: Items, asked: readonly Reported[] = figuresOf(items)): boolean {
  const status = statusOf(items)
  if (status !== null) return status !== 'not-filed'
  if (asked.some(isSaid)) return true
  return asked.length === 0 && !Object.keys(items).some((header) => STATUS.test(folded(header)))
}
