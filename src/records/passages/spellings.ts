import type { Spellings } from '../kind'

/** Further headers by field, and further words of closed lists by field and value; they come after those of the record itself. */
export const SPELLINGS: Spellings = {
  headers: {
    checkpoint: '卡点名称 卡口 卡口名称 检查点 点位名称',
    day: '统计日期 登记日期',
    direction: '进出方向 进出',
    vehicles: '车辆数 过车数 车次 查验车辆',
    persons: '人员数 人数 查验人员 查验人数',
    fever: '发热人数 发热人员',
    refused: '劝返人数 劝返车辆 劝返数',
  },
  words: {
    direction: { in: '进入 驶入 入 进城', out: '驶出 出去 离开 出城' },
    group: {
      supply: '保供车辆 物资保供',
      medical: '医疗 医务 医护人员',
      staff: '工作 防疫人员',
      transfer: '转运车辆',
      resident: '群众 居民群众',
    },
  },
}
