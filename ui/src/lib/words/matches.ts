// What two leads have in common, in words.
import type { Match, MatchKind } from '$lib/api/generated';
import type { Words } from './fields';

const MATCHES: Record<MatchKind, string> = {
  referralId: 'match-referral-id',
  email: 'match-email',
  phone: 'match-phone',
  domainAndName: 'match-domain-and-name',
};

export function matchText({ kind, value }: Match, t: Words['t']): string {
  return t(MATCHES[kind], { value });
}
