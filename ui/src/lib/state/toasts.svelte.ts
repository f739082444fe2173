// Short messages at the foot of the window, at most one action each. A toast with a deadline (an undo offer) goes at that
// instant of the core's clock, and until then Ctrl+Z takes it too; one without goes after a few seconds that stand still
// while someone points at it.
import type { ErrorView } from '$lib/api/errors';
import { viewOf } from '$lib/api/errors';
import { asCommandError } from '$lib/api';
import { t } from '$lib/i18n';
import { undoOffers } from './undo.svelte';

export interface ToastOptions {
  text: string;
  tone?: ErrorView['tone'];
  action?: { label: string; run: () => void };
  /** When it goes, as an instant; the seconds until then are shown. */
  until?: number;
  /** Under which name the undo is offered to Ctrl+Z, where it may be offered from elsewhere too. */
  offer?: string;
}

export interface Toast extends ToastOptions {
  id: number;
}

const STAYS_SECONDS = 6;
const WITH_ACTION_SECONDS = 12;
const AT_MOST = 3;

export class ToastList {
  list = $state.raw<readonly Toast[]>([]);
  #lastId = 0;

  /** Shows a toast and returns its id. The oldest goes when there would be too many. */
  show(options: ToastOptions): number {
    const toast = this.#offered({ ...options, id: ++this.#lastId });
    this.list = [...this.list.filter((other) => other.text !== toast.text), toast].slice(-AT_MOST);
    return toast.id;
  }

  /** Tells that something failed. What failed is in the error; what to do is in its text. */
  failure(reason: unknown): number {
    const failed = asCommandError(reason);
    if (failed.error.code === 'internal') console.error(failed.message);
    const view = viewOf(failed.error);
    return this.show({ text: t(view.text, view.args), tone: view.tone });
  }

  /** With a deadline, the toast's action is an undo: whichever of toast and Ctrl+Z takes it, the other cannot any more. */
  #offered(toast: Toast): Toast {
    const { action, until } = toast;
    if (!action || until === undefined) return toast;
    const id = toast.offer ?? `toast ${toast.id}`;
    const run = () => {
      undoOffers.withdraw(id);
      this.dismiss(toast.id);
      action.run();
    };
    undoOffers.offer({ id, until, run });
    return { ...toast, action: { label: action.label, run } };
  }

  dismiss(id: number): void {
    this.list = this.list.filter((toast) => toast.id !== id);
  }

  clear(): void {
    this.list = [];
  }
}

/** For how many seconds a toast without a deadline stays. */
export function secondsShown(toast: Toast): number {
  return toast.action ? WITH_ACTION_SECONDS : STAYS_SECONDS;
}

export const toasts = new ToastList();
