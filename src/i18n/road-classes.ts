import type { Locale } from './format'

const NAMES: Record<string, readonly [zh: string, en: string]> = {
  motorway: ['高速公路', 'motorway'],
  trunk: ['国道', 'trunk road'],
  primary: ['主干路', 'primary road'],
  secondary: ['次干路', 'secondary road'],
  tertiary: ['支路', 'tertiary road'],
  unclassified: ['村路', 'minor road'],
  residential: ['居住区道路', 'residential street'],
  living_street: ['生活街', 'living street'],
  service: ['内部路', 'service road'],
  pedestrian: ['步行街', 'pedestrian street'],
  track: ['机耕路', 'track'],
  path: ['小路', 'path'],
  footway: ['人行道', 'footway'],
  cycleway: ['自行车道', 'cycleway'],
  bridleway: ['马道', 'bridleway'],
  steps: ['台阶', 'steps'],
  rail: ['铁路', 'railway'],
}

/** A road class in words; links (`primary_link`) read as their road; an unknown class is printed as it is. */
export function roadClassName(roadClass: string, locale: Locale): string {
  const name = NAMES[roadClass] ?? NAMES[roadClass.replace(/_link$/, '')]
  return name ? name[locale === 'zh' ? 0 : 1] : roadClass
}
