// The parts of the window that are not on its first screen: their code is read when the first of them is needed, or a moment after
// the start while nobody waits, so that the first screen waits for none of it. What they are is in `parts`.
import { t } from '$lib/i18n';
import { toasts } from '$lib/state';
import type * as Parts from './parts';

export class LaterParts {
  /** `null` until their code is there. */
  here = $state.raw<typeof Parts | null>(null);
  readonly #read: () => Promise<typeof Parts>;
  #coming: Promise<boolean> | null = null;

  constructor(read: () => Promise<typeof Parts> = () => import('./parts')) {
    this.#read = read;
  }

  /** Reads the code unless it is there; whether it is. A failure is not told, and the next one who needs it tries again. */
  async ready(): Promise<boolean> {
    if (this.here) return true;
    this.#coming ??= this.#read()
      .then((parts) => {
        this.here = parts;
        return true;
      })
      .catch((reason: unknown) => {
        console.error('a part of the window cannot be read', reason);
        return false;
      })
      .finally(() => (this.#coming = null));
    return this.#coming;
  }

  /** The same for somebody who waits for it: a failure is told. */
  async need(): Promise<boolean> {
    const here = await this.ready();
    if (!here) toasts.show({ text: t('error-part-missing'), tone: 'danger' });
    return here;
  }
}

export const laterParts = new LaterParts();
