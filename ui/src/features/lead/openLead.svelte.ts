/**
 * The lead that the pane shows: read when it is opened, read again when the core tells of a change, replaced by the
 * reply of an action. What is on the screen stays until what follows it is there, so nothing flickers.
 */
import { asCommandError, call, onDesk } from '$lib/api';
import type { ApiError, LeadDetail } from '$lib/api/generated';

export class OpenLead {
  /** The lead on the screen; while another one is being read still the one before. */
  lead = $state.raw<LeadDetail | null>(null);
  /** Why the lead that was asked for cannot be shown. */
  failure = $state.raw<ApiError | null>(null);
  #id = -1;
  /** Counts what was asked and what arrived, so that an overtaken answer is dropped. */
  #turn = 0;

  /** Shows the lead `id` from now on and listens to its changes; the returned function ends that. */
  open(id: number): () => void {
    this.#id = id;
    void this.refetch();
    return onDesk((event) => {
      if (event.event === 'changed' && (event.leads.length === 0 || event.leads.includes(id))) void this.refetch();
    });
  }

  async refetch(): Promise<void> {
    const turn = ++this.#turn;
    try {
      const lead = await call('get_lead', { id: this.#id });
      if (turn !== this.#turn) return;
      this.lead = lead;
      this.failure = null;
    } catch (reason) {
      if (turn !== this.#turn) return;
      this.failure = asCommandError(reason).error;
      if (this.failure.code === 'notFound') this.lead = null;
    }
  }

  /** Takes over the reply of an action, unless the pane has moved on to another lead. */
  replace(lead: LeadDetail): void {
    if (lead.id !== this.#id) return;
    this.#turn++;
    this.lead = lead;
    this.failure = null;
  }
}
