import Participant from './pages/participant/Participant.svelte'
import { mountPage } from './session/mount-page.ts'

mountPage(Participant)
