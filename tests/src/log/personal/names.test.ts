import { describe, expect, test } from 'vitest'
import { personInHeader } from '../../../../src/import/personal'
import { keptTableName } from '../../../../src/import/places/kept-name'
import { freeText, keptOfPerson, looksPersonal } from '../../../../src/log/personal/kept-text'
import { holdsName, looksLikeName, withoutSaidNames } from '../../../../src/log/personal/names'

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean)

/** Places, organisations, files and words of lists: nobody's names. */
const THINGS = words(`
  张庄 李村 王庄 刘庄 李集 王桥 赵屯 孙寨 马场 石桥 石桥镇 白沙镇 高新区 王府井 万科 万达 金地 金科 龙湖 金茂 万象城 万科城 金水路 方庄 潘家园 马连洼
  张家口 石家庄 马鞍山 秦皇岛 白云山 黄鹤楼 龙王庙 石佛寺 高碑店 温泉镇 安居苑 康乐园 梅园 景苑 成都 常州 温州 武汉 徐州 郑州 唐山 金华 文昌 邓州 沈阳
  贺州 江门 江南 黄河 洪湖 岳阳 焦作 齐河 任丘 于都 张家港 李家沟 王家坪 刘家湾 陈家坝 赵家岭 王家山 周家城 宋庄 许集 何营 罗店 谢岗镇 范庄村 徐集乡
  向阳路 解放路 解放 安康 张庄村委会 李村卫生室 王庄小学 高铁站 马路 胡同 华联 陶瓷厂 范围图 范围 方案图 路线图 施工图 成果图 高清图 温度表 任务单
  程序 方舱 方舱医院 康复 高烧 高热 余额 常态化 应急 应检 单管 单采 单位 安全 解除 解封 黄码 白班 周报 周末 项目 费用 边界 边界图 景区 景点图 雷达
  高风险 高速口 文件夹 文档 任务 任务区 路口 路段 路网 路网图 纪委 申报 申请表 关联 成员 成蚊 曾用 金融街 金额 石油 夏季 田间 段落 马上 王塘 李圩
  周铺 孙冲 张埠 陈墩 郭滩 谷城 费县 单县 应城 解州镇 卫生院 应采数 常住 温差 安置点 张集 黄埔 文旅局 武警 谭家湾
`)

const PERSONS = words(`
  张三 李四 王五 赵六 张伟 王芳 李娜 刘洋 陈静 杨勇 黄磊 赵敏 周杰 吴刚 徐丽 孙涛 马云 朱军 胡兵 郭靖 林涛 何平 高明 梁超 郑爽 罗翔 宋佳 谢霆 唐嫣 韩雪
  冯巩 于谦 董洁 程龙 曹颖 袁泉 邓超 许晴 傅园慧 沈腾 曾黎 彭于 吕布 苏有朋 卢俊义 蒋欣 蔡琴 贾玲 丁真 魏晨 薛之谦 叶问 阎良才 潘金莲 杜海涛
  戴笠 夏雨 钟汉良 汪涵 田亮 任贤齐 姜文 范冰冰 方志敏 石小龙 姚明 谭咏麟 廖凡 邹市明 熊黛林 金秀贤 陆毅 郝蕾 孔令辉 白百何 崔健 康熙来 毛不易
  邱少云 秦海璐 江疏影 史可法 顾长卫 侯勇 邵逸夫 孟非 龙应台 万绮雯 段奕宏 雷军 钱学森 汤唯 尹正 黎明华 易烊 常昊 武大靖 乔杉 贺龙飞 赖声川 龚琳娜 文章平
  张三丰 李四光 王小红 李小红 刘建国 陈秀英 王海江 李金山 张铁城 李江 王山 陈长岭 翟天临 祝英台 骆家辉 纪晓岚 关晓彤 梅兰芳 舒淇 耿乐 项羽 詹天佑 柯洁 裴秀智
  欧阳静怡 司马懿明 诸葛亮明 上官婉儿 欧阳锋 患者李四光 确诊病例王小红 张三先生 李娜女士 张* 李某某 王某 买买提·艾力江
`)

