// How a change of the settings is saved: at once, each for itself, and what the core finds wrong is shown at its field.
import { asCommandError } from '$lib/api';
import type { AlarmRules, FieldProblem, Settings } from '$lib/api/generated';
import { desk, tellFailure } from '$lib/state';

export class SavedSettings {
  /** What is wrong, by the field's name as the core names it. */
  wrong = $state.raw<Readonly<Record<string, FieldProblem | undefined>>>({});

  async save(change: Partial<Settings>): Promise<void> {
    if (!desk.settings) return;
    this.wrong = {};
    try {
      await desk.save({ ...desk.settings, ...change });
    } catch (reason) {
      const { error } = asCommandError(reason);
      if (error.code !== 'invalid') return tellFailure(reason);
      this.wrong = Object.fromEntries(error.fields.map(({ field, problem }) => [field, problem]));
    }
  }

  async saveAlarm(change: Partial<AlarmRules>): Promise<void> {
    if (desk.settings) await this.save({ alarm: { ...desk.settings.alarm, ...change } });
  }

  /** Marks a field whose content is not even sent. */
  refuse(field: string, problem: FieldProblem): void {
    this.wrong = { ...this.wrong, [field]: problem };
  }

  forget(): void {
    this.wrong = {};
  }
}
