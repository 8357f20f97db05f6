import { type MapImageOptions, renderMapPicture } from '../../../src/map/render-map-image'
import { mapDistrict } from '../../helpers/map-district'

type Wanted = Omit<MapImageOptions, 'register' | 'survey' | 'coverage'>

/** Draws the made-up district and returns the picture as a PNG data address, with its legend. */
async function draw(wanted: Wanted): Promise<{ png: string; legend: string[]; zoom: number }> {
  const { bitmap, legend, camera } = await renderMapPicture({ ...mapDistrict(), ...wanted })
  const canvas = document.createElement('canvas')
  canvas.width = bitmap.width
  canvas.height = bitmap.height
  canvas.getContext('2d')!.drawImage(bitmap, 0, 0)
  return { png: canvas.toDataURL('image/png'), legend: legend.map(({ text }) => text), zoom: camera.zoom }
}

Object.assign(window, { draw })
