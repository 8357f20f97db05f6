import type { Spellings } from '../kind'

/** Further headers by field, and further words of closed lists by field and value; they come after those of the record itself. */
export const SPELLINGS: Spellings = {
  headers: {
    id: '密接者编号 密切接触者编号 接触者编号 密接号 密接ID',
    case: '关联病例编号 病例编号 所属病例 所属病例编号 对应病例 涉及病例 关联阳性 关联感染者 关联阳性感染者 感染者编号',
    kind: '接触类型 密接类别 接触者类型 人员类型 人员类别 类别 判定类型 密接/次密接',
    place:
      '现住地址 现住地 现住村 现居住地 现居住地址 居住地 地址 详细地址 村代码 小区 村 所属村 所属社区 村名 村居 村（社区） 村/社区 村社区 社区 社区名称 小区名称 所在村 所在社区',
    exposedAt:
      '末次暴露时间 末次暴露日期 末次接触日期 最后接触时间 最后接触日期 最后暴露时间 接触日期 暴露日期 最近接触时间 最后一次接触时间',
    transferredAt: '转运日期 集中隔离时间 集中隔离日期 入住时间',
    site: '隔离点名称 隔离地点 隔离场所 集中隔离点 隔离酒店 隔离宾馆 隔离位置',
    releasedAt: '解除日期 解除隔离时间 解除隔离日期 隔离解除时间 解隔时间 解除医学观察时间',
    result: '检测结果 核酸检测结果 最近核酸结果 最近一次核酸结果 最新核酸结果',
  },
  words: {
    kind: {
      close: '密接者 密切接触 一密 密接人员 密切接触人员 一级密接',
      secondary: '次密接者 次密切接触者 密接的密接 二密 次密接人员 二级密接',
      casual: '一般接触者 一般接触人员',
      coPresent: '时空伴随者 时空伴随人员 时空交集',
      handedOver: '外推密接 外地协查 已外推',
    },
    result: {
      negative: '阴 - (-) 阴性(-) 未检出',
      positive: '阳 + (+) 阳性(+) 检出',
      pending: '待出 待出结果 未出结果 检测中 未检',
    },
  },
}
