import type { Page } from '@playwright/test'

/**
 * What on a projected screen cannot be read from 20 m: text smaller than 1/20 of the height, of less contrast to its
 * ground than 7:1, or that begins or ends outside the screen. A sentence for each; none is as it should be. What only the
 * operator sees is left out.
 */
export function measure(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const SHARE = 20
    const CONTRAST = 7
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!

    type Colour = readonly [red: number, green: number, blue: number, alpha: number]
    function colourOf(css: string): Colour {
      canvas.clearRect(0, 0, 1, 1)
      canvas.fillStyle = css
      canvas.fillRect(0, 0, 1, 1)
      const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data
      return [red!, green!, blue!, alpha! / 255]
    }
    function luminance([red, green, blue]: Colour): number {
      const [r, g, b] = [red, green, blue].map((part) => {
        const share = part / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
    }
    function groundOf(element: Element | null): Colour | null {
      if (element === null) return null
      const colour = colourOf(getComputedStyle(element).backgroundColor)
      return colour[3] === 1 ? colour : groundOf(element.parentElement)
    }
    function contrast(element: Element): number {
      const ground = groundOf(element)
      if (ground === null) return 0
      const [light, dark] = [luminance(colourOf(getComputedStyle(element).color)), luminance(ground)].sort(
        (a, b) => b - a,
      )
      return (light! + 0.05) / (dark! + 0.05)
    }
    function isForTheRoom(element: Element): boolean {
      return (
        element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
        !element.closest('.visually-hidden, [data-operator]')
      )
    }
    /** Where the text begins and ends, as far as it is not cut off on purpose. */
    function isOutside(node: Text): boolean {
      const range = document.createRange()
      range.selectNodeContents(node)
      const clipped = [...ancestors(node.parentElement!)].some(
        (element) =>
          getComputedStyle(element).overflowX === 'hidden' && !element.matches('.room, .ground, body, html'),
      )
      // Where the box is trimmed to the glyphs, that box is where they are; else a line has room above and below them.
      const isTrimmed =
        getComputedStyle(node.parentElement!).getPropertyValue('text-box-trim') === 'trim-both'
      const rows = isTrimmed ? [node.parentElement!.getBoundingClientRect()] : [...range.getClientRects()]
      return (
        !clipped &&
        rows.some(
          ({ left, right, top, bottom }) =>
            left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1,
        )
      )
    }
    function* ancestors(element: Element | null): Generator<Element> {
      for (let each = element; each !== null; each = each.parentElement) yield each
    }

    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement!
      const text = node.textContent?.trim()
      if (!text || !isForTheRoom(element)) continue
      const size = parseFloat(getComputedStyle(element).fontSize)
      const ratio = contrast(element)
      if (size < innerHeight / SHARE - 0.5) found.push(`"${text}" is ${size} px high, of ${innerHeight}`)
      if (ratio < CONTRAST) found.push(`"${text}" has a contrast of ${ratio.toFixed(2)}`)
      if (isOutside(node as Text)) found.push(`"${text}" stands outside`)
    }
    return found
  })
}
