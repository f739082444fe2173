import { describe, expect, it } from 'vitest';
import { call, CommandError, onDesk, useBackend } from './index';
import { viewOf } from './errors';
import { FakeBackend } from './fake';

describe('a command that fails', () => {
  it('throws what the core said', async () => {
    useBackend(new FakeBackend({ leads: [] }));
    await expect(call('get_lead', { id: 1 })).rejects.toMatchObject({ error: { code: 'notFound' } });
  });

  it('is one kind of failure also when Tauri itself refuses with a plain text', async () => {
    const fake = new FakeBackend();
    useBackend(fake);
    fake.fail('get_lead', 'Command get_lead not allowed by ACL');
    const failure = await call('get_lead', { id: 1 }).catch((reason: unknown) => reason);
    expect(failure).toBeInstanceOf(CommandError);
    expect((failure as CommandError).error, 'an internal error without a report').toEqual({
      code: 'internal',
      reportId: '',
    });
    expect((failure as CommandError).message, 'its words are kept for the log').toContain('ACL');
  });

  it('has a text and a tone for every rule', () => {
    const past = viewOf({ code: 'notAllowed', why: { rule: 'pastRespondBy', respondBy: 0 } });
    expect(past.text).toBe('error-not-allowed-past-respond-by');
    expect(viewOf({ code: 'corrupt', path: '/a', detail: '' }).action, 'the trouble screen knows what to do').toBe(
      'trouble',
    );
  });
});

describe('listening', () => {
  it('ends at once, even before it has begun', async () => {
    const fake = new FakeBackend();
    useBackend(fake);
    const heard: string[] = [];
    onDesk((event) => heard.push(event.event))();
    await Promise.resolve();
    fake.emit({ event: 'openWaiting' });
    expect(heard, 'nobody listens any more').toEqual([]);
  });
});
