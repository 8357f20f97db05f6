import type { Spellings } from '../kind'

/** Further headers by field, and further words of closed lists by field and value; they come after those of the record itself. */
export const SPELLINGS: Spellings = {
  headers: {
    place: '地区 区域 单位 村 社区 村名 单位名称 乡镇',
    at: '日期 统计时间 统计日期 填报时间',
    metric: '指标名称 指标项 统计指标 项目',
    value: '数量 指标值 数据 统计值 金额',
  },
}
