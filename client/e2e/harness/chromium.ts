import { existsSync } from 'node:fs'

/** Where Debian's package puts it; the variable CHROMIUM names another place. */
const DEBIAN_CHROMIUM = '/usr/bin/chromium'

/** The browser of the tests. Throws a sentence that says what to do where there is none: a missing browser is a failure. */
export function chromiumPath(): string {
  const path = process.env['CHROMIUM'] ?? DEBIAN_CHROMIUM
  if (existsSync(path)) return path
  throw new Error(
    `There is no Chromium at ${path}: install it with "apt-get install chromium fonts-inter fonts-noto-core", or set CHROMIUM to where it is.`,
  )
}

/** It runs in containers without a screen, and says nothing to anybody but us. */
export const chromiumArguments: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
