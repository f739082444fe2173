// What the parts of the fake core share: a handler for each command, and how one refuses.
import type { Command, Reply, Request } from '../backend';
import type { ApiError } from '../generated';

export type Handlers = { [C in Command]: (request: Request<C>) => Reply<C> };

export const refuse = (error: ApiError): never => {
  // A bare error, as the real core rejects with it.
  throw error;
};
