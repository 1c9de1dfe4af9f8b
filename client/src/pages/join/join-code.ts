const CODE_DIGITS = 9

/** The digits of a code as people type, paste or scan it: spaces, hyphens and whole links are taken in good part. */
export function codeDigits(text: string): string {
  const afterLink = text.includes('#') ? text.slice(text.indexOf('#') + 1) : text
  return afterLink.replace(/\D/g, '').slice(0, CODE_DIGITS)
}

/** As it is shown and read out: `123 456 789`, as far as it is typed, and never on two lines. */
export function spacedCode(digits: string): string {
  return digits.replace(/(\d{3})(?=\d)/g, '$1\u00a0')
}

export function isWholeCode(digits: string): boolean {
  return digits.length === CODE_DIGITS
}
