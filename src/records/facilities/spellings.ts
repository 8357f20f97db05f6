import type { Spellings } from '../kind'

/** Further headers by field, and further words of closed lists by field and value; they come after those of the record itself. */
export const SPELLINGS: Spellings = {
  headers: {
    id: '卡点编号 点位编号 设施编号 场所编号 隔离点编号 采样点编号',
    kind: '设施类型 点位类型 场所类型 卡点类型 设施类别 场所类别',
    name: '卡点名称 点位名称 设施名称 场所名称 隔离点名称 采样点名称 医院名称 机构名称 检查点名称',
    place:
      '所属村 所属社区 所在村 所在社区 所属辖区 所在辖区 村 社区 村名 村居 村（社区） 村/社区 村社区 村代码',
    from: '启用日期 设立日期 设置时间 设置日期',
    to: '停用日期 撤销日期 撤除时间',
    rooms: '总房间数 房间总数 可用房间数',
    beds: '床位总数 核定床位 核定床位数 开放床位',
    lng: '东经 x坐标 经度坐标 經度 lng(e)',
    lat: '北纬 y坐标 纬度坐标 緯度 lat(n)',
  },
}
