import { nextTick, onMounted, onUnmounted, type Ref, ref, watch } from 'vue'

/**
 * How many of `most` things fit into a box that cuts off what is over: all are drawn first, then one fewer until
 * nothing lies beyond its foot. Asked again when what is drawn or the size of the box changes. Meanwhile `isAsked` is
 * true: of a list in pages the first is to be drawn then, for a later one is shorter.
 */
export function useFitting(
  box: Ref<HTMLElement | null>,
  most: () => number,
  changed: () => unknown,
  isAsked: Ref<boolean> = ref(false),
): Ref<number> {
  const count = ref(most())
  let turn = 0
  async function refit(): Promise<void> {
    const mine = ++turn
    isAsked.value = true
    count.value = most()
    for (await drawn(); mine === turn && isOver(box.value) && count.value > 0; await drawn()) count.value--
    if (mine === turn) isAsked.value = false
  }
  onMounted(() => {
    let size = ''
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect
      const now = `${Math.round(width)} ${Math.round(height)}`
      if (now !== size) void refit()
      size = now
    })
    watch([most, changed], refit, { flush: 'post' })
    watch(
      box,
      (element, before) => {
        if (before) observer.unobserve(before)
        if (element) observer.observe(element)
      },
      { immediate: true, flush: 'post' },
    )
    onUnmounted(() => observer.disconnect())
  })
  return count
}

const drawn = (): Promise<void> => nextTick()

/** Room that rounding may take, css px. */
const ROUNDING = 1

const isOver = (element: HTMLElement | null): boolean =>
  element !== null && element.scrollHeight > element.clientHeight + ROUNDING
