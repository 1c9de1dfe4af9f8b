import Screen from './pages/screen/Screen.svelte'
import { mountPage } from './session/mount-page.ts'

mountPage(Screen)
