import { createApp, h, reactive, shallowRef } from 'vue'
import { createTranslator } from '../../../src/i18n'
import type { MapTarget } from '../../../src/layers/part'
import MapView from '../../../src/map/MapView.vue'
import '../../../src/ui/base.css'
import { applyTheme } from '../../../src/ui/theme'
import { mapDistrict } from '../../helpers/map-district'

/** The living map on the made-up district; what it emits is kept in `window.heard`. */
const wanted = new URLSearchParams(location.search)
const theme = wanted.get('theme') === 'light' ? 'light' : 'dark'
applyTheme(document.documentElement, theme)
const district = mapDistrict()
const heard = reactive<Record<string, unknown[]>>({
  select: [],
  hover: [],
  camera: [],
  legend: [],
  unavailable: [],
})
const selected = shallowRef<MapTarget | null>(null)
const survey = shallowRef(district.survey)
const hear = (name: string) => (what?: unknown) => heard[name]!.push(what ?? null)

createApp({
  render: () =>
    h(MapView, {
      ...district,
      survey: survey.value,
      theme,
      k: Number(wanted.get('k') ?? 1),
      layout: wanted.get('layout') === 'desk' ? 'desk' : 'wall',
      selection: { selected: selected.value, hovered: null },
      label: '澜溪区防控地图',
      onSelect: (target: MapTarget | null) => {
        selected.value = target
        hear('select')(target)
      },
      onHover: hear('hover'),
      onCamera: hear('camera'),
      onLegend: hear('legend'),
      onUnavailable: hear('unavailable'),
    }),
})
  .use(createTranslator('zh'))
  .mount('#app')

Object.assign(window, {
  heard,
  /** Takes every zone but the first away, as another instant might. */
  onlyFirstZone: () => {
    survey.value = { ...district.survey, zones: district.survey.zones.slice(0, 1) }
  },
})
