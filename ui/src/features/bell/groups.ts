// The bell's lines as they are shown: each reminder alone, or below the digest that it was told in. Newest first.
import type { Digest, Reminder, Reminders } from '$lib/api/generated';

export interface DigestGroup {
  digest: Digest;
  reminders: readonly Reminder[];
  /** How many leads of the digest are not in the bell: it holds only the newest lines. */
  more: number;
}

export type BellLine = { single: Reminder } | { group: DigestGroup };

export function bellLines({ reminders, digests }: Reminders): BellLine[] {
  const known = new Map(digests.map((digest) => [digest.id, digest]));
  const lines: BellLine[] = [];
  const begun = new Set<number>();
  for (const reminder of reminders) {
    const digest = reminder.digestId === null ? undefined : known.get(reminder.digestId);
    if (!digest) {
      lines.push({ single: reminder });
    } else if (!begun.has(digest.id)) {
      begun.add(digest.id);
      const told = reminders.filter((other) => other.digestId === digest.id);
      const leads = new Set(told.map((other) => other.leadId)).size;
      lines.push({
        group: { digest, reminders: told, more: Math.max(0, digest.fellDue + digest.expired - leads) },
      });
    }
  }
  return lines;
}
