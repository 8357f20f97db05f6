import { field, required, TO_PLACE, TO_ZONE } from '../fields'
import type { RecordOf } from '../kind'
import { readSurveys, writeSurveys } from './rows'
import { SPELLINGS } from './spellings'

export const SURVEYS = {
  list: 'surveys',
  file: 'surveys',
  geometry: false,
  identity: 'content',
  oneOf: [['zone', 'place', 'point', 'lng']],
  fields: [
    field('point', 'text', ['监测点', '点位', '采样点']),
    field('place', 'text', ['辖区', '地点', '村', '社区']),
    field('zone', 'text', ['分区']),
    field('lng', 'lon', ['lon', 'longitude', 'x', '经度']),
    field('lat', 'lat', ['latitude', 'y', '纬度']),
    field('day', 'day', ['日期', '监测日期', '调查日期'], required),
    field('method', 'text', ['方法', '监测方法', '调查方法', '指数'], {
      ...required,
      values: {
        breteau: ['布雷图指数', '布雷图指数法', 'BI', '幼蚊监测'],
        doubleNet: ['双层叠帐法', '叠帐法', 'ADI', '成蚊监测'],
        ovitrap: ['诱蚊诱卵器法', '诱蚊诱卵器', 'MOI'],
        pcr: ['核酸', '核酸采样'],
        environment: ['环境采样', '环境'],
      },
    }),
    field('inspected', 'count', ['检查数', '调查数', '检查户数', '采样数']),
    field('positive', 'count', ['阳性数', '阳性', '阳性容器数']),
    field('value', 'number', ['值', '数值', '指数值']),
  ],
  references: [TO_PLACE, TO_ZONE],
  dayOfTitle: { field: 'day', hasHour: false },
  called: /布雷图|蚊媒|监测点|\bsurveys?\b/i,
  spellings: SPELLINGS,
  rows: { read: readSurveys, write: writeSurveys },
} as const satisfies RecordOf<'surveys'>
