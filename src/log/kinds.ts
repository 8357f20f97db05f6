import type { ListName } from '#geo'
import { PERSON_FIELDS } from './identity/person-fields'
import type { Field, FieldType } from './rows/field'
import { HEADERS, WORDS } from './spellings'

/** Laid beside every exported log or pack: for whom it is, who made it and when. Not a file of the pack. */
export const NOTICE_FILE = 'NOTICE.txt'

/** One kind of file of a pack: its columns in canonical order. Reports have further columns, one an item. */
export interface Kind {
  readonly list: ListName
  /** base name, without extension, e.g. `cases` */
  readonly file: string
  readonly geometry: boolean
  readonly fields: readonly Field[]
  /** at least one of these fields must have a value */
  readonly oneOf?: readonly (readonly string[])[]
  /** the file must have a column of at least one of these, though a row may leave all of them empty */
  readonly anyColumn?: readonly string[]
  /** fields that together are the row's own identity; without, or where its `id` is empty, identity is by content */
  readonly identity?: readonly string[]
  /** a further field of the identity, of rows that have it: villages of one name in two towns are two */
  readonly identityWithin?: string
  /** a field of the identity that a later file may fill in or leave out: K1 of nobody yet is K1 of C1 afterwards */
  readonly filledLater?: string
}

const field = (name: string, type: FieldType, synonyms: string[] = [], more: Partial<Field> = {}): Field => ({
  name,
  type,
  synonyms,
  ...more,
})
const required = { required: true }

/** The town in which the place of a row lies: the parent within which its name is meant. */
const town = field('town', 'text', [
  ...[
    '镇街',
    '镇（街道）',
    '乡镇',
    '乡镇街道',
    '乡镇（街道）',
    '镇',
    '街道',
    '所属镇',
    '所属镇街',
    '所属街道',
  ],
  '所属乡镇',
  '區別',
])
/** Who filled in the row: its town is where the row may be if nothing else tells. */
const unit = field('unit', 'text', ['填报单位', '报送单位', '上报单位', '填报机构'])

