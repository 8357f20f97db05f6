import type { Spellings } from '../kind'

/** Further headers by field, and further words of closed lists by field and value; they come after those of the record itself. */
export const SPELLINGS: Spellings = {
  headers: {
    code: '区划编码 行政区代码 行政区划编码 地区代码 统计用区划代码 统计区划代码 区划码 行政区码 区域代码 单位代码 辖区代码 xzqdm gbcode areacode',
    name: '区划名称 行政区名称 行政区划名称 地区名称 单位名称 辖区名称 区域名称 全称 xzqmc areaname',
    kind: '行政级别 区划级别 层级',
    parent: '上级名称 上级区划 上级单位 所属辖区 隶属',
    people: '总人口 人口数 户籍人口 常住人口数 实有人口 总人数 居民人数 人口（人） population',
    households: '总户数 居民户数 户籍户数 households',
    aliases: '俗称 又名 又称 别称 小名 旧称 旧名 原名 简称 其他名称 其它名称 alias aka',
  },
}
