import type { Spellings } from '../kind'

/** Further headers by field, and further words of closed lists by field and value; they come after those of the record itself. */
export const SPELLINGS: Spellings = {
  headers: {
    place:
      '村名 村居 村（社区） 村/社区 村（居） 社区名称 行政村 单位名称 区域 小区 小区名称 村社区 网格 所属村 所属社区 所在村 所在社区 村代码',
    day: '填报日期 上报日期 报告日期 统计日期 日报日期',
    filedAt: '填报时间 报告时间',
  },
}
