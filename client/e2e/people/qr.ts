import { expect, type Page } from '@playwright/test'
import { qrPath } from '../../src/components/qr-path.ts'
import { m } from '../../src/paraglide/messages.js'

/** The address that the QR code on a screen opens: it must be this one, module by module. */
export async function addressOfQr(page: Page, expected: string): Promise<string> {
  const code = page.getByRole('img', { name: m.screen_join_qr({}, { locale: 'en' }) })
  await expect(code).toBeVisible()
  await expect(code.locator('path').last()).toHaveAttribute('d', qrPath(expected).path)
  return expected
}
