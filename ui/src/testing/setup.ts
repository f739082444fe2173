// What jsdom lacks and the window uses: modal dialogs, popovers, sizes and scrolling. A list is given room for ten rows.
import { cleanup, configure } from '@testing-library/svelte';
import { afterEach } from 'vitest';
import { language } from '$lib/i18n';
import { desk, layout, leads, reading, selection, toasts, undoOffers, views } from '$lib/state';
import { bulk } from '../features/bulk/bulk.svelte';
import { imports } from '../features/import/imports.svelte';

configure({ asyncUtilTimeout: 20_000 });

class RoomObserver implements ResizeObserver {
  constructor(private readonly callback: ResizeObserverCallback) {}
  observe(target: Element): void {
    this.callback([{ target } as ResizeObserverEntry], this);
  }
  unobserve(): void {
    // nothing is kept
  }
  disconnect(): void {
    // nothing is kept
  }
}

globalThis.ResizeObserver = RoomObserver;
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 650 });
HTMLDialogElement.prototype.showModal = function () {
  this.setAttribute('open', '');
};
HTMLDialogElement.prototype.close = function () {
  this.removeAttribute('open');
};
HTMLElement.prototype.showPopover = () => undefined;
HTMLElement.prototype.hidePopover = () => undefined;

afterEach(() => {
  cleanup();
  language.choose('en');
  delete document.documentElement.dataset.theme;
  localStorage.clear();
  toasts.clear();
  undoOffers.clear();
  desk.reset();
  leads.reset();
  reading.reset();
  views.reset();
  layout.reset();
  selection.clear();
  imports.reset();
  bulk.reset();
});
