import type { Spellings } from '../kind'

/** Further headers by field, and further words of closed lists by field and value; they come after those of the record itself. */
export const SPELLINGS: Spellings = {
  headers: {
    site: '隔离点名称 酒店名称 隔离酒店 隔离场所 宾馆名称',
    at: '日期 统计时间 填报时间 统计日期',
    rooms: '总房间数 房间总数 可用房间数 总房间',
    occupied: '已用房间数 已使用 已使用房间 已使用房间数 已入住 入住房间数 在用房间数 占用 占用房间',
    closed: '停用房间 停用房间数 不可用房间',
  },
}
