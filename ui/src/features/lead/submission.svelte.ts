/**
 * The sending of a form: at most once at a time, with what is wrong by field and what failed as a whole. What was typed
 * is not held here and so is never lost by a failure.
 */
import { asCommandError } from '$lib/api';
import type { ApiError } from '$lib/api/generated';
import type { Problems } from '$lib/forms/checks';

export class Submission {
  sending = $state(false);
  problems = $state.raw<Problems>({});
  /** What failed, unless it is a matter of single fields. */
  failure = $state.raw<ApiError | null>(null);
  /** Counts the tries that found mistakes, so that each of them moves the focus to the first. */
  refusals = $state(0);

  /** Sends the form once; `null` when it was not sent or failed. While one sending is on its way another does nothing. */
  async send<R>(problems: Problems, command: () => Promise<R>): Promise<R | null> {
    if (this.sending) return null;
    this.failure = null;
    if (this.#refuse(problems)) return null;
    this.sending = true;
    try {
      return await command();
    } catch (reason) {
      const { error } = asCommandError(reason);
      if (error.code === 'invalid') {
        this.#refuse(Object.fromEntries(error.fields.map(({ field, problem }) => [fieldOf(field), problem])));
      }
      if (error.code !== 'invalid' || error.fields.length === 0) this.failure = error;
      return null;
    } finally {
      this.sending = false;
    }
  }

  reset(): void {
    this.problems = {};
    this.failure = null;
  }

  #refuse(problems: Problems): boolean {
    this.problems = problems;
    const refused = Object.keys(problems).length > 0;
    if (refused) this.refusals++;
    return refused;
  }
}

/** A field of the deal is `deal.name` in the request and `name` in the form. */
function fieldOf(field: string): string {
  return field.replace(/^deal\./, '');
}
