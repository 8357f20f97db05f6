import type { Spellings } from '../kind'

/** Further headers by field, and further words of closed lists by field and value; they come after those of the record itself. */
export const SPELLINGS: Spellings = {
  headers: { zone: '分区名称', at: '日期 办理时间 审批时间', decision: '审批意见 审批结论' },
  words: { decision: { given: '准予 核准 同意调整', declined: '不予批准' } },
}
