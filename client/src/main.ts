import { mount } from 'svelte'
import App from './App.svelte'
import { firstCatalogue } from './session/first-catalogue.ts'
import { openPastedLinks } from './session/pasted-links.ts'

const target = document.getElementById('app')
if (!target) throw new Error('the document has no element for the pages')
openPastedLinks()
void firstCatalogue.then(() => mount(App, { target }))
