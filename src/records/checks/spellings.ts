import type { Spellings } from '../kind'

/** Further headers by field, and further words of closed lists by field and value; they come after those of the record itself. */
export const SPELLINGS: Spellings = {
  headers: {
    checkpoint: '卡点名称 卡口 卡口名称 检查点 点位 点位名称',
    at: '检查时间 巡查时间 日期 检查日期',
    present: '在岗人数 在岗情况 实到',
    missing: '缺岗人数 缺勤 未到',
    note: '说明 存在问题',
  },
}
