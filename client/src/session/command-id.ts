const ID_BYTES = 16

/** A new id for a command: 128 random bits. `crypto.randomUUID` is missing on plain HTTP within a house. */
export function newCommandId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
