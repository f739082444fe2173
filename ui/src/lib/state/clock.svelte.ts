// The time as the core has it, ticking while the window can be seen. The only reader of the time in the window:
// everything that counts down derives from `clock.now`, so nothing is refetched to tick.
//
// Minutes are the smallest that is shown, and what changes at an instant (a window that closes, a lead that expires) the
// core tells at that instant. So a tick a quarter of a minute is enough: one a second had WebKit paint all day long.

const TICK = 15_000;

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
    // On the full quarter, so that all that counts down steps together and no minute is skipped.
    this.#timer = setTimeout(this.#tick, TICK - (now % TICK));
  };

  #pause(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

export const clock = new Clock();
