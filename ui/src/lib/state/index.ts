// The one desk and the one list of this window.
import { desk } from './desk.svelte';
import { Layout } from './layout.svelte';
import { Leads } from './leads.svelte';
import { Reading } from './reading.svelte';
import { Selection } from './selection.svelte';
import { toasts } from './toasts.svelte';
import { Views } from './views.svelte';

export { clock } from './clock.svelte';
export { desk } from './desk.svelte';
export { toasts } from './toasts.svelte';
export { undoOffers } from './undo.svelte';
export { viewport } from './viewport.svelte';

/** Tells the user of a failure: on the trouble screen if nothing can go on, else in a toast. */
export function tellFailure(reason: unknown): void {
  if (!desk.failed(reason)) toasts.failure(reason);
}

export const leads = new Leads(tellFailure);

/** How the desk is laid out. */
export const layout = new Layout(tellFailure);

/** What is marked in that list. */
export const selection = new Selection(leads);

/** The query of that list, taken apart. */
export const reading = new Reading(leads, tellFailure);

/** The saved views, and which of them is shown. */
export const views = new Views(leads, layout, tellFailure);
