import { mount } from 'svelte'
import App from './App.svelte'
import { openPastedLinks } from './session/pasted-links.ts'

const target = document.getElementById('app')
if (!target) throw new Error('the document has no element for the pages')
openPastedLinks()
mount(App, { target })
