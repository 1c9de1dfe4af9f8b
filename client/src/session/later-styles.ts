const loads = new Map<string, Promise<void>>()

/**
 * A part of the page that is loaded later, together with its styles; rejects when either cannot be loaded, and may then be
 * tried again. A build puts it around every `import()`, with files relative to the root of the site.
 */
export async function withStyles<Part>(
  load: () => Promise<Part>,
  files: readonly string[] = [],
): Promise<Part> {
  const [part] = await Promise.all([load(), ...files.map(loadStyle)])
  return part
}

function loadStyle(file: string): Promise<void> {
  const load =
    loads.get(file) ??
    link(`/${file}`).catch((error: unknown) => {
      loads.delete(file)
      throw error
    })
  loads.set(file, load)
  return load
}

function link(href: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const element = document.createElement('link')
    element.rel = 'stylesheet'
    element.href = href
    element.onload = () => resolve()
    element.onerror = () => {
      element.remove()
      reject(new Error(`${href} cannot be loaded`))
    }
    document.head.append(element)
  })
}
