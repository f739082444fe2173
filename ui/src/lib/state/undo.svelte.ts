// What can be taken back by Ctrl+Z. Each offer of a toast is kept here until its time is over, also when its toast was put
// away. Taking back is the offer's own; the newest is the one that is offered longest, for all are offered equally long.
import { SvelteMap } from 'svelte/reactivity';

export interface UndoOffer {
  /** Under which an offer replaces the one before, so that one action is not offered twice. */
  id: string;
  /** Until when, as an instant of the core. */
  until: number;
  run: () => void;
}

export class UndoOffers {
  readonly #offers = new SvelteMap<string, UndoOffer>();
  /** Actions that the core has not answered, and whose offer is still to come. */
  #underway: readonly Promise<unknown>[] = [];

  offer(offer: UndoOffer): void {
    // Anew at the end: of two that end together the later one is the newer.
    this.#offers.delete(offer.id);
    this.#offers.set(offer.id, offer);
  }

  has(id: string): boolean {
    return this.#offers.has(id);
  }

  withdraw(id: string): void {
    this.#offers.delete(id);
  }

  newest(now: number): UndoOffer | null {
    const open = [...this.#offers.values()].filter(({ until }) => until > now);
    return open.reverse().sort((one, other) => other.until - one.until)[0] ?? null;
  }

  /** Takes the newest back; returns whether there was one. */
  takeBack(now: number): boolean {
    const newest = this.newest(now);
    if (!newest) return false;
    this.withdraw(newest.id);
    newest.run();
    return true;
  }

  /** Notes an action that is on its way: whoever takes back meanwhile means this one. */
  expect(action: Promise<unknown>): void {
    const over = () => void (this.#underway = this.#underway.filter((other) => other !== action));
    this.#underway = [...this.#underway, action];
    action.then(over, over);
  }

  /** Until everything that is on its way is answered; at once where nothing is. */
  async settled(): Promise<void> {
    while (this.#underway.length > 0) await Promise.allSettled(this.#underway);
  }

  clear(): void {
    this.#offers.clear();
    this.#underway = [];
  }
}

export const undoOffers = new UndoOffers();
