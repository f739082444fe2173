// Actions on many leads in words: what each is called, what it would do, does and did, and why a lead is left out. Every
// text id is written out.
import type { BulkAction, BulkLead, BulkReport, BulkUndone, BulkVerb, WhyNot } from '$lib/api/generated';
import { t } from '$lib/i18n';
import type { Task } from './bulkForm';

interface ActionWords {
  title: string;
  /** What would happen to so many leads. */
  will: string;
  none: string;
  submit: string;
  running: string;
  done: string;
  /** Why a lead stays that is so already. */
  alreadySo: string;
}

type Meant = Task | 'clearCampaign';

const WORDS: Record<Meant, ActionWords> = {
  decline: {
    title: 'bulk-title-decline',
    will: 'bulk-will-decline',
    none: 'bulk-none-decline',
    submit: 'bulk-submit-decline',
    running: 'bulk-running-decline',
    done: 'bulk-done-decline',
    alreadySo: 'bulk-why-declined-already',
  },
  markContacted: {
    title: 'bulk-title-contacted',
    will: 'bulk-will-contacted',
    none: 'bulk-none-contacted',
    submit: 'bulk-submit-contacted',
    running: 'bulk-running-contacted',
    done: 'bulk-done-contacted',
    alreadySo: 'bulk-why-contacted-already',
  },
  favorite: {
    title: 'bulk-title-favorite',
    will: 'bulk-will-favorite',
    none: 'bulk-none-favorite',
    submit: 'bulk-submit-favorite',
    running: 'bulk-running-favorite',
    done: 'bulk-done-favorite',
    alreadySo: 'bulk-why-favorite-already',
  },
  unfavorite: {
    title: 'bulk-title-unfavorite',
    will: 'bulk-will-unfavorite',
    none: 'bulk-none-unfavorite',
    submit: 'bulk-submit-unfavorite',
    running: 'bulk-running-unfavorite',
    done: 'bulk-done-unfavorite',
    alreadySo: 'bulk-why-no-favorite-already',
  },
  addEmployee: {
    title: 'bulk-title-employee',
    will: 'bulk-will-employee',
    none: 'bulk-none-employee',
    submit: 'bulk-submit-employee',
    running: 'bulk-running-employee',
    done: 'bulk-done-employee',
    alreadySo: 'bulk-why-employee-already',
  },
  setCampaign: {
    title: 'bulk-title-campaign',
    will: 'bulk-will-campaign',
    none: 'bulk-none-campaign',
    submit: 'bulk-submit-campaign',
    running: 'bulk-running-campaign',
    done: 'bulk-done-campaign',
    alreadySo: 'bulk-why-campaign-already',
  },
  clearCampaign: {
    title: 'bulk-title-campaign',
    will: 'bulk-will-no-campaign',
    none: 'bulk-none-no-campaign',
    submit: 'bulk-submit-no-campaign',
    running: 'bulk-running-no-campaign',
    done: 'bulk-done-no-campaign',
    alreadySo: 'bulk-why-no-campaign-already',
  },
};

/** The words of an action; of its verb alone where a report came for what this window did not ask. */
export function wordsOf(action: BulkAction | BulkVerb): ActionWords {
  if (typeof action === 'string') return WORDS[action === 'setFavorite' ? 'favorite' : action];
  if (action.kind === 'setFavorite') return WORDS[action.favorite ? 'favorite' : 'unfavorite'];
  if (action.kind === 'setCampaign') return WORDS[action.campaignId === '' ? 'clearCampaign' : 'setCampaign'];
  return WORDS[action.kind];
}

export function titleOf(task: Task): string {
  return WORDS[task].title;
}

const WHY: Record<Exclude<WhyNot, 'alreadySo'> | 'received', string> = {
  received: 'bulk-why-received',
  accepted: 'bulk-why-accepted',
  archived: 'bulk-why-archived',
  pastRespondBy: 'bulk-why-past-respond-by',
  changedSince: 'bulk-why-changed-since',
  tooMany: 'bulk-why-too-many',
};

export function whyText(why: WhyNot, action: BulkAction): string {
  return t(why === 'alreadySo' ? wordsOf(action).alreadySo : WHY[why]);
}

/** The first customers by name, and how many more there are. */
export function exampleText(examples: readonly BulkLead[], count: number): string {
  const names = examples.map(({ customer }) => customer).join(', ');
  const more = count - examples.length;
  return more > 0 ? t('bulk-examples-more', { names, more }) : names;
}

/** What was done, and how many leads were left out. */
export function reportText({ verb, changed, leftOut }: BulkReport, action: BulkAction | null): string {
  if (changed === 0) return t('bulk-done-nothing');
  const left = leftOut.reduce((sum, { count }) => sum + count, 0);
  const done = t(wordsOf(action ?? verb).done, { count: changed });
  return left > 0 ? `${done} ${t('bulk-done-left-out', { count: left })}` : done;
}

export function undoneText({ restored, stayed }: BulkUndone): string {
  const told = [
    ...(restored > 0 || stayed === 0 ? [t('bulk-undone', { count: restored })] : []),
    ...(stayed > 0 ? [t('bulk-undone-stayed', { count: stayed })] : []),
  ];
  return told.join(' ');
}
