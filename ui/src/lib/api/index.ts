// How the window speaks with the core: one typed call, one stream of events. Which backend answers is set once at the
// start, by `main.ts` for the app and by the setup of a test for the fake.
import { asCommandError, type Backend, type Command, type Reply, type Request, type Unlisten } from './backend';
import type { DeskEvent } from './generated';

export { asCommandError, CommandError, type Backend, type Command, type Unlisten } from './backend';

let backend: Backend | null = null;

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

/** Listens to what the core tells. The returned function ends it, even while the listening is still being set up. */
export function onDesk(handler: (event: DeskEvent) => void): Unlisten {
  let ended = false;
  let unlisten: Unlisten | null = null;
  theBackend()
    .listen((event) => {
      if (!ended) handler(event);
    })
    .then((end) => {
      if (ended) end();
      else unlisten = end;
    })
    .catch((reason: unknown) => console.error('the desk events cannot be heard', reason));
  return () => {
    ended = true;
    unlisten?.();
  };
}
