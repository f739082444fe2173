// What two leads have in common, in words.
import type { Match, MatchKind } from '$lib/api/generated';
import type { Words } from './fields';

const MATCHES: Record<MatchKind, string> = {
  referralId: 'same-referral-id',
  email: 'same-email',
  phone: 'same-phone',
  domainAndName: 'same-domain-and-name',
};

export function matchText({ kind, value }: Match, t: Words['t']): string {
  return t(MATCHES[kind], { value });
}
