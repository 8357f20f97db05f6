import type { CrossingWay } from '#geo'

/** Bridge, tunnel, access, direction and level of a road, as far as it says; empty where it says nothing. */
export function wayWords(
  way: CrossingWay | undefined,
  t: (key: string, named?: Record<string, unknown>) => string,
): string[] {
  if (!way) return []
  const said = (['bridge', 'tunnel', 'noAccess', 'oneway'] as const).filter((name) => way[name])
  return [
    ...said.map((name) => t(`desk.way.${name}`)),
    ...(way.layer ? [t('desk.way.layer', { n: way.layer })] : []),
  ]
}
