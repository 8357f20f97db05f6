/** Family names that most names of persons begin with. */
const FAMILY = new Set([
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤赖文洪康施牛鲁聂柴欧尤娄霍庞殷倪俞樊齐岳焦葛俎蒲',
  ...'張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蕭葉蘇呂盧鐘譚陸賈韋鄒龍賀顧龔萬錢嚴湯賴魯聶歐齊',
])
const COMPOUND = /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|司徒|端木|歐陽|司馬|諸葛)/u

/** Words that say what a person is, before or behind the name. */
const ROLE =
  /^(?:患者|病人|病例|确诊病例|确诊|无症状感染者|无症状|感染者|密接者|密接|次密接|疑似|联系人|负责人)+|(?:先生|女士|小姐|同志|医生|护士|主任|书记|等人|等)$/gu

/** How the names of places, offices and things end: 张庄, 李集 and 王桥 are places. */
const THING =
  /(?:[村庄屯寨营集店堡沟坡湾岭桥坝坪峪窑镇乡街路巷区县市州省旗苑园府城居里弄厦楼栋幢院校厂场馆站所点部局委会组队室库港河湖山江口坊社号例链户人数]|公司|中心|街道|大厦|广场|花园|公寓|表|册|单|报|台账|名单|[縣鄉區鎮灣橋莊園號樓館廠場])$/u

/** Words of lists and maps that begin like a family name. */
const WORDS = new Set(
  '范围 范畴 方案 方式 方向 方位 方面 方法 文件 文档 文本 高速 高铁 高危 高校 高风险 高层 安全 安排 安置 常态 常用 常住 成员 成都 万达 万人 金融 金额 白天 白班 路线 路口 路段 路网 江南 江北 江西 江苏 石油 任务 任意 余量 余额 温度 毛重 向南 向北 向东 向西 向阳 解除 马路 马上 牛奶 龙头 雷达 夏季 许可 许多 顾问 施工 康复 程序 程度 陆地 陆续 段落 黄码 黄色 黄牌 白色 林业 林地 田间 田地 何时 何地 何处 孔位 单元 单采 单管 单位 应检 陶瓷 严格 严重 柴油 彭水 钟点 叶片 贾汪 汤阴 邓州 潘家 于都 杜绝 洪水 洪涝 郑州 徐州 杨凌 梁平 宋体 苏州 吴江 周期 周一 周二 周三 周四 周五 周六 周日 周末 张家口 张家港 高中 高职 石家庄 马鞍山 黄石 黄冈 黄山 金华 温州 常州 常德 龙岩 毛坯 史料 安阳 安徽 安庆 贺州 武汉 武昌 康定'.split(
    ' ',
  ),
)

const HAN_NAME = /^\p{Script=Han}{2,4}$/u
const OF_PARTS = /^\p{Script=Han}{2,}(?:[·•]\p{Script=Han}{2,})+$/u
const MASKED = /^\p{Script=Han}(?:[*＊某×xX○〇]{1,3}|先生|女士)$/u
const LATIN = /^[A-Z][a-z]+(?:[ -][A-Z][a-z]+){1,2}$/

/** Longer than any name with its role: not looked at. */
const LONGEST = 40

/** Whether a text as a whole may well be the name of a person. */
export function looksLikeName(text: string): boolean {
  if (text.length > LONGEST) return false
  const seen = text.normalize('NFKC').trim()
  if (LATIN.test(seen) || OF_PARTS.test(seen)) return true
  const bare = seen.replace(/\s/gu, '').replace(ROLE, '')
  if (MASKED.test(bare)) return FAMILY.has(bare[0]!)
  if (!HAN_NAME.test(bare) || THING.test(bare) || WORDS.has(bare)) return false
  if (COMPOUND.test(bare)) return bare.length > 2
  return FAMILY.has(bare[0]!) && bare.length <= 3
}

const SAID =
  /(?<=(?:姓名|联系人|负责人|责任人|户主|监护人|填报人|经办人|流调员|网格员|患者|密接者|name)\s*[:：]\s*)\p{Script=Han}{2,4}/giu

/** Free text without names that follow a word for whose they are: 联系人：张三. */
export const withoutSaidNames = (text: string): string => text.replace(SAID, '＊')
