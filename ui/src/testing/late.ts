// A core that is slow to answer, as a busy computer makes it: the answers to one command are held back until the test lets them
// go. What was asked is done at once or when it is let go, as the test needs it.
import type { FakeBackend } from '$lib/api/fake';
import type { Command } from '$lib/api';

export interface Late {
  /** Lets the answer go that has waited longest, or the one at a place among those that wait. */
  answer: (at?: number) => Promise<void>;
  /** How many answers are held back. */
  held: () => number;
  /** Answers at once from now on, also what is held back. */
  end: () => Promise<void>;
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

/** @param done whether the core does what it is asked at once, and only says so late */
export function late(fake: FakeBackend, slow: Command, done = false): Late {
  const call = fake.call.bind(fake);
  const waiting: (() => void)[] = [];
  let over = false;
  const turn = () => (over ? Promise.resolve() : new Promise<void>((go) => waiting.push(go)));
  fake.call = async (command, request) => {
    if (command !== slow) return call(command, request);
    if (!done) await turn();
    try {
      return await call(command, request);
    } finally {
      if (done) await turn();
    }
  };
  return {
    answer: async (at = 0) => {
      waiting.splice(at, 1)[0]?.();
      await settled();
    },
    held: () => waiting.length,
    end: async () => {
      over = true;
      waiting.splice(0).forEach((go) => go());
      await settled();
    },
  };
}
