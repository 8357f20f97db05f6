import type { PlaceKind } from '#geo'

/** Headers that say of what level of places a column has the codes or the names; and those of whose parent alone. */
interface Level {
  readonly kind: PlaceKind
  readonly codes: readonly string[]
  readonly names: readonly string[]
  readonly ofParent: readonly string[]
}

const words = (text: string): string[] => text.split(' ')

/** From the smallest on. */
const LEVELS: readonly Level[] = [
  {
    kind: 'building',
    codes: words('楼栋编码 楼栋代码 楼栋编号'),
    names: words('楼栋 楼栋名称 楼栋号 楼号'),
    ofParent: words('所属楼栋 所在楼栋'),
  },
  {
    kind: 'compound',
    codes: words('小区编码 小区代码 小区编号 院落编码 自然村编码 自然村代码'),
    names: words('小区名称 小区 小区名 院落 院落名称 自然村 自然村名称 自然村名 居民小区'),
    ofParent: words('所属小区 所在小区'),
  },
  {
    kind: 'grid',
    codes: words('网格编码 网格编号 网格代码'),
    names: words('网格 网格名称'),
    ofParent: words('所属网格 所在网格'),
  },
  {
    kind: 'village',
    codes: words(
      '村代码 村编码 村居代码 村居编码 社区代码 社区编码 行政村代码 行政村编码 村（社区）代码 村（社区）编码 村级代码 村码 村委会代码 villcode',
    ),
    names: words(
      '村名 村 村名称 村居 村居名称 社区 社区名称 村（社区） 村/社区 村社区 村（居） 村（居）名称 村（社区）名称 行政村 行政村名称 村委会 村委会名称 居委会 村级名称 villname',
    ),
    ofParent: words('所属村 所在村 所属社区 所在社区 所属村居 所属村（社区） 所属行政村'),
  },
  {
    kind: 'town',
    codes: words(
      '乡镇代码 乡镇编码 镇代码 镇编码 街道代码 街道编码 镇街代码 镇街编码 乡镇街道代码 乡镇（街道）代码 乡级代码 towncode',
    ),
    names: words(
      '乡镇 乡镇名称 乡镇名 镇 镇名 镇名称 镇街 镇街名称 街道 街道名称 街道办 街道办事处 镇（街道） 乡镇（街道） 乡镇街道 乡（镇） 乡级名称 办事处 townname',
    ),
    ofParent: words(
      '所属乡镇 所属镇 所属镇街 所属街道 所在乡镇 所在镇 所在街道 所属乡镇（街道） 所属乡镇街道',
    ),
  },
  {
    kind: 'district',
    codes: words('区县代码 区县编码 县区代码 县代码 区代码 县级代码 countycode'),
    names: words('区县 县区 县（区） 区（县） 区县名称 县区名称 县名 县名称 区名称 县级名称 countyname'),
    ofParent: words('所属区县 所属县区 所属县 所属区 所在区县 所在县区'),
  },
]

/** Which headers of a list of places are whose, and of which level its rows are; null where no header tells. */
export interface PlaceHeaders {
  readonly code: string | null
  readonly name: string | null
  readonly parent: string | null
  readonly kind: PlaceKind | null
}

/**
 * Headers of levels in a list of places: the smallest with a name (else with codes) is the row's own, the next wider one
 * its parent. Where a plain 名称 names the rows, every level with a name is above them.
 */
export function placeHeaders(
  find: (spelling: string) => string | undefined,
  has: { readonly code: boolean; readonly name: boolean },
): PlaceHeaders {
  const first = (spelt: readonly string[]): string | null => {
    for (const one of spelt) {
      const header = find(one)
      if (header !== undefined) return header
    }
    return null
  }
  const told = LEVELS.map(({ kind, codes, names, ofParent }) => ({
    ...{ kind, code: first(codes), name: first(names), above: first(ofParent) },
  })).filter(({ code, name, above }) => code !== null || name !== null || above !== null)
  const own = told.findIndex(({ code, name }, at) =>
    has.name ? !has.code && code !== null && at === 0 : name !== null || (code !== null && !has.code),
  )
  const parent = told.slice(own + 1).find(({ code, name, above }) => above ?? code ?? name)
  const itself = own < 0 ? null : told[own]!
  return {
    code: has.code ? null : (itself?.code ?? null),
    name: has.name ? null : (itself?.name ?? null),
    parent: parent ? (parent.code ?? parent.above ?? parent.name) : null,
    kind: itself?.kind ?? null,
  }
}
