/** What a browser made of a poster: every box, how much room its words need, the smallest type. */
import { z } from 'zod'

const boxSchema = z.object({
  key: z.string(),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  /** Of what stands in the box, as high as it wants to be, without the box's own padding. */
  need: z.number(),
  /** What the box has for it. */
  room: z.number(),
  /** How far words reach beyond the right edge. */
  sticksOut: z.number(),
})
export type Box = z.infer<typeof boxSchema>

/** All in CSS pixels. */
export const lookSchema = z.object({
  width: z.number(),
  height: z.number(),
  boxes: z.array(boxSchema),
  /** Font size of the smallest words. */
  smallestPx: z.number(),
})
export type Look = z.infer<typeof lookSchema>

/** Makes a page of this HTML and looks at it. */
export type LookAt = (html: string) => Promise<Look>

// The picture of a panel takes what is left; half of its natural height is the least that shows anything.
const MEASURE = `(() => {
  const poster = document.querySelector('.poster')
  const measure = element => {
    const rect = element.getBoundingClientRect()
    const style = getComputedStyle(element)
    const padding = ['paddingTop', 'paddingBottom', 'borderTopWidth', 'borderBottomWidth'].reduce((sum, name) => sum + parseFloat(style[name]), 0)
    const inner = element.querySelector(':scope > .inner')
    const image = element.querySelector(':scope > img')
    const natural = image && image.naturalWidth > 0 ? (rect.width * image.naturalHeight) / image.naturalWidth : 0
    const picture = image ? Math.max(60, Math.min(natural, poster.clientHeight * 0.3)) : 0
    const words = inner ? inner.getBoundingClientRect().height : element.scrollHeight - padding
    const right = rect.right - parseFloat(style.borderRightWidth)
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT)
    let reach = 0
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const end = node.getBoundingClientRect().right
      if (end > reach) reach = end
    }
    return { key: element.dataset.box, x: rect.x, y: rect.y, width: rect.width, height: rect.height,
      need: words + picture, room: rect.height - padding, sticksOut: Math.max(0, reach - right) }
  }
  const texts = document.createTreeWalker(poster, NodeFilter.SHOW_TEXT)
  let smallestPx = Infinity
  for (let node = texts.nextNode(); node; node = texts.nextNode())
    // Small parts of formulas are small by their nature.
    if (node.data.trim() !== '' && !node.parentElement.closest('math'))
      smallestPx = Math.min(smallestPx, parseFloat(getComputedStyle(node.parentElement).fontSize))
  return { width: poster.scrollWidth, height: poster.scrollHeight, smallestPx: Number.isFinite(smallestPx) ? smallestPx : 0,
    boxes: [...document.querySelectorAll('[data-box]')].map(measure) }
})()`

/** Looks through a page of a browser: `ChromiumPage`. */
export function lookThrough(page: {
  show(html: string): Promise<void>
  evaluate(expression: string): Promise<unknown>
}): LookAt {
  return async html => {
    await page.show(html)
    return lookSchema.parse(await page.evaluate(MEASURE))
  }
}
