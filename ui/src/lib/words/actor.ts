// Who did something, in words.
import type { Actor } from '$lib/api/generated';
import { t as spokenText } from '$lib/i18n';
import type { Words } from './fields';

export function actorName(actor: Actor, t: Words['t'] = spokenText): string {
  switch (actor.kind) {
    case 'user':
      return actor.name || t('history-by-user');
    case 'file':
      return actor.name;
    case 'hearth':
      return t('history-by-hearth');
  }
}
