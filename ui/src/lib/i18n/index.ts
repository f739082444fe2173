export { inAllLanguages, language, t, type Args, type Language } from './language.svelte';
