import { computed, onUnmounted, ref, shallowRef, watch } from 'vue'
import { useLocale } from '../../i18n/use-locale'
import { useAnswers } from '../../stores/use-answers'
import { useSelection } from '../../stores/use-selection'
import { useSituation } from '../../stores/use-situation'
import { useWorkspaces } from '../../stores/use-workspaces'
import { useZonePolicy } from '../shell/use-policy'
import { drawZonePicture } from './draw-zone-picture'
import { useStepTarget } from './use-step-target'

const WIDTH = 1080
const HEIGHT = 620

/** The zone a paper is about, the lowering that decides it, and its map. */
export function usePaper({ isPublic }: { readonly isPublic: boolean }) {
  const { locale } = useLocale()
  const situation = useSituation()
  const workspaces = useWorkspaces()
  const answers = useAnswers()
  const selection = useSelection()
  const policy = useZonePolicy(() => selection.zone)
  const zone = computed(() => answers.survey?.zones.find(({ id }) => id === selection.zone) ?? null)
  const target = useStepTarget(() => ({ zone: selection.zone, transition: zone.value?.decisive ?? null }))
  const frame = computed(() => {
    const { head, events, pack } = workspaces.register
    return { head, events, synthetic: pack.synthetic, exercise: pack.use === 'exercise' }
  })
  const png = shallowRef<Uint8Array<ArrayBuffer> | null>(null)
  const address = ref('')
  const isDrawing = ref(false)
  let drawing = 0

  async function draw(): Promise<void> {
    const mine = ++drawing
    const { survey, coverage } = answers
    if (!survey || !coverage || !zone.value) return
    isDrawing.value = true
    const drawn = await drawZonePicture({
      ...{ register: situation.register, survey, coverage, zone: zone.value.id, locale: locale.value },
      ...{ width: WIDTH, height: HEIGHT, ratio: 1.5, isPublic },
    })
    if (mine !== drawing) return
    isDrawing.value = false
    png.value = drawn
    URL.revokeObjectURL(address.value)
    address.value = drawn ? URL.createObjectURL(new Blob([drawn], { type: 'image/png' })) : ''
  }
  watch([() => answers.survey, () => zone.value?.id, locale], draw, { immediate: true })
  onUnmounted(() => URL.revokeObjectURL(address.value))

  return {
    zone,
    target,
    frame,
    policy,
    address,
    isDrawing,
    picture: computed(() => png.value && { png: png.value, width: WIDTH, height: HEIGHT }),
  }
}
