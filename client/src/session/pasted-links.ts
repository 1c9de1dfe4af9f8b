/**
 * A link pasted over the address of a page that is open already changes only the fragment, for which browsers load
 * nothing: whoever was told to open the whole link again would see nothing happen.
 */
export function openPastedLinks(): void {
  addEventListener('hashchange', () => {
    if (location.hash !== '') location.reload()
  })
}
