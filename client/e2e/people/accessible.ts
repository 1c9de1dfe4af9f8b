import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** What axe finds on the page as it is: for each rule, the elements and what to do. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  // One document without frames: nothing to gather from elsewhere.
  const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  const found = violations.map(({ id, help, nodes }) => ({
    rule: id,
    help,
    where: nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`),
  }))
  expect.soft(found, where).toEqual([])
  expect(passes.length, `${where}: axe has looked`).toBeGreaterThan(5)
}

/** Nothing stands outside the page, and no text is cut off without a sign that there is more of it. */
export async function expectFits(page: Page, where: string): Promise<void> {
  const found = await page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) =>
      element.checkVisibility(),
    )
    const outline = ({ outerHTML }: HTMLElement) => outerHTML.slice(0, 140)
    const hides = (element: Element) => getComputedStyle(element).overflowX !== 'visible'
    const isHidden = ({ parentElement }: HTMLElement): boolean =>
      parentElement !== null &&
      parentElement !== document.body &&
      (hides(parentElement) || isHidden(parentElement))
    const { scrollWidth, clientWidth } = document.documentElement
    const outside = all.filter((element) => {
      const { left, right, width, height } = element.getBoundingClientRect()
      return width > 1 && height > 1 && (left < -1 || right > clientWidth + 1) && !isHidden(element)
    })
    const cut = all.filter((element) => {
      const { overflowX, textOverflow } = getComputedStyle(element)
      const isBox = element.clientWidth > 1 && element.clientHeight > 1
      return (
        isBox &&
        overflowX === 'hidden' &&
        textOverflow !== 'ellipsis' &&
        element.scrollWidth > element.clientWidth + 1
      )
    })
    return { tooWide: scrollWidth - clientWidth, outside: outside.map(outline), cut: cut.map(outline) }
  })
  expect.soft(found, where).toEqual({ tooWide: 0, outside: [], cut: [] })
}