describe('names of persons, and what is called like them', () => {
  test('I148 there are eighty of each at least', () => {
    expect([new Set(THINGS).size >= 80, new Set(PERSONS).size >= 80]).toEqual([true, true])
  })

  test('I148 places, organisations, files and words of lists stay', () => {
    expect(THINGS.filter((one) => looksLikeName(one))).toEqual([])
    expect(THINGS.filter((one) => keptTableName(one) !== one)).toEqual([])
    expect(THINGS.filter((one) => holdsName(`${one}1号`) || holdsName(`${one}（一期）`))).toEqual([])
  })

  test('I148 names of persons go', () => {
    expect(PERSONS.filter((one) => !looksLikeName(one))).toEqual([])
  })

  test.each([
    '张三1',
    'C1（张三）',
    '张三家庭聚集',
    '李四光家庭聚集性疫情',
    '关联张三',
    '王小红-2',
    '1号李娜',
    '张三丰密接',
    '张伟的同事',
    '刘洋_0709',
  ])('I148 a name is found in %s', (text) => {
    expect(holdsName(text)).toBe(true)
  })

  test.each([
    'C1',
    '病例1',
    '召陵001',
    '张庄1号',
    '万金镇-3',
    '王庄家庭聚集',
    '第3轮',
    '一号链',
    '万科聚集性疫情',
    '无症状12',
    '封控区A',
  ])('I148 none is found in %s', (text) => {
    expect(holdsName(text)).toBe(false)
  })

  test.each([
    ['负责人:张庄村委会', '负责人:张庄村委会'],
    ['负责人：李村卫生室，电话见表', '负责人：李村卫生室，电话见表'],
    ['责任人：召陵镇人民政府', '责任人：召陵镇人民政府'],
    ['负责人：张三', '负责人：＊'],
    ['负责人：张三丰负责转运', '负责人：＊责转运'],
    ['联系人：欧阳静怡', '联系人：＊'],
    ['联系人：王庄张三', '联系人：＊'],
    ['负责人：张庄村委会李四', '负责人：张庄村委会＊'],
    ['负责人：张主任', '负责人：＊'],
    ['填报人：乌兰', '填报人：＊'],
  ])('I148 %s is kept as %s', (text, kept) => {
    expect(withoutSaidNames(text)).toBe(kept)
  })

  const HOUSEHOLDS = words(
    '张伟家 李秀英户 王小红家 令狐冲家 张三的家 李四全家 陈静家庭 张伟家3号 司马相如家 李娜宅 刘建国住宅',
  )
  const NO_HOUSEHOLDS = words(`
    王家村 李家沱 张家港 张庄村 高家窑社区 陈家祠 张飞庙 王家 李家 刘老家 赵新家 常住户 低保户 边缘户 温饱户 单身户 余粮户 康居户 易返贫户 万元户 成年户
    应检户 高龄户 张庄户 王庄家 农家 司马家 家 户 石桥家 金地家 单元户 万科家
  `)

  test('I148 what is called after a household holds a name, and villages and sorts of households none', () => {
    expect(HOUSEHOLDS.filter((one) => !looksPersonal(one))).toEqual([])
    expect(HOUSEHOLDS.filter((one) => freeText(one).startsWith('＊'))).toEqual(HOUSEHOLDS)
    expect(NO_HOUSEHOLDS.filter((one) => looksPersonal(one))).toEqual([])
    expect([...NO_HOUSEHOLDS, ...THINGS].filter((one) => freeText(one) !== one)).toEqual([])
    // nothing of the name is kept, not even a sign of it
    expect(['张伟家', '张芳家', '李秀英户', '老宅;张伟家'].map(freeText)).toEqual([
      '＊家',
      '＊家',
      '＊户',
      '老宅;＊家',
    ])
  })

  test.each([
    '令狐冲',
    '李秀英户',
    '张伟家',
    '欧阳山',
    '司马相如家传播链',
    'Chen Dawen cluster',
    "Li Xiuying's family",
    'Zhang Wei household',
  ])('I149 the header, cluster or name %s is of a person', (text) => {
    expect([looksLikeName(text) || holdsName(text), personInHeader(text)]).toEqual([true, 'name'])
  })

  test('I149 what lies beside the house of a person holds the name; beside a village it holds none', () => {
    const beside = '李四光家隔壁 张三丰家东边 李四光家的对面 欧阳静怡家后面 李四光家门口 王小明家楼上'.split(
      ' ',
    )
    expect(beside.filter((one) => !holdsName(one))).toEqual([])
    const none = '张家口 李家村对面 老屯 赵家沟 李庄家前面 石桥家门口 金银家口 张庄东头'.split(' ')
    expect(none.filter((one) => holdsName(one))).toEqual([])
  })

  test.each([
    '令狐庄',
    '东方山',
    '司马庄',
    '上官村',
    'Hong Kong cluster',
    'Green Lake cluster',
    'market cluster',
    'Delta chain',
    '一号链',
    '万科聚集性疫情',
    '王庄家庭聚集',
  ])('I149 %s is of none', (text) => {
    expect([looksLikeName(text) || holdsName(text), personInHeader(text)]).toEqual([false, null])
  })

  test('I148 a house that is called after a person in full is of one, and others are of none', () => {
    const of = (text: string): string | null => keptOfPerson({ name: 'site' }, text)
    for (const house of ['陈大文宾馆', '李秀英诊所', '王小红超市', '令狐小冲酒店'])
      expect(of(house), house).toBeNull()
    const others = words(`
      金陵宾馆 金陵大酒店 如家酒店 华联超市 万豪酒店 江南宾馆 白云山宾馆 高新国际酒店 王府井酒店 石桥镇酒店 隔离点1 汉庭酒店 温泉酒店 陈家宾馆 李记饭店 张飞庙宾馆 黄山宾馆 Q1
    `)
    for (const house of others) expect(of(house), house).toBe(house)
  })

  test.each([
    ['联系人张三', '联系人＊'],
    ['联系人 张三', '联系人 ＊'],
    ['联系人李秀英电话见表', '联系人＊电话见表'],
    ['负责人张三负责转运', '负责人＊负责转运'],
    ['户主为王小红', '户主为＊'],
    ['网格员欧阳静怡，已通知', '网格员＊，已通知'],
    ['联系人：张三', '联系人：＊'],
    ...[
      '联系人电话见表',
      '负责人数12',
      '联系人待定',
      '负责人高度重视',
      '联系人应保持电话畅通',
      '负责人王庄村委会',
      '负责人已签字',
      '户主已转运',
      '填报人单位',
    ].map((text): [string, string] => [text, text]),
  ])('I148 free text %s is kept as %s', (text, kept) => {
    expect(freeText(text)).toBe(kept)
  })

  test('I148 a number behind 联系人 without a colon goes as any', () => {
    expect(freeText('联系人13812345678')).not.toContain('1381234')
    expect(freeText('联系人张三13812345678')).not.toMatch(/张三|1381234/)
    // the last sign of a name is no digit of the number behind it
    for (const text of ['张三13812345678', '李四138 1234 5678', '王一 13812345678'])
      expect(freeText(text), text).not.toMatch(/1381234|5678/)
  })
})
