const PATIENCE_MS = 10_000

/**
 * The first value that `read` has, as soon as it has one; undefined when the patience ends. For what comes with a view
 * after a command was acknowledged, such as the id of somebody who was added.
 */
export function until<Value>(
  read: () => Value | undefined,
  patienceMs = PATIENCE_MS,
): Promise<Value | undefined> {
  return new Promise((resolve) => {
    const settle = (value: Value | undefined) => {
      clearTimeout(lateness)
      resolve(value)
      queueMicrotask(() => stop())
    }
    const lateness = setTimeout(() => settle(undefined), patienceMs)
    const stop = $effect.root(() => {
      $effect(() => {
        const value = read()
        if (value !== undefined) settle(value)
      })
    })
  })
}
