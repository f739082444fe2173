// What stands behind the window: the core through Tauri, or the fake of the tests. Nothing here knows which.
import type { ApiError, Commands, DeskEvent } from './generated';

export type Command = keyof Commands;
export type Request<C extends Command> = Commands[C]['request'];
export type Reply<C extends Command> = Commands[C]['reply'];
export type Unlisten = () => void;

export interface Backend {
  /** Rejects with whatever the other side threw: see `asCommandError`. */
  call<C extends Command>(command: C, request: Request<C>): Promise<Reply<C>>;
  listen(handler: (event: DeskEvent) => void): Promise<Unlisten>;
}

/** A command that failed. `error` says how; `message` is for the log, never for the user. */
export class CommandError extends Error {
  readonly error: ApiError;

  constructor(error: ApiError, message: string = error.code) {
    super(message);
    this.name = 'CommandError';
    this.error = error;
  }
}

/**
 * Makes one kind of failure of two: the core refuses with an `ApiError`, Tauri itself (a missing permission, a
 * request that cannot be read) with a plain string.
 */
export function asCommandError(reason: unknown): CommandError {
  if (reason instanceof CommandError) return reason;
  if (typeof reason === 'object' && reason !== null && 'code' in reason && typeof reason.code === 'string') {
    return new CommandError(reason as ApiError);
  }
  return new CommandError(
    { code: 'internal', reportId: '' },
    reason instanceof Error ? reason.message : String(reason),
  );
}
