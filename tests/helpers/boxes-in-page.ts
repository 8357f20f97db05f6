/** One run of text as it stands in the page, css px of the viewport. */
export interface TextBox {
  readonly text: string
  readonly where: string
  readonly layer: 'page' | 'map' | 'sheet'
  /** boxes of one run of text share it */
  readonly run: number
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  /** what a person presses, or what says that something is still going on */
  readonly isVerb?: boolean
}

export interface PageBoxes {
  readonly texts: readonly TextBox[]
  /** what lies beyond the edge that holds it */
  readonly cut: readonly { readonly text: string; readonly where: string; readonly by: number }[]
}

interface Written {
  readonly text: string
  readonly font: string
  left: number
  top: number
  right: number
  bottom: number
}

interface Recorder {
  readonly written: WeakMap<object, Written[]>
  readonly size: (font: string) => number
}

/**
 * Runs before any script of the page: remembers what every canvas has written since it was last cleared, also
 * through pictures that one canvas draws on another.
 */
export function recordCanvases(): void {
  const written = new WeakMap<object, Written[]>()
  const size = (font: string): number => Number.parseFloat(/([\d.]+)px/.exec(font)?.[1] ?? '12')
  const listOf = (canvas: object): Written[] => {
    let list = written.get(canvas)
    if (!list) written.set(canvas, (list = []))
    return list
  }
  ;(globalThis as unknown as { recordedTexts: Recorder }).recordedTexts = { written, size }
  const proto = CanvasRenderingContext2D.prototype
  const fillText = proto.fillText
  proto.fillText = function (text, x, y, ...rest) {
    const {
      actualBoundingBoxLeft,
      actualBoundingBoxRight,
      actualBoundingBoxAscent,
      actualBoundingBoxDescent,
    } = this.measureText(text)
    const matrix = this.getTransform()
    const from = matrix.transformPoint({ x: x - actualBoundingBoxLeft, y: y - actualBoundingBoxAscent })
    const to = matrix.transformPoint({ x: x + actualBoundingBoxRight, y: y + actualBoundingBoxDescent })
    const list = listOf(this.canvas)
    const last = list.at(-1)
    const one = { text, font: this.font, left: from.x, top: from.y, right: to.x, bottom: to.y }
    const em = size(this.font) * matrix.a
    const follows =
      last &&
      [...text].length === 1 &&
      last.font === this.font &&
      one.left - last.right > -1 &&
      one.left - last.right < em * 0.6
    if (follows && Math.abs((last.top + last.bottom - one.top - one.bottom) / 2) < em * 0.5)
      list[list.length - 1] = {
        ...last,
        text: last.text + text,
        right: one.right,
        top: Math.min(last.top, one.top),
        bottom: Math.max(last.bottom, one.bottom),
      }
    else if (text.trim()) list.push(one)
    return fillText.call(this, text, x, y, ...rest)
  }
  const clearRect = proto.clearRect
  proto.clearRect = function (x, y, w, h) {
    if (w >= this.canvas.width && h >= this.canvas.height) written.delete(this.canvas)
    return clearRect.call(this, x, y, w, h)
  }
  const width = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, 'width')!
  Object.defineProperty(HTMLCanvasElement.prototype, 'width', {
    ...width,
    set(value: number) {
      written.delete(this)
      width.set!.call(this, value)
    },
  })
  const bitmap = globalThis.createImageBitmap
  globalThis.createImageBitmap = async (source: ImageBitmapSource, ...rest: unknown[]) => {
    const made = await (bitmap as (...all: unknown[]) => Promise<ImageBitmap>)(source, ...rest)
    if (written.has(source as object)) written.set(made, [...written.get(source as object)!])
    return made
  }
  const drawImage = proto.drawImage as (...all: unknown[]) => void
  proto.drawImage = function (this: CanvasRenderingContext2D, ...all: unknown[]) {
    const [source, x, y, w, h] = all as [
      object & { width: number; height: number },
      number,
      number,
      number,
      number,
    ]
    const texts = all.length === 5 ? written.get(source) : undefined
    const matrix = this.getTransform()
    for (const one of texts ?? []) {
      const [across, down] = [w / source.width, h / source.height]
      const from = matrix.transformPoint({ x: x + one.left * across, y: y + one.top * down })
      const to = matrix.transformPoint({ x: x + one.right * across, y: y + one.bottom * down })
      listOf(this.canvas).push({ ...one, left: from.x, top: from.y, right: to.x, bottom: to.y })
    }
    return drawImage.apply(this, all)
  } as typeof proto.drawImage
}

