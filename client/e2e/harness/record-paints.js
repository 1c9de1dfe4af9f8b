/**
 * Runs in a page before its own scripts: keeps which digits each frame painted, and since which frame a sign stands.
 * The document is read by a ResizeObserver: after all scripts of a frame have run and before it is painted, so what it
 * holds then is what that frame shows. Times are this page's `performance.now()`.
 */
;(() => {
  const SIGN = /Reconnecting/
  const paints = []
  const lastDigits = new Map()
  let isDirty = true
  let turnedAt = 0
  let hasSign = false

  const textOf = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data
    if (node.ariaHidden === 'true') return ''
    return [...node.childNodes].map(textOf).join('')
  }

  const read = () => {
    if (!isDirty || !document.body) return
    isDirty = false
    const paintedAt = performance.now()
    for (const timer of document.querySelectorAll('[role="timer"]')) {
      const digits = /^\+?\d+(:\d\d)+/.exec(textOf(timer).replace(/\s/g, ''))?.[0]
      const label = timer.ariaLabel
      if (digits === undefined || lastDigits.get(label) === digits) continue
      paints.push({ kind: lastDigits.has(label) ? 'digits' : 'first', label, digits, turnedAt, paintedAt })
      lastDigits.set(label, digits)
    }
    const sign = SIGN.test(document.body.textContent)
    if (sign !== hasSign)
      paints.push({ kind: sign ? 'sign' : 'no-sign', label: '', digits: '', turnedAt, paintedAt })
    hasSign = sign
  }

  /** Changes its size in every frame, so that its observer is called in every frame. */
  const pulse = document.createElement('div')
  pulse.style.cssText = 'position:fixed;inset:0 auto auto 0;block-size:1px;pointer-events:none'
  new ResizeObserver(read).observe(pulse)
  const frame = () => {
    if (!pulse.isConnected) document.documentElement?.append(pulse)
    pulse.style.inlineSize = pulse.style.inlineSize === '1px' ? '2px' : '1px'
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
  new MutationObserver((changes) => {
    if (changes.every(({ target }) => target === document.documentElement)) return
    if (!isDirty) turnedAt = performance.now()
    isDirty = true
  }).observe(document, { subtree: true, childList: true, characterData: true })

  globalThis.takePaints = () => paints.splice(0)
})()
