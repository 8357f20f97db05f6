import { looksLikeName } from './names'
import { withoutNumbers } from './numbers'

const BUILDING = /(?:\d+|[A-Za-z]\d*|[一二三四五六七八九十百]+)\s*(?:号院|號院|号楼|號樓|幢|栋|棟|座|#楼?)/gu
const VILLAGE = /(?:(?<!新)村|嘎查)(?:民委员会|委会)?/gu
/** What is built inside a village like a town. */
const ESTATE = /小区|花园|公寓|家属院|苑|新村|社区|广场|大厦/u
const ON_ROAD = /(?:路|街|大道|巷|胡同|弄|里|段)\s*\d+(?:[-之]\d+)*\s*(?:弄\s*\d+\s*)?[号號弄]/gu
const ROOMS = /(?<=[\p{L}])\s*(\d+)(?:[-#]\d+)+\s*(?:室|号|房)?$/u
const PLACE =
  /(?:省|自治区|自治州|地区|盟|市|区|县|旗|镇|乡|街道|社区|村|屯|庄|寨|营|集|里|弄|苑|园|府|城|居|湾|岭|桥|堡|沟|坡|坝|店|路|街|巷|胡同|大道|大厦|广场|花园|公寓|小区|家属院|校|学院|大学|医院|市场|超市|酒店|宾馆|厂|站|馆|所|局|中心|工地|公司|點|縣|區|鄉|鎮|鄰|里)/gu
/** What goes on from the name of an estate and parts it from another of that name: 锦绣苑二期, 世纪城东座, 李家庄二组. */
const PART =
  /^(?:第?(?:\d+|[一二三四五六七八九十百]+)[期区片园组队]|(?:[A-Za-z]|[东南西北中前后新老]{1,2})(?:[区院苑座片园里庭]|期))+/u
/** What may stand before an address: whose it is, and that it is one. */
const BEFORE = /^.*?(?:家住|现住址|现住|住在|居住[于在]?|住址|地址|住)\s*[:：]?\s*/u

/** Where the last match of the pattern ends; null without any. */
function endOfLast(pattern: RegExp, text: string): number | null {
  let end: number | null = null
  for (const found of text.matchAll(pattern)) end = found.index + found[0].length
  return end
}

/**
 * An address up to its building in towns and to its village elsewhere, without what stands before it; null where no
 * word for a place stands in it, so that nothing of it is kept.
 */
export function cutAddress(text: string): string | null {
  const seen = text
    .normalize('NFKC')
    .replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/gu, '')
    .replace(BEFORE, '')
  const bare = withoutNumbers(seen)
    .split(/[,，;；、|]|\s+(?=\p{Script=Han})/u)
    .filter((part) => part !== '' && !looksLikeName(part))
    .join('')
    .trim()
  const building = endOfLast(BUILDING, bare)
  const village = endOfLast(VILLAGE, bare)
  const end =
    building ??
    (village !== null && !ESTATE.test(bare.slice(village)) ? village : null) ??
    endOfLast(ON_ROAD, bare)
  if (end !== null) return plausible(end === village ? bare.slice(0, end) : withPart(bare, end))
  const rooms = ROOMS.exec(bare)
  if (rooms) return plausible(`${bare.slice(0, rooms.index)}${rooms[1]}号楼`)
  const place = endOfLast(PLACE, bare)
  return place === null ? null : plausible(withPart(bare, place))
}

/** The text up to there, with what parts an estate of that name from another. */
function withPart(text: string, end: number): string {
  const part = PART.exec(text.slice(end))
  return text.slice(0, end + (part ? part[0].length : 0))
}

/** Longer than any address, or still with a number that leads to a person: nothing of it is kept. */
const plausible = (cut: string): string | null =>
  cut.length < 2 || cut.length > 80 || cut.includes('＊') || looksLikeName(cut) ? null : cut
