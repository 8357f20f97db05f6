import type { Spellings } from '../kind'

/** Further headers by field, and further words of closed lists by field and value; they come after those of the record itself. */
export const SPELLINGS: Spellings = {
  headers: {
    point: '监测点名称 监测点位 调查点 点位名称',
    place: '村名 社区名称 区域 监测地点',
    day: '监测时间 调查时间',
    inspected: '调查户数 检查容器数 采集数 检测数 样本数',
    positive: '阳性户数 阳性容器 阳性样本数',
  },
}
