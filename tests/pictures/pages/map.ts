import { type MapImageOptions, renderMapPicture } from '../../../src/map/render-map-image'
import { mapDistrict } from '../../helpers/map-district'
import { at } from '../../helpers/map-ground'

type Wanted = Omit<MapImageOptions, 'register' | 'survey' | 'coverage'>

async function pngOf(options: MapImageOptions): Promise<{ png: string; legend: string[]; zoom: number }> {
  const { bitmap, legend, camera } = await renderMapPicture(options)
  const canvas = document.createElement('canvas')
  canvas.width = bitmap.width
  canvas.height = bitmap.height
  canvas.getContext('2d')!.drawImage(bitmap, 0, 0)
  return { png: canvas.toDataURL('image/png'), legend: legend.map(({ text }) => text), zoom: camera.zoom }
}

/** Draws the made-up district and returns the picture as a PNG data address, with its legend. */
const draw = (wanted: Wanted) => pngOf({ ...mapDistrict(), ...wanted })

/** Draws nothing but one zone of that level, larger than the picture, with its labels out of sight. */
function drawLevel(level: string, wanted: Wanted) {
  const { register, survey } = mapDistrict()
  const corners = [at(-90, -90), at(90, -90), at(90, 90), at(-90, 90), at(-90, -90)]
  const shape = [[Float64Array.from(corners.flat())]]
  const zone = {
    ...survey.zones.find((one) => one.level === level)!,
    shape,
    outline: shape,
    cases: 0,
    centre: at(80, 80),
    caseCentre: at(80, 80),
  }
  return pngOf({
    ...wanted,
    register: { ...register, places: [], roads: [], backdrop: [], facilities: [] },
    survey: { ...survey, zones: [zone] },
    coverage: null,
    furniture: false,
  })
}

Object.assign(window, { draw, drawLevel })