/** All texts a person sees in the page, with their boxes; runs in the page. */
export function boxesInPage(): PageBoxes {
  const { written } = (globalThis as unknown as { recordedTexts: Recorder }).recordedTexts
  const texts: TextBox[] = []
  const cut: { text: string; where: string; by: number }[] = []
  const nameOf = (element: Element): string => {
    const names: string[] = []
    for (let at: Element | null = element; at && names.length < 3; at = at.parentElement) {
      const own = at.getAttribute('class')?.split(/\s+/)[0]
      if (own && !/^(q?-?v-|data-v)/.test(own)) names.unshift(`.${own}`)
      else if (names.length === 0) names.unshift(at.tagName.toLowerCase())
    }
    return names.join(' ')
  }
  const seen = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })
  const hides = (style: CSSStyleDeclaration, axis: 'x' | 'y'): 'cut' | 'scroll' | null => {
    const value = axis === 'x' ? style.overflowX : style.overflowY
    if (value === 'hidden' || value === 'clip') return 'cut'
    return value === 'auto' || value === 'scroll' ? 'scroll' : null
  }
  const isOpaque = (element: Element): boolean => {
    if (element instanceof HTMLCanvasElement || element instanceof HTMLImageElement) return true
    const alpha = /rgba\(.*,\s*([\d.]+)\)$/.exec(getComputedStyle(element).backgroundColor)?.[1]
    return alpha === undefined || Number(alpha) > 0.5
  }
  const isCovered = (own: Element, x: number, y: number): boolean => {
    const pile = document.elementsFromPoint(x, y)
    const at = pile.findIndex((one) => one === own || one.contains(own) || own.contains(one))
    return pile.slice(0, Math.max(0, at)).some(isOpaque)
  }
  /** left and right of what nothing opaque lies over; null where all is covered */
  const bare = (
    own: Element,
    { left, right, top, bottom }: { left: number; right: number; top: number; bottom: number },
  ): readonly [number, number] | null => {
    const steps = 8
    const at = (step: number): number => left + 1 + ((right - left - 2) * step) / steps
    const isFree = (step: number): boolean => !isCovered(own, at(step), (top + bottom) / 2)
    let [first, last] = [0, steps]
    while (first <= steps && !isFree(first)) first++
    if (first > steps) return null
    while (last > first && !isFree(last)) last--
    return [at(first) - 1, at(last) + 1]
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  let run = 0
  // on paper there is no edge below: all of the document is printed
  const foot = matchMedia('print').matches ? document.documentElement.scrollHeight : innerHeight
  const view = { left: 0, top: 0, right: innerWidth, bottom: foot }
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent!.trim()
    const element = node.parentElement!
    if (!text || /^(SCRIPT|STYLE|OPTION|TITLE|DESC)$/i.test(element.tagName) || !seen(element)) continue
    const style = getComputedStyle(element)
    const em = Number.parseFloat(style.fontSize)
    const range = document.createRange()
    range.selectNodeContents(node)
    run++
    let most = 0
    // a range knows nothing of the length a text of a drawing is set to: its parts are one box
    const fitted = element.closest('text[textLength]')
    if (fitted && fitted.firstChild !== node && fitted.firstElementChild?.firstChild !== node) continue
    for (const rect of fitted ? [fitted.getBoundingClientRect()] : range.getClientRects()) {
      if (rect.width < 1 || rect.height < 1) continue
      const middle = (rect.top + rect.bottom) / 2
      const half = Math.min(rect.height / 2, em * 0.42)
      const box = { left: rect.left, right: rect.right, top: middle - half, bottom: middle + half }
      let gone = false
      let over = Math.max(
        view.left - box.left,
        box.right - view.right,
        view.top - box.top,
        box.bottom - view.bottom,
      )
      for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
        const own = getComputedStyle(at)
        if (own.clipPath !== 'none') gone = true
        if (own.position === 'fixed' && at !== element) break
        const [x, y] = [hides(own, 'x'), hides(own, 'y')]
        if (!x && !y) continue
        const frame = at.getBoundingClientRect()
        const past = {
          x: Math.max(frame.left - box.left, box.right - frame.right),
          y: Math.max(frame.top - box.top, box.bottom - frame.bottom),
        }
        if ((x === 'scroll' && past.x > 1) || (y === 'scroll' && past.y > 1)) gone = true
        if (x === 'cut' && past.x > over) over = past.x
        if (y === 'cut' && past.y > over) over = past.y
      }
      if (gone) continue
      const seenPart = bare(element, box)
      if (!seenPart) continue
      over = Math.max(over, seenPart[0] - box.left, box.right - seenPart[1])
      most = Math.max(most, over)
      const isVerb = element.closest('button, a, [role="status"]') !== null
      if (over < em)
        texts.push({ text: text.slice(0, 60), where: nameOf(element), layer: 'page', run, isVerb, ...box })
    }
    if (most > 1.5) cut.push({ text: text.slice(0, 60), where: nameOf(element), by: Math.round(most) })
  }
  for (const canvas of document.querySelectorAll('canvas')) {
    const list = written.get(canvas)
    if (!list || !seen(canvas)) continue
    const frame = canvas.getBoundingClientRect()
    const scale = frame.width / canvas.width
    const layer = canvas.closest('.sheet') ? ('sheet' as const) : ('map' as const)
    for (const one of list) {
      const box = {
        left: frame.left + one.left * scale,
        right: frame.left + one.right * scale,
        top: frame.top + one.top * scale,
        bottom: frame.top + one.bottom * scale,
      }
      const over = Math.max(
        frame.left - box.left,
        box.right - frame.right,
        frame.top - box.top,
        box.bottom - frame.bottom,
      )
      const seenPart = bare(canvas.parentElement ?? canvas, box)
      if (!seenPart) continue
      if (over > 1.5) cut.push({ text: one.text, where: `canvas ${layer}`, by: Math.round(over) })
      const [left, right] = seenPart
      texts.push({ text: one.text, where: `canvas ${layer}`, layer, run: ++run, ...box, left, right })
    }
  }
  return { texts, cut }
}

/** What a person sees, in brief: it is another as long as a text moves or comes. Runs in the page. */
export function glance(): string {
  const recorded = (globalThis as unknown as { recordedTexts?: Recorder }).recordedTexts
  const seen: unknown[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.textContent!.trim() || !node.parentElement!.checkVisibility({ opacityProperty: true })) continue
    range.selectNodeContents(node)
    const { left, top, right, bottom } = range.getBoundingClientRect()
    if (bottom > 0 && top < innerHeight) seen.push(node.textContent, left, top, right, bottom)
  }
  for (const canvas of document.querySelectorAll('canvas')) seen.push(recorded?.written.get(canvas) ?? null)
  return JSON.stringify(seen)
}
