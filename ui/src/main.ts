// Opens the window on the real core. Tests and the design page mount `App` on the fake one instead.
import { mount } from 'svelte';
import './lib/ui/tokens.css';
import './lib/ui/base.css';
import App from './App.svelte';
import { laterParts } from './laterParts.svelte';
import { useBackend } from '$lib/api';
import { tauriBackend } from '$lib/api/tauri';
import { chooseFonts } from '$lib/ui/fonts';

useBackend(tauriBackend);
chooseFonts(document.documentElement);
const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');
mount(App, { target });
// While nobody waits: whatever is opened then is there at once.
setTimeout(() => void laterParts.ready(), 2000);