const OWN: readonly Kind[] = [
  {
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
  },
  {
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
  },
  {
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
  },
  {
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
  },
  {
    list: 'zones',
    file: 'zones',
    geometry: true,
    identity: ['id', 'from'],
    fields: [
      field('id', 'text', ['编号', '分区编号', '编码'], required),
      field('name', 'text', ['名称', '分区名称']),
      field('level', 'text', ['级别', '分区级别', '类型'], required),
      field('from', 'moment', ['起', '划定时间', '开始时间'], required),
      field('to', 'moment', ['止', '结束时间', '解除时间']),
      field('policy', 'text', ['规则', '规则版本']),
      field('members', 'list', ['成员', '范围', '包含']),
      field('parent', 'text', ['外围分区', '所属分区']),
      field('arrivedFrom', 'text', ['原级别']),
      field('heirOf', 'list', ['承接分区']),
      field('shape', 'shape'),
    ],
  },
  {
    list: 'transitions',
    file: 'transitions',
    geometry: false,
    fields: [
      field('zone', 'text', ['分区', '分区编号'], required),
      field('transition', 'text', ['调整'], required),
      field('step', 'text', ['步骤'], required),
      field('at', 'moment', ['时间'], required),
      field('by', 'text', ['单位', '经办', '由']),
      field('decision', 'text', ['结论', '意见'], {
        values: {
          given: ['同意', '通过', '批准'],
          declined: ['不同意', '退回', '驳回', '否决', '未通过', '不通过', '不批准'],
        },
      }),
      field('takesEffectAt', 'moment', ['生效时间']),
      field('note', 'text', ['备注', '说明']),
    ],
  },
  {
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
  },
  {
    list: 'contacts',
    file: 'contacts',
    geometry: false,
    identity: ['id', 'case'],
    filledLater: 'case',
    anyColumn: ['id', 'case', 'place', 'town', 'zone', 'exposedAt', 'transferredAt', 'releasedAt'],
    fields: [
      field('id', 'text', ['密接编号', '编号']),
      field('case', 'text', ['关联病例', '病例']),
      field('kind', 'text', ['类型', '密接类型'], {
        values: {
          close: ['密接', '密切接触者'],
          secondary: ['次密接', '次密'],
          casual: ['一般接触'],
          coPresent: ['时空伴随'],
          handedOver: ['外推'],
        },
      }),
      town,
      unit,
      field('place', 'text', ['现住址', '地点', '住址', '所属']),
      field('zone', 'text', ['分区']),
      field('exposedAt', 'moment', ['暴露时间', '末次暴露', '接触时间', '末次接触时间']),
      field('transferredAt', 'moment', ['转运时间', '转移时间']),
      field('site', 'text', ['隔离点']),
      field('releasedAt', 'moment', ['解除时间']),
      field('result', 'text', ['核酸结果', '结果'], {
        values: { negative: ['阴性'], positive: ['阳性'], pending: ['待检', '未出'] },
      }),
      ...PERSON_FIELDS,
    ],
  },
  {
    list: 'rounds',
    file: 'rounds',
    geometry: false,
    identity: ['zone', 'place', 'round'],
    identityWithin: 'town',
    oneOf: [['zone', 'place']],
    fields: [
      field('zone', 'text', ['分区']),
      town,
      unit,
      field('place', 'text', ['辖区', '地点', '村', '小区']),
      field('round', 'text', ['轮次']),
      field('scope', 'text', ['范围']),
      field('method', 'text', ['方式'], {
        values: {
          single: ['单管', '单采'],
          household: ['一户一管'],
          pool10: ['10混1', '10合1'],
          pool20: ['20混1', '20合1'],
        },
      }),
      field('startedAt', 'moment', ['开始时间', '开始']),
      field('finishedAt', 'moment', ['完成时间', '结束时间', '结束']),
      field('listed', 'count', ['应采', '应检', '在册', '应检人数', '应采人数', '应检数', '应采数']),
      field('excused', 'count', ['扣减', '免检']),
      field('sampled', 'count', ['已采', '已采样', '已采人数', '已采样人数', '实采']),
      field('sent', 'count', ['已送检']),
      field('resulted', 'count', ['已出结果', '已检测']),
      field('positiveTubes', 'count', ['阳性管数', '混阳管']),
      field('positivePeople', 'count', ['阳性人数', '阳性']),
      field('result', 'text', ['结果'], {
        values: { negative: ['阴性', '全阴'], positive: ['阳性'], pending: ['待出', '未出'] },
      }),
    ],
  },
  {
    list: 'facts',
    file: 'facts',
    geometry: false,
    oneOf: [['zone', 'place']],
    fields: [
      field('zone', 'text', ['分区']),
      town,
      unit,
      field('place', 'text', ['辖区', '地点']),
      field('at', 'moment', ['时间']),
      field('fact', 'text', ['事项'], required),
      field('value', 'text', ['值', '内容'], required),
    ],
  },
  {
    list: 'reports',
    file: 'reports',
    geometry: false,
    identity: ['place', 'day', 'filedAt'],
    identityWithin: 'town',
    fields: [
      town,
      field('place', 'text', ['村', '社区', '辖区', '单位'], required),
      field('day', 'day', ['日期'], required),
      field('filedAt', 'moment', ['报送时间', '上报时间']),
    ],
  },
  {
    list: 'occupancy',
    file: 'occupancy',
    geometry: false,
    identity: ['site', 'at'],
    fields: [
      field('site', 'text', ['隔离点'], required),
      field('at', 'moment', ['时间'], required),
      field('rooms', 'count', ['房间数', '房间']),
      field('occupied', 'count', ['已用', '已用房间', '在用']),
      field('closed', 'count', ['停用']),
    ],
  },
  {
    list: 'checks',
    file: 'checks',
    geometry: false,
    identity: ['checkpoint', 'at'],
    fields: [
      field('checkpoint', 'text', ['卡点'], required),
      field('at', 'moment', ['时间'], required),
      field('by', 'text', ['检查人', '单位']),
      field('present', 'text', ['在岗']),
      field('missing', 'text', ['缺岗']),
      field('note', 'text', ['备注']),
    ],
  },
  {
    list: 'passages',
    file: 'checkpoint-log',
    geometry: false,
    fields: [
      field('checkpoint', 'text', ['卡点'], required),
      field('day', 'day', ['日期'], required),
      field('direction', 'text', ['方向'], { values: { in: ['进'], out: ['出'] } }),
      field('group', 'text', ['类别'], {
        values: {
          supply: ['保供'],
          medical: ['医护'],
          staff: ['工作人员'],
          transfer: ['转运'],
          resident: ['居民'],
        },
      }),
      field('vehicles', 'count', ['车辆', '辆次']),
      field('persons', 'count', ['人员', '人次']),
      field('fever', 'count', ['发热']),
      field('refused', 'count', ['劝返']),
    ],
  },
  {
    list: 'metrics',
    file: 'metrics',
    geometry: false,
    identity: ['place', 'at', 'metric'],
    fields: [
      field('place', 'text', ['辖区', '地点'], required),
      field('at', 'moment', ['时间'], required),
      field('metric', 'text', ['指标'], required),
      field('value', 'number', ['值', '数值']),
    ],
  },
  {
    list: 'surveys',
    file: 'surveys',
    geometry: false,
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
  },
]

const wordsIn = (spelt: string | undefined): string[] => spelt?.split(' ') ?? []

/** The field with the further spellings of its header and its words. */
function withSpellings(list: ListName, { synonyms, values, ...field }: Field): Field {
  const further = WORDS[list]?.[field.name]
  const spelt = values && {
    values: Object.fromEntries(
      Object.entries(values).map(([value, words]) => [value, [...words, ...wordsIn(further?.[value])]]),
    ),
  }
  return {
    ...field,
    synonyms: [...new Set([...synonyms, ...wordsIn(HEADERS[list]?.[field.name])])],
    ...(spelt ?? {}),
  }
}

export const KINDS: readonly Kind[] = OWN.map((kind) => ({
  ...kind,
  fields: kind.fields.map((field) => withSpellings(kind.list, field)),
}))
