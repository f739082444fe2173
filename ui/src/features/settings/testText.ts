// What a test notification came to, in plain words: what happened, and what the user can do if nothing was shown.
import type { NotificationProblem, NotificationTest } from '$lib/api/generated';
import { t } from '$lib/i18n';

const problems: Record<NotificationProblem, { happened: string; advice: string }> = {
  noBus: { happened: 'test-no-bus', advice: 'test-no-bus-advice' },
  noServer: { happened: 'test-no-server', advice: 'test-no-server-advice' },
  noAnswer: { happened: 'test-no-answer', advice: 'test-no-answer-advice' },
  refused: { happened: 'test-refused', advice: 'test-refused-advice' },
  doNotDisturb: { happened: 'test-do-not-disturb', advice: 'test-do-not-disturb-advice' },
};

export interface TestText {
  arrived: boolean;
  happened: string;
  /** What it means, or what to do. */
  more: string;
}

export function testText({ delivered, server, actions, problem }: NotificationTest): TestText {
  if (problem !== null) {
    const { happened, advice } = problems[problem];
    return { arrived: false, happened: t(happened), more: t(advice) };
  }
  if (!delivered) return { arrived: false, happened: t('test-not-delivered'), more: t('test-no-answer-advice') };
  return {
    arrived: true,
    happened: server === null ? t('test-delivered') : t('test-delivered-by', { server }),
    more: actions ? t('test-with-buttons') : t('test-without-buttons'),
  };
}
