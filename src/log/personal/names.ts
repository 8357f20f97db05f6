import { isSyllables } from './syllables'
import { NAMED_THINGS, STEMS } from './words'

/** Family names that most names of persons begin with. */
const FAMILY = new Set([
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤赖文洪康施牛鲁聂柴欧尤娄霍庞殷倪俞樊齐岳焦葛俎蒲',
  ...'傅佘厉訾常温安易乔翟祝骆梅舒耿关纪项鲍毕裴席甘辛盛童颜游卓詹穆申尚符边冉滕佟苗解谷屈邢费左臧褚卞瞿柯虞凌宗晏涂桑靳桂吉艾喻丛祁楚岑柏',
  ...'冀闵仇晁亓牟芦阎晋宫巩匡敖蔺郎屠蓝隋阮邬巫荆冼狄仝鞠苟路成单应景裘邝郁蒙阚晏撒揭',
  ...'張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蕭葉蘇呂盧鐘譚陸賈韋鄒龍賀顧龔萬錢嚴湯賴魯聶歐齊',
])
const COMPOUND = /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|司徒|端木|歐陽|司馬|諸葛)/u

/** Words that say what a person is, before or behind the name. */
const ROLE =
  /^(?:患者|病人|病例|确诊病例|确诊|无症状感染者|无症状|感染者|密接者|密接|次密接|疑似|联系人|负责人)+|(?:先生|女士|小姐|同志|医生|护士|主任|书记|等人|等)$/gu

/** How the names of places, offices and things end: 张庄, 李集 and 王桥 are places. */
const THING =
  /(?:[村庄屯寨营集店堡沟坡湾岭桥坝坪峪窑镇乡街路巷区县市州省旗苑园府城居里弄沱厦楼栋幢院校厂场馆站所点部局委会组队室库港河湖山江口坊社号例链户人数图寺庙井滩塘塔岛屿铺圩垭坳畈垸塆冲洼圪埠墩渡闸坞祠庵殿崖屋墟峡甸淀漕浜泾泊]|公司|中心|医院|学校|超市|药店|政府|大队|小学|中学|银行|集团|酒店|宾馆|诊所|街道|大厦|广场|花园|公寓|表|册|单|报|台账|名单|[縣鄉區鎮灣橋莊園號樓館廠場])$/u

/** Ends of places that are given names as well, family names that more places begin with, and what stands between in a place. */
const ALSO_GIVEN = /[江山城岭]$/u
const GIVEN_TO_COMPOUND = /^(?!东方|司徒).*[冲江山城岭泉峰]$/u
const OF_PLACES = new Set('黄石白金龙马高方江洪汤康万文武温常安成景梅游路边田林夏陆叶柏')
const BETWEEN = /^.[家各上下东西南北前后老新中]/u

/** Whether it ends as places, offices and things do, and not as the name of a person may. */
function isThing(bare: string): boolean {
  if (!THING.test(bare)) return false
  if (COMPOUND.test(bare) && bare.length < 5 && bare.length > 2 && GIVEN_TO_COMPOUND.test(bare)) return false
  const mayBeGiven = ALSO_GIVEN.test(bare) && FAMILY.has(bare[0]!) && !OF_PLACES.has(bare[0]!)
  return !(mayBeGiven && bare.length < 4 && !BETWEEN.test(bare))
}

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
  if (!HAN_NAME.test(bare) || isThing(bare) || isWord(bare)) return false
  if (bare.endsWith('家') && bare.length < 4) return isOfHousehold(bare.slice(0, -1))
  if (COMPOUND.test(bare)) return bare.length > 2
  return FAMILY.has(bare[0]!) && bare.length <= 3
}

/** 张伟家 is called after a person; 王家, 王庄家 and 刘老家 are villages. */
const isOfHousehold = (name: string): boolean => looksLikeName(name) && !OF_VILLAGES.test(name)

/** A word of lists and maps, or one with a further sign: nobody's name. */
const isWord = (bare: string): boolean =>
  STEMS.has(bare) || NAMED_THINGS.has(bare) || (bare.length === 3 && STEMS.has(bare.slice(0, 2)))

/** What lists put behind or before a name without a space: whose cluster, family or contact. */
const BEHIND =
  /(?:的?(?:家庭聚集性?疫情|家庭聚集性?|聚集性疫情|聚集性?|家庭|一家|全家|家人|家属|传播链条?|链条?|感染|疫情|密接者?|次密接者?|同事|同学|朋友|妻子|丈夫|爱人|配偶|父亲|母亲|儿子|女儿|孙子|孙女|邻居|同住人?|关联|病例|确诊|无症状|阳性|家(?:[里中]|的?(?:隔壁|对[面门过]|旁边?|边上|附近|[门屋房][前后口](?:面|边)?|[前后][面边]|楼[上下]|[东西南北](?:边|面|侧|头|隔壁)))?|住?户|宅))+$/u
const BEFORE = /^(?:关联|来自|由|同住|与|和|系|本人|姓名|患者|病例)+/u

/** What is called after whose household or house it is: 张伟家, 李秀英户; 王家 and 张庄户 are nobody's. */
const HOUSEHOLD =
  /^(\p{Script=Han}{2,4}?)((?:的?(?:一家|全家|家庭|家[里中]?|住?户|住宅|宅))(?:\d{0,3}[号區区组]?)?)$/u

