// The time as the core has it, ticking each second while the window can be seen. The only reader of the time in the
// window: everything that counts down derives from `clock.now`, so nothing is refetched to tick.

const SECOND = 1000;

export class Clock {
  now = $state(Date.now());
  #offset = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;
  readonly #onVisibility = () => {
    if (document.visibilityState === 'visible') this.start();
    else this.#pause();
  };

  /** Sets the clock to what the core says it is. */
  sync(now: number): void {
    this.#offset = now - Date.now();
    this.now = now;
  }

  start(): void {
    document.addEventListener('visibilitychange', this.#onVisibility);
    this.#pause();
    this.#tick();
  }

  stop(): void {
    document.removeEventListener('visibilitychange', this.#onVisibility);
    this.#pause();
  }

  #tick = (): void => {
    const now = Date.now() + this.#offset;
    this.now = now;
    // On the full second, so that all that counts down steps together and no second is skipped.
    this.#timer = setTimeout(this.#tick, SECOND - (now % SECOND));
  };

  #pause(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

export const clock = new Clock();
