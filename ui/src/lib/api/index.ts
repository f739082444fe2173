// How the window speaks with the core: one typed call, one stream of events. Which backend answers is set once at the
// start, by `main.ts` for the app and by the setup of a test for the fake.
import { asCommandError, type Backend, type Command, type Reply, type Request, type Unlisten } from './backend';
import type { DeskEvent } from './generated';

export { asCommandError, CommandError, type Backend, type Command, type Unlisten } from './backend';

let backend: Backend | null = null;
/** Who listens, each to the backend that was chosen then. */
const listening = new Set<{ to: Backend; handler: (event: DeskEvent) => void }>();
/** The backend whose events are handed on. */
let heard: Backend | null = null;

export function useBackend(chosen: Backend): void {
  backend = chosen;
}

function theBackend(): Backend {
  if (!backend) throw new Error('no backend was chosen');
  return backend;
}

/** Runs a command. Throws a `CommandError` and nothing else. */
export async function call<C extends Command>(command: C, request: Request<C>): Promise<Reply<C>> {
  try {
    return await theBackend().call(command, request);
  } catch (reason) {
    throw asCommandError(reason);
  }
}

/**
 * Listens to what the core tells. The returned function ends it. The core itself is listened to once, for as long as the window
 * is open: whoever comes later hears the very next event, and misses none that is told while a listening is being set up.
 */
export function onDesk(handler: (event: DeskEvent) => void): Unlisten {
  const own = { to: theBackend(), handler };
  listening.add(own);
  listen(own.to);
  return () => listening.delete(own);
}

function listen(to: Backend): void {
  if (heard === to) return;
  heard = to;
  to.listen((event) => {
    for (const own of [...listening]) if (own.to === to && listening.has(own)) own.handler(event);
  }).catch((reason: unknown) => {
    if (heard === to) heard = null;
    console.error('the desk events cannot be heard', reason);
  });
}
