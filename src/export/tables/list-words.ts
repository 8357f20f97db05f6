import type { ListName } from '#geo'
import type { WrittenIn } from '../../records/field-words'
import type { Kind } from '../../records/records'

const CHINESE: Readonly<Partial<Record<ListName, string>>> = {
  places: '辖区单元',
  roads: '道路',
  backdrop: '底图',
  facilities: '场所设施',
  zones: '分区',
  transitions: '调整步骤',
  cases: '病例',
  contacts: '密接',
  rounds: '核酸轮次',
  facts: '填报事项',
  reports: '日报',
  occupancy: '隔离点房态',
  checks: '查岗',
  passages: '卡点登记',
  metrics: '指标数值',
  surveys: '监测',
}

/** What a list is called in the name of a file or of a sheet; none is a word of another list. */
export const listWord = ({ list, file }: Pick<Kind, 'list' | 'file'>, written: WrittenIn): string =>
  written === 'zh' ? (CHINESE[list] ?? file) : file
