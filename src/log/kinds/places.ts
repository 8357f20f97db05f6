import { field, required } from './fields'
import type { Kind } from './kind'

export const PLACES: Kind = {
  list: 'places',
  file: 'places',
  geometry: true,
  identity: ['code'],
  fields: [
    field('code', 'text', ['编码', '代码', '行政区划代码', '区划代码', 'id'], required),
    field('name', 'text', ['名称', '地名']),
    field('kind', 'text', ['类型', '级别', '类别'], {
      required: true,
      values: {
        district: ['区县', '区', '县', '县区'],
        town: ['镇', '街道', '乡', '乡镇', '镇街'],
        village: ['村', '社区', '村社区', '行政村'],
        grid: ['网格'],
        compound: ['小区', '自然村', '院落'],
        building: ['楼栋', '楼'],
        unit: ['单元'],
      },
    }),
    field('parent', 'text', ['上级', '上级编码', '上级代码', '所属', '父级']),
    field('people', 'count', ['人口', '人数', '常住人口']),
    field('households', 'count', ['户数', '户']),
    field('aliases', 'list', ['别名', '曾用名']),
    field('shape', 'shape'),
  ],
}

export const ROADS: Kind = {
  list: 'roads',
  file: 'roads',
  geometry: true,
  identity: ['line'],
  fields: [
    field('name', 'text', ['名称', '道路名称', '路名']),
    field('class', 'text', ['等级', '道路等级', '类型', 'highway', 'fclass']),
    field('closed', 'flag', ['封闭', '是否封闭']),
    field('bridge', 'text', ['桥', '桥梁']),
    field('tunnel', 'text', ['隧道']),
    field('layer', 'number', ['层级', '道路层']),
    field('access', 'text', ['通行', '准入']),
    field('oneway', 'text', ['单行', '单向']),
    field('line', 'line'),
  ],
}

export const BACKDROP: Kind = {
  list: 'backdrop',
  file: 'backdrop',
  geometry: true,
  fields: [
    field('kind', 'text', ['类型'], {
      required: true,
      values: {
        water: ['水面', '湖'],
        river: ['河流'],
        green: ['绿地'],
        urban: ['建成区'],
        rail: ['铁路'],
        relief: ['地形'],
      },
    }),
    field('name', 'text', ['名称']),
    field('widthM', 'number', ['宽度']),
    field('shape', 'shape'),
    field('line', 'line'),
  ],
}
