/** Words that name a frame, the surest first. The name of a map service means its positions, not its documents or disks. */
const WORDS: readonly (readonly [RegExp, string | null])[] = [
  [/gcj-?02|火星坐标|国测局/i, 'gcj02'],
  [/bd-?09/i, 'bd09'],
  [/web[ _-]?mercator|墨卡托/i, 'EPSG:3857'],
  [/(?:beijing|北京)[ _]?(?:19)?54(?!\d)/i, 'Beijing 1954'],
  [/(?:xi'?an|西安)[ _]?(?:19)?80(?!\d)/i, "Xi'an 1980"],
  [/wgs-?84/i, 'wgs84'],
  [/cgcs-?2000|国家2000|2000坐标|天地图/i, 'EPSG:4490'],
  [/火星|高德|腾讯(?!文档|会议|表格|微云)/, 'gcj02'],
  [/百度(?!网盘|云|文库)/, 'bd09'],
]

const CODE = /(?:^|[^a-z])epsg[:_ -]?(\d{4,5})(?!\d)/i

/** The frame that headers, or the name of a file, speak of; null where none does. */
export function frameInWords(texts: readonly string[]): string | null {
  for (const text of texts) {
    const code = CODE.exec(text.normalize('NFKC'))?.[1]
    if (code) return `EPSG:${code}`
  }
  for (const [word, frame] of WORDS) if (texts.some((text) => word.test(text.normalize('NFKC')))) return frame
  return null
}

/** The central meridian that a name tells: `114E`, `CM_114E`, `中央子午线114`. */
export function meridianInWords(text: string): number | null {
  const found = /(?:^|[^\d.])(\d{2,3})\s*°?\s*E(?![a-z])|中央(?:子午线|经线)\s*(\d{2,3})/i.exec(
    text.normalize('NFKC'),
  )
  const degrees = Number(found?.[1] ?? found?.[2] ?? Number.NaN)
  return degrees >= 73 && degrees <= 136 ? degrees : null
}
