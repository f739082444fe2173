// What of the window is not on its first screen, in one piece of code of its own: see `laterParts`. Nothing else imports it, or it
// would be read before the first screen is drawn.
export { default as BoardDesk } from './BoardDesk.svelte';
export { default as LeadPane } from './features/lead/LeadPane.svelte';
export { default as PrintPage } from './features/print/PrintPage.svelte';
export { default as OverDesk } from './OverDesk.svelte';
