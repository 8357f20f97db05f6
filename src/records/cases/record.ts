import { field, TO_PLACE, TO_TOWN, TO_ZONE, town, unit } from '../fields'
import type { RecordOf } from '../kind'
import { PERSON_FIELDS } from '../person-fields'
import { readCases } from './rows'
import { SPELLINGS } from './spellings'

export const CASES = {
  list: 'cases',
  file: 'cases',
  geometry: false,
  identity: ['id'],
  anyColumn: [
    'id',
    'place',
    'town',
    'zone',
    'lng',
    'reportedAt',
    'sampledAt',
    'onsetOn',
    'kindAt',
    'transferredAt',
  ],
  fields: [
    field('id', 'text', ['病例编号', '感染者编号', '编号']),
    field('reportedAt', 'moment', ['报告日期', '报告时间', '确诊日期', '確診日期', '通報日期']),
    field('sampledAt', 'moment', ['采样时间', '采样日期']),
    field('onsetOn', 'moment', ['发病日期', '发病时间', '發病日', '發病日期']),
    field('kind', 'text', ['类型', '诊断类型', '病例类型'], {
      values: {
        confirmed: ['确诊', '确诊病例'],
        asymptomatic: ['无症状', '无症状感染者'],
        suspected: ['疑似', '疑似病例'],
      },
    }),
    field('kindAt', 'moment', ['转归时间', '转确诊时间']),
    field('origin', 'text', ['来源'], {
      values: { local: ['本土', '本地'], province: ['外省', '省外输入'], imported: ['境外', '境外输入'] },
    }),
    field('foundIn', 'text', ['发现方式', '发现途径'], {
      values: {
        visit: ['就诊', '主动就诊'],
        community: ['社会面', '社区筛查', 'screening', '筛查'],
        keyGroup: ['重点人群'],
        zone: ['管控区', '封控区', '封管控'],
        central: ['集中隔离', 'quarantine'],
        home: ['居家隔离', 'isolation', '居家'],
        closedLoop: ['闭环'],
        arrival: ['入境', '来返', '抵达'],
      },
    }),
    town,
    unit,
    field('place', 'text', ['现住址', '地点', '小区', '村', '所属村', '所属', '住址', '里別', '村里']),
    field('zone', 'text', ['分区']),
    field('lng', 'lon', ['lon', 'longitude', 'x', '经度', '經度', '經度座標']),
    field('lat', 'lat', ['latitude', 'y', '纬度', '緯度', '緯度座標']),
    field('chain', 'text', ['传播链']),
    field('infectedBy', 'text', ['感染来源', '上代病例']),
    field('transferredAt', 'moment', ['转运时间', '转移时间']),
    ...PERSON_FIELDS,
    field('tags', 'list', ['标签']),
  ],
  references: [TO_PLACE, TO_TOWN, TO_ZONE],
  ofPersons: true,
  called: /病例|病歷|個案|感染者|确诊|確診|阳性(?!管)|陽性(?!管)|\bcases?\b/i,
  telling: ['kind', 'foundIn', 'onsetOn', 'sampledAt', 'transferredAt', 'infectedBy', 'chain', 'severity'],
  spellings: SPELLINGS,
  rows: { readTable: readCases },
} as const satisfies RecordOf<'cases'>
