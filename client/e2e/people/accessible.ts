import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** What axe finds on the page as it is: for each rule, the elements and what to do. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.map(({ id, help, nodes }) => ({
    rule: id,
    help,
    where: nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`),
  }))
  expect.soft(found, where).toEqual([])
}

/** Nothing is wider than the page, and no line of text is cut off at its edge. */
export async function expectFits(page: Page, where: string): Promise<void> {
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const outside = [...document.querySelectorAll<HTMLElement>('main *, header *, footer *')].filter(
      (element) => {
        const { left, right, width, height } = element.getBoundingClientRect()
        return width > 1 && height > 1 && (left < -1 || right > clientWidth + 1)
      },
    )
    return {
      tooWide: scrollWidth - clientWidth,
      outside: outside.map(({ outerHTML }) => outerHTML.slice(0, 120)),
    }
  })
  expect.soft(wide, where).toEqual({ tooWide: 0, outside: [] })
}
