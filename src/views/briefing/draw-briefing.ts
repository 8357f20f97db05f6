import type { CoverageAnswer, Facts, Survey } from '#geo'
import { type BriefingFrame, briefingFacts } from '../../briefing/facts'
import { type BriefingLayout, layOutSlide } from '../../briefing/layout'
import { measureWith, paintBriefing } from '../../briefing/paint'
import { calloutLines } from '../../briefing/sentences'
import { formatHoursUntil } from '../../i18n/format'
import { renderMapImage } from '../../map/render-map-image'
import { levelStyles } from '../../ui/levels'
import { FONT_STACK, THEMES } from '../../ui/tokens'

export interface BriefingRequest {
  readonly register: Facts
  readonly survey: Survey
  readonly coverage: CoverageAnswer
  readonly frame: BriefingFrame
  /** device pixels a css px: 1 gives 1920 × 1080, 2 gives 3840 × 2160 */
  readonly ratio: number
}

async function mapOf(
  request: BriefingRequest,
  box: { width: number; height: number },
): Promise<ImageBitmap | null> {
  const { register, survey, coverage, frame, ratio } = request
  try {
    return await renderMapImage({
      register,
      survey,
      coverage,
      theme: 'print',
      width: box.width,
      height: box.height,
      ratio,
      k: 1,
      locale: frame.locale,
      layout: 'wall',
      callout: (zone) => calloutLines(zone, survey, frame.locale),
      hidden: new Set(['villages', 'testing', 'school', 'market', 'store', 'vaccination', 'silent']),
      padding: { top: 16, right: 16, bottom: 24, left: 16 },
    })
  } catch {
    return null
  }
}

/** Draws the slide: fonts first, then the map on an unseen canvas, then the sheet. `mapMissing` where there is no WebGL. */
export async function drawBriefing(
  request: BriefingRequest,
): Promise<{ canvas: HTMLCanvasElement; sheet: BriefingLayout; mapMissing: boolean }> {
  const { survey, frame, ratio } = request
  await Promise.all(
    [400, 600, 700].map((weight) => document.fonts.load(`${weight} 18px ${FONT_STACK}`, '0封')),
  )
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')!
  const zh = frame.locale === 'zh'
  const unit = survey.subject.unit
  const input = {
    facts: briefingFacts(survey, frame),
    survey,
    styles: levelStyles(survey.levels),
    measure: measureWith(context),
    curveWords: {
      peak: (count: number) => (zh ? `峰值 ${count} ${unit}` : `peak ${count}`),
      today: zh
        ? `今日至 ${formatHoursUntil(survey.asOf, 'zh').replace(/^0时?—/, '')}`
        : `today, ${formatHoursUntil(survey.asOf, 'en')}`,
      zero: zh ? `社会面 0 ${unit}` : 'community 0',
    },
  }
  const sheet = layOutSlide({ ...input, hasMap: true })
  const box = sheet.items.find((item) => item.kind === 'map')!
  const map = box.kind === 'map' ? await mapOf(request, box) : null
  canvas.width = sheet.width * ratio
  canvas.height = sheet.height * ratio
  paintBriefing(context, sheet, { theme: THEMES.print, ratio, map })
  map?.close()
  return { canvas, sheet, mapMissing: map === null }
}
