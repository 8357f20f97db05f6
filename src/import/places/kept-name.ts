import { eachPart, partsIn } from '../../formats/parts'
import { digestOf } from '../../log/digest'
import { freeText } from '../../log/personal/kept-text'
import { looksLikeName } from '../../log/personal/names'
import { withoutNumbers } from '../../log/personal/numbers'
import { underPath } from '../files/file-read-later'
import type { InputFile } from '../files/zip'

/** Words that names of files are made of, beside the names of places, persons and days. */
const WORDS =
  /(?:病例|密接|次密接|流调|核酸|台账|名单|报告|日报|登记表|登记|汇总|信息|个人|情况|说明|行程|轨迹|隔离|转运|采样|疑似|确诊|感染者|无症状|表|的|新建|副本|最终版|终版|版)/gu

/** Whether a part of a name, between signs and figures, may be a person's name. */
function holdsName(stem: string): boolean {
  const parts = stem.normalize('NFKC').split(/[^\p{L}·•]+/u)
  return parts.flatMap((part) => [part, ...part.replace(WORDS, ' ').split(' ')]).some(looksLikeName)
}

/** A name of a sheet or layer as it is shown and stored. */
export function keptTableName(name: string): string {
  return holdsName(name) ? withoutNamesIn(name) : withoutNumbers(name)
}

/** What may be shown of several cells in a row: without names and numbers, and without one that is cut in the middle. */
export const excerptKept = (excerpt: string): string =>
  keptTableName(freeText(excerpt)).replace(/\d{3,}(?=…$)/u, '＊')

function withoutNamesIn(name: string): string {
  const clean = withoutNumbers(name).normalize('NFKC')
  return clean.replace(/[\p{L}·•]+/gu, (part) => {
    const spaced = part.replace(WORDS, ' $& ').split(' ')
    return looksLikeName(part) ? '＊' : spaced.map((one) => (looksLikeName(one) ? '＊' : one)).join('')
  })
}

/**
 * The file under the name it is known by from here on: without a person's name or number in it, and then with a few
 * signs of its content, so that 张三.csv and 李四.csv stay two.
 */
export function underKeptName(file: InputFile): InputFile {
  const parts = file.path.split('/')
  const kept = parts.map((part, at) => {
    const [, stem = '', extension = ''] = /^(.*?)(\.[^.]*)?$/su.exec(part) ?? []
    const clean = keptTableName(stem)
    if (clean === stem) return part
    return at === parts.length - 1
      ? `${clean}(${digestOf(eachPart(partsIn(file))).slice(0, 4)})${extension}`
      : clean
  })
  const path = kept.join('/')
  return path === file.path ? file : underPath(file, path)
}

/** A path without names and numbers of persons, for a file that is not read. */
export const keptPath = (path: string): string => path.split('/').map(keptTableName).join('/')
