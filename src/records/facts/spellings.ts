import type { Spellings } from '../kind'

/** Further headers by field, and further words of closed lists by field and value; they come after those of the record itself. */
export const SPELLINGS: Spellings = {
  headers: {
    zone: '分区编号 分区名称',
    place: '村 社区 小区 区域',
    at: '日期 落实时间 完成时间 填报时间',
    fact: '事项名称 措施 措施名称 工作事项 管控措施',
    value: '落实情况 完成情况 是否落实 是否完成',
  },
}
