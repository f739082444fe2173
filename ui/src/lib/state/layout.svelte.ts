// How the desk is laid out: list or board, density, columns, widths, the side bar, the view it starts with. Read once, and written
// down soon after each change. What the columns are called and how they are drawn is the list's.
import { call } from '$lib/api';
import type { DeskLayout } from '$lib/api/generated';

const asItComes: DeskLayout = {
  look: 'list',
  density: 'roomy',
  columns: [],
  listWidth: null,
  sideBar: false,
  startView: null,
};

/** Changes that follow each other within this time, in milliseconds, are written down once: a width while it is dragged. */
const REST = 300;

export class Layout {
  value = $state.raw<DeskLayout>(asItComes);
  readonly #onFailure: (reason: unknown) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> = Promise.resolve();

  constructor(onFailure: (reason: unknown) => void = (reason) => console.error(reason)) {
    this.#onFailure = onFailure;
  }

  /** Takes what the core has kept. */
  start(kept: DeskLayout): void {
    this.value = kept;
  }

  change(part: Partial<DeskLayout>): void {
    this.value = { ...this.value, ...part };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.#saving = this.#saving.then(() => this.#save())), REST);
  }

  /** Forgets everything, as before it was read. */
  reset(): void {
    clearTimeout(this.#timer);
    this.value = asItComes;
  }

  /** One after the other, so that the last one is what is kept. */
  async #save(): Promise<void> {
    try {
      await call('save_desk_layout', this.value);
    } catch (reason) {
      this.#onFailure(reason);
    }
  }
}
