import { describe, expect, it } from 'vitest';
import { contactWindow, hasExpired, offered } from './contactWindow';

const HOUR = 3_600_000;
const received = Date.UTC(2026, 10, 20, 16, 2);
const lead = {
  stage: 'received' as const,
  receivedAt: received,
  flame: { endsAt: received + 72 * HOUR, contactedAt: null },
  contacted: null,
};

describe('the flame', () => {
  it('says how long ago the customer asked and how long is left', () => {
    const flame = contactWindow(lead, received + 41 * HOUR);
    expect(flame, '41 of 72 hours are gone').toEqual({
      state: 'hot',
      gone: 41 * HOUR,
      left: 31 * HOUR,
      share: 41 / 72,
    });
  });

  it('lapses at the very instant of its end', () => {
    expect(contactWindow(lead, received + 72 * HOUR - 1).state, 'one millisecond is still inside').toBe('hot');
    expect(contactWindow(lead, received + 72 * HOUR).state, 'the end is the first instant outside').toBe('lapsed');
  });

  it('goes out when somebody contacted the customer, also after it lapsed', () => {
    const contacted = { at: received + HOUR, way: 'phone' as const, note: null };
    expect(contactWindow({ ...lead, contacted }, received + 80 * HOUR), 'the contact is what is told').toEqual({
      state: 'contacted',
      contacted,
    });
  });

  it('never burns for a lead that is answered or whose customer did not ask', () => {
    expect(contactWindow({ ...lead, stage: 'accepted' }, received).state, 'accepted is answered').toBe('none');
    expect(contactWindow({ ...lead, flame: null }, received).state, 'nobody asked').toBe('none');
  });

  it('holds still when the clock stands before the lead was received', () => {
    expect(contactWindow(lead, received - HOUR), 'no negative progress').toMatchObject({ share: 0 });
  });
});

describe('the actions of a stage', () => {
  const names = (stage: 'received' | 'accepted' | 'archived', now: number) =>
    Object.entries(offered({ stage, respondBy: received + 336 * HOUR }, now))
      .filter(([, may]) => may)
      .map(([name]) => name);

  it('are those of the lifecycle', () => {
    expect(names('received', received), 'Received').toEqual([
      'accept',
      'decline',
      'contacted',
      'snooze',
      'followUp',
      'favorite',
    ]);
    expect(names('accepted', received), 'Accepted').toEqual([
      'edit',
      'employees',
      'won',
      'lost',
      'contacted',
      'snooze',
      'followUp',
      'favorite',
    ]);
    expect(names('archived', received), 'Archived keeps only the heart').toEqual(['favorite']);
  });

  it('vanish at respond-by, before the core has said so', () => {
    const now = received + 336 * HOUR;
    expect(names('received', now), 'an expired lead cannot be saved by a late click').toEqual(['favorite']);
    expect(hasExpired({ stage: 'received', respondBy: now }, now), 'respond-by is the first lost instant').toBe(true);
    expect(hasExpired({ stage: 'accepted', respondBy: now }, now), 'an answered lead does not expire').toBe(false);
  });
});
