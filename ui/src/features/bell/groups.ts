// The bell's lines as they are shown: each reminder alone, or below the digest that it was told in, and between them the
// files that came by the watched folder. Newest first.
import type { Arrival, Digest, Reminder, Reminders } from '$lib/api/generated';

export interface DigestGroup {
  digest: Digest;
  reminders: readonly Reminder[];
  /** How many leads of the digest are not in the bell: it holds only the newest lines. */
  more: number;
}

export type BellLine = { single: Reminder } | { group: DigestGroup } | { arrival: Arrival };

/** When a line was told. */
function toldAt(line: BellLine): number {
  if ('arrival' in line) return line.arrival.at;
  if ('group' in line) return line.group.digest.toldAt;
  return line.single.dueAt;
}

export function bellLines({ reminders, digests, arrivals }: Reminders): BellLine[] {
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
  // The reminders keep their order; each arrival goes before the first line that is older.
  for (const arrival of [...arrivals].sort((one, other) => one.at - other.at)) {
    const at = lines.findIndex((line) => toldAt(line) <= arrival.at);
    lines.splice(at < 0 ? lines.length : at, 0, { arrival });
  }
  return lines;
}
