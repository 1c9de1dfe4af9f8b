/** The address that the QR code carries: the code stands in the fragment, which no server logs. */
export function joinAddress(origin: string, joinCode: string): string {
  return `${origin}/join#${joinCode}`
}

/** `123 456 789`, to be read out and typed. */
export function spacedCode(joinCode: string): string {
  return joinCode.replaceAll(/(\d{3})(?=\d)/g, '$1 ')
}
