import type { Spellings } from '../kind'

/** Further headers by field, and further words of closed lists by field and value; they come after those of the record itself. */
export const SPELLINGS: Spellings = {
  headers: {
    id: '风险区编号 区域编号 分区ID',
    name: '风险区名称 区域名称 防控区名称',
    level: '风险等级 风险级别 管控级别 管控等级 等级 管控类型 防控级别 区域类型 分区类型',
    from: '起始时间 起始日期 开始日期 划定日期 实施时间 管控开始时间 管控时间 启动时间',
    to: '结束日期 解除日期 解封时间 解封日期 终止时间 降级时间',
    members: '管控范围 区域范围 划定范围 涉及范围 包含村 包含小区 涉及小区',
  },
}
