import type { CoverageAnswer, Facts, Survey } from '#geo'
import { calloutLines } from '../../briefing/callout-lines'
import { type BriefingFacts, type BriefingFrame, briefingFacts } from '../../briefing/facts'
import { type BriefingLayout, layOutSlide } from '../../briefing/layout'
import { measureWith, paintBriefing } from '../../briefing/paint'
import { formatCount, formatHoursUntil, formatShortDay, type Locale } from '../../i18n/format'
import type { LegendEntry } from '../../layers/part'
import { paintLegendSign } from '../../map/legend-sign'
import { type MapImage, renderMapPicture } from '../../map/render-map-image'
import { levelHatches } from '../../ui/levels'
import { fontStack, THEMES } from '../../ui/tokens'

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
): Promise<MapImage | null> {
  const { register, survey, coverage, frame, ratio } = request
  try {
    return await renderMapPicture({
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
    [400, 600, 700].map((weight) => document.fonts.load(`${weight} 18px ${fontStack(frame.locale)}`, '0封“')),
  )
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')!
  const zh = frame.locale === 'zh'
  const unit = survey.subject.unit
  const input = {
    facts: briefingFacts(survey, frame),
    survey,
    styles: levelHatches(survey.levels),
    measure: measureWith(context, frame.locale),
    curveWords: {
      peak: (count: number) => (zh ? `峰值 ${formatCount(count)} ${unit}` : `peak ${formatCount(count)}`),
      today: zh
        ? `今日至 ${formatHoursUntil(survey.asOf, 'zh').replace(/^0时?—/, '')}`
        : `today, ${formatHoursUntil(survey.asOf, 'en')}`,
      unit: zh ? unit : '',
      day: (day: string) => formatShortDay(day, frame.locale),
    },
  }
  const sheet = layOutSlide({ ...input, hasMap: true })
  const box = sheet.items.find((item) => item.kind === 'map')!
  const map = box.kind === 'map' ? await mapOf(request, box) : null
  canvas.width = sheet.width * ratio
  canvas.height = sheet.height * ratio
  paintBriefing(context, sheet, {
    theme: THEMES.print,
    ratio,
    map: map?.bitmap ?? null,
    locale: frame.locale,
  })
  if (map && box.kind === 'map')
    paintLegend(
      context,
      legendRows(
        map.legend.filter(({ isAside }) => !isAside),
        input.facts,
      ),
      {
        x: box.x,
        y: box.y + box.height + 2,
        width: box.width,
        ratio,
        locale: frame.locale,
      },
    )
  map?.bitmap.close()
  return { canvas, sheet, mapMissing: map === null }
}

interface LegendRow {
  readonly entry: LegendEntry
  readonly text: string
}

/** What the map drew, zones first with the measures of their level. */
function legendRows(entries: readonly LegendEntry[], facts: BriefingFacts): LegendRow[] {
  const measures = [...facts.legend]
  return entries.map((entry) => ({
    entry,
    text: entry.sign.kind === 'level' ? (measures.shift()?.text ?? entry.text) : entry.text,
  }))
}

/** The legend under the map, in lines as wide as the map. */
function paintLegend(
  context: CanvasRenderingContext2D,
  rows: readonly LegendRow[],
  place: { x: number; y: number; width: number; ratio: number; locale: Locale },
): void {
  const [line, gap] = [26, 20]
  context.save()
  context.scale(place.ratio, place.ratio)
  context.font = `400 14.5px ${fontStack(place.locale)}`
  context.textAlign = 'left'
  context.textBaseline = 'alphabetic'
  const wide = rows.reduce((sum, { text }) => sum + 34 + gap + context.measureText(text).width, 0)
  const roomy = wide <= place.width * 1.85
  let [x, y] = [place.x, place.y + line / 2]
  for (const { entry, text: whole } of rows) {
    const text = roomy ? whole : entry.text
    const width = 34 + context.measureText(text).width
    if (x > place.x && x + width > place.x + place.width) [x, y] = [place.x, y + line]
    context.save()
    context.translate(x + 13, y)
    paintLegendSign(context, entry, { theme: 'print', ratio: place.ratio })
    context.restore()
    context.fillStyle = THEMES.print.ink2
    context.fillText(text, x + 32, y + 5)
    x += width + gap
  }
  context.restore()
}
