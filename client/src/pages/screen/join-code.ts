/** The address that the QR code carries: the code stands in the fragment, which no server logs. */
export function joinAddress(origin: string, joinCode: string): string {
  return `${origin}/join#${joinCode}`
}

/** `123 456 789`, to be read out and typed. */
export function spacedCode(joinCode: string): string {
  return joinCode.replaceAll(/(\d{3})(?=\d)/g, '$1 ')
}

/** The address to type, `floor.example.org/join`, in parts between which it may be broken: after a dot, before the path. */
export function addressParts(origin: string): readonly string[] {
  return `${new URL(origin).host}/join`.split(/(?<=\.)|(?=\/)/)
}