/** The household a text is called after: the name, and what stands behind it; null where it is none. */
export function householdIn(text: string): { readonly name: string; readonly rest: string } | null {
  if (text.length > LONGEST) return null
  const [, name, rest] = HOUSEHOLD.exec(text.normalize('NFKC').replace(/\s/gu, '')) ?? []
  return name !== undefined && isOfHousehold(name) ? { name, rest: rest! } : null
}

/** 刘老家, 赵新家 and 杨大家 are villages. */
const OF_VILLAGES = /^.[老新大小上下东西南北前后中里外]$/u

/** What a house or business is that is called after whose it is. */
const HOUSE =
  /^(\p{Script=Han}{3,4})(?:宾馆|酒店|饭店|旅馆|旅社|招待所|民宿|公寓|超市|商店|商行|小卖部|小卖铺|理发店|药店|诊所|饭馆|餐馆|面馆|茶馆|网吧|门市部?|修理部|麻将馆|棋牌室)$/u
/** What ends the names of houses and not given names: 金陵大酒店, 高新国际酒店. */
const OF_HOUSES = /[大新国际东西南北中江湖河海山城州都桥路港湾]$/u

/** Whether a house is called after a person in full: 陈大文宾馆. */
export function isHouseOfPerson(text: string): boolean {
  const name = HOUSE.exec(text.normalize('NFKC').replace(/\s/gu, ''))?.[1]
  if (name === undefined || OF_HOUSES.test(name) || NAMED_THINGS.has(name.slice(0, 2))) return false
  return looksLikeName(name)
}

/** A name in Latin letters before what is called after it: Chen Dawen cluster. */
const LATIN_BEHIND =
  /(?:'s)?[ -]+(?:family|household|home|house|clusters?|chains?|outbreak|contacts?|cases?|group|infection)(?: .*)?$/i
const LATIN_PLACES = /^(?:hong kong|shang hai|bei jing|xi an|tai wan|gao xiong|lan xi)$/i

function holdsLatinName(text: string): boolean {
  const words = text.normalize('NFKC').trim()
  const name = words.replace(LATIN_BEHIND, '')
  return (
    name !== words && !LATIN_PLACES.test(name) && LATIN.test(name) && name.split(/[ -]/).every(isSyllables)
  )
}

/** Whether a name may stand in a text amid figures, brackets and words for what it is about: 张三1, C1（张三）, 张三家庭聚集. */
export function holdsName(text: string): boolean {
  if (text.length > LONGEST) return false
  if (holdsLatinName(text)) return true
  const runs = text.normalize('NFKC').split(/\P{Script=Han}+|[号號例第]/u)
  return runs.some((run) => looksLikeName(run) || looksLikeName(run.replace(BEFORE, '').replace(BEHIND, '')))
}

const SAID =
  /(?<=(?:姓名|联系人|负责人|责任人|户主|监护人|填报人|经办人|流调员|网格员|患者|密接者|name)\s*[:：]\s*)\p{Script=Han}{2,}/giu
/** Where a place or an office ends within what is said, and a name may follow. */
const OFFICE =
  /^.*(?:村委会|居委会|村委|居委|社区|街道办?|镇政府|乡政府|政府|卫生院|卫生室|医院|学校|公司|派出所|指挥部|大队|中心|支队|委员会|[村镇乡县区市庄])/u
const TITLED = /(?:先生|女士|小姐|同志|医生|护士|主任|书记|等人|等)$/u

/** The same without a colon: what follows is a name only where a name ends there. */
const CALLED =
  /(?<=(?:联系人|負責人|负责人|责任人|户主|监护人|填报人|经办人|流调员|网格员|联络员|姓名)\s*)\p{Script=Han}{2,}/gu
/** What may stand behind a name. */
const FOLLOWS =
  /^(?:$|电话|手机|联系|座机|微信|号码|负责|已|为|是|的|和|及|与|等|在|住|家|男|女|同志|先生|女士|书记|主任|医生|会计)/u
/** Family names that are words of sentences too: without a colon they begin no name. */
const ALSO_WORDS = new Set('应常安单成路温高易向何尚解万关边费支于连时任申严经后都')

/**
 * Free text without names that follow a word for whose they are: 联系人：张三, 联系人张三. An office that is named there
 * stays.
 */
export const withoutSaidNames = (text: string): string =>
  text.replace(SAID, maskedName).replace(CALLED, maskedCalled)

function maskedCalled(said: string): string {
  const [, before, run] = /^([为是系叫]?)(.*)$/u.exec(said) as unknown as [string, string, string]
  if (ALSO_WORDS.has(run[0] ?? '')) return said
  const length = [4, 3, 2].find(
    (many) => many <= run.length && looksLikeName(run.slice(0, many)) && FOLLOWS.test(run.slice(many)),
  )
  return length === undefined ? said : `${before}＊${run.slice(length)}`
}

function maskedName(run: string): string {
  if (!TITLED.test(run) && (isThing(run) || isWord(run))) return run
  const office = OFFICE.exec(run)?.[0] ?? ''
  const [kept, rest] = office.length > 2 ? [office, run.slice(office.length)] : ['', run]
  return `${kept}＊${rest.slice(4)}`
}
