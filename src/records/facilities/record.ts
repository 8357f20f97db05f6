import { field, required, TO_PLACE } from '../fields'
import type { RecordOf } from '../kind'
import { readFacilities, writeFacilities } from './rows'
import { SPELLINGS } from './spellings'

export const FACILITIES = {
  list: 'facilities',
  file: 'facilities',
  geometry: true,
  identity: ['id'],
  fields: [
    field('id', 'text', ['编号', '代码', '编码'], required),
    field('kind', 'text', ['类型', '类别'], {
      values: {
        checkpoint: ['卡点', '检查点', '值守点'],
        quarantine: ['隔离点', '集中隔离点', '留观点'],
        testing: ['采样点', '核酸采样点'],
        lab: ['实验室'],
        hospital: ['医院', '定点医院'],
        vaccination: ['接种点'],
        store: ['物资库', '仓库'],
        school: ['学校'],
        market: ['农贸市场', '市场'],
        farm: ['养殖场'],
        slaughter: ['屠宰场'],
        liveMarket: ['活禽市场'],
        disinfection: ['消毒点'],
      },
    }),
    field('name', 'text', ['名称']),
    field('place', 'text', ['所属', '所在', '辖区', '地点']),
    field('from', 'moment', ['启用时间', '设立时间', '开始']),
    field('to', 'moment', ['停用时间', '撤销时间', '结束']),
    field('status', 'text', ['状态']),
    field('lng', 'lon', ['lon', 'longitude', 'x', '经度']),
    field('lat', 'lat', ['latitude', 'y', '纬度']),
    field('road', 'text', ['守护道路', '值守道路']),
    field('layer', 'number', ['守护层', '道路层']),
    field('shifts', 'text', ['班次']),
    field('lockedHours', 'text', ['落锁时段', '落锁']),
    field('rooms', 'count', ['房间数', '房间']),
    field('tables', 'count', ['采样台', '台数']),
    field('tubesPerDay', 'count', ['日检测能力', '管每日']),
    field('beds', 'count', ['床位', '床位数']),
  ],
  references: [TO_PLACE],
  called: /卡点|检查点|隔离点|采样点|医院|接种点|物资库|养殖场|\bcheckpoints?\b/i,
  spellings: SPELLINGS,
  rows: { read: readFacilities, write: writeFacilities },
} as const satisfies RecordOf<'facilities'>
