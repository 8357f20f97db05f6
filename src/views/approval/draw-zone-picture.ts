import { type Bounds, boundsOf, type CoverageAnswer, type Facts, type Survey } from '#geo'
import { calloutLines } from '../../briefing/callout-lines'
import type { Locale } from '../../i18n/format'
import type { LayerGroup } from '../../layers/part'
import { renderMapPicture } from '../../map/render-map-image'

export interface ZonePicture {
  readonly register: Facts
  readonly survey: Survey
  readonly coverage: CoverageAnswer
  readonly zone: string
  readonly locale: Locale
  /** css px */
  readonly width: number
  readonly height: number
  readonly ratio?: number
  /** leaves out what no notice may show: cases, crossings, posts, sites, what is not reported */
  readonly isPublic?: boolean
}

const OF_NO_USE: readonly LayerGroup[] = ['testing', 'school', 'market', 'store', 'vaccination', 'silent']
const INTERNAL: readonly LayerGroup[] = ['cases', 'crossings', 'gaps', 'gateways', 'quarantine', 'hospital']

/** A zone is read with what lies round it. */
function withSurroundings([west, south, east, north]: Bounds): Bounds {
  const [across, up] = [(east - west) * 0.35, (north - south) * 0.35]
  return [west - across, south - up, east + across, north + up]
}

/** The map of one zone as PNG; null where it has no ground or the browser draws no map. */
export async function drawZonePicture(asked: ZonePicture): Promise<Uint8Array<ArrayBuffer> | null> {
  const { register, survey, coverage, locale, width, height, ratio = 1, isPublic = false } = asked
  const zone = survey.zones.find(({ id }) => id === asked.zone)
  const bounds = zone ? boundsOf(zone.outline) : null
  if (!zone || !bounds) return null
  const hidden = new Set([...OF_NO_USE, ...(isPublic ? INTERNAL : [])])
  try {
    const { bitmap } = await renderMapPicture({
      ...{
        register,
        survey,
        coverage,
        theme: 'print',
        width,
        height,
        ratio,
        k: 1,
        locale,
        layout: 'desk',
        hidden,
      },
      bounds: withSurroundings(bounds),
      ...(isPublic ? { isPublic } : { callout: (one) => calloutLines(one, survey, locale) }),
    })
    const canvas = document.createElement('canvas')
    canvas.width = bitmap.width
    canvas.height = bitmap.height
    canvas.getContext('2d')!.drawImage(bitmap, 0, 0)
    bitmap.close()
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
    return blob ? new Uint8Array(await blob.arrayBuffer()) : null
  } catch {
    return null
  }
}
