// The settings of the alarm as a person changes them, on the fake core.
import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { useBackend } from '$lib/api';
import { FakeBackend, type FakeDesk } from '$lib/api/fake';
import type { NotificationProblem, NotificationTest } from '$lib/api/generated';
import { desk, leads } from '$lib/state';
import Settings from './Settings.svelte';

async function open(given: FakeDesk = {}) {
  const fake = new FakeBackend(given);
  useBackend(fake);
  await desk.reloadSettings();
  await desk.refresh(leads);
  render(Settings);
  await fireEvent.click(screen.getByRole('button', { name: 'Settings' }));
  const tab = await screen.findByRole('tab', { name: 'Alarm' });
  await fireEvent.click(tab);
  return fake;
}

const group = (name: string) => screen.getByRole('group', { name });
const beforeLapse = () => group('Remind before the 72 hours are over');
const beforeExpiry = () => group('Remind before the lead expires');
const chips = (of: HTMLElement) =>
  within(of)
    .queryAllByRole('listitem')
    .map((chip) => chip.textContent?.trim());

async function add(to: HTMLElement, count: string, unit?: string) {
  if (unit) await fireEvent.change(within(to).getByLabelText('Hours or days'), { target: { value: unit } });
  const field = within(to).getByLabelText('How long before');
  await fireEvent.input(field, { target: { value: count } });
  await fireEvent.keyDown(field, { key: 'Enter' });
}

describe('the moments that remind', () => {
  it('are added and taken away, each saved at once', async () => {
    const fake = await open();
    expect(chips(beforeLapse()), 'as they are at first').toEqual([
      '24 hours before',
      '4 hours before',
      '1 hour before',
    ]);
    await add(beforeLapse(), '12');
    await waitFor(() => expect(fake.settings.alarm.hot.hoursBefore, 'saved').toEqual([24, 12, 4, 1]));
    await fireEvent.click(within(beforeLapse()).getByRole('button', { name: 'Remove: 4 hours before' }));
    await waitFor(() => expect(fake.settings.alarm.hot.hoursBefore, 'saved').toEqual([24, 12, 1]));
    await waitFor(() =>
      expect(document.activeElement, 'the keyboard stays at the next one').toBe(
        within(beforeLapse()).getByRole('button', { name: 'Remove: 1 hour before' }),
      ),
    );
  });

  it('of an answer can be counted in days', async () => {
    const fake = await open();
    await add(beforeExpiry(), '7', 'days');
    await waitFor(() => expect(fake.settings.alarm.respond.hoursBefore).toEqual([168, 72, 24]));
    expect(chips(beforeExpiry())[0]).toBe('7 days before');
  });

  it('that are too many or too far are refused at their field', async () => {
    const fake = await open();
    await add(beforeLapse(), '72');
    const field = within(beforeLapse()).getByLabelText('How long before');
    await waitFor(() => expect(field.getAttribute('aria-invalid'), 'the field is marked').toBe('true'));
    expect(within(beforeLapse()).getByRole('alert').textContent, 'what it may be').toContain('From 1 to 71 hours');
    expect(within(beforeExpiry()).queryByRole('alert'), 'the other one is right').toBeNull();
    expect(fake.called('save_settings'), 'nothing was sent').toBe(0);
  });

  it('that the core refuses are taken back and said at their field', async () => {
    const fake = await open();
    fake.fail('save_settings', {
      code: 'invalid',
      fields: [{ field: 'alarm.respond.hoursBefore', problem: 'outOfRange' }],
    });
    await add(beforeExpiry(), '5');
    await waitFor(() => expect(within(beforeExpiry()).getByRole('alert')).toBeTruthy());
    expect(chips(beforeExpiry()), 'as the core has them').toEqual(['3 days before', '1 day before']);
  });

  it('can all be taken away', async () => {
    const fake = await open({
      settings: { alarm: { ...new FakeBackend().settings.alarm, respond: { hoursBefore: [24], quiet: true } } },
    });
    await fireEvent.click(within(beforeExpiry()).getByRole('button', { name: 'Remove: 1 day before' }));
    await waitFor(() => expect(fake.settings.alarm.respond.hoursBefore).toEqual([]));
    expect(beforeExpiry().textContent, 'and that is said').toContain('No reminder');
  });
});

describe('quiet times', () => {
  it('are switched on for the night, and changed', async () => {
    const fake = await open();
    await fireEvent.click(screen.getByLabelText('Quiet hours'));
    await waitFor(() => expect(fake.settings.alarm.quietHours).toEqual({ fromMinute: 1200, toMinute: 480 }));
    const from = await screen.findByLabelText('From');
    expect((from as HTMLInputElement).value, 'as a time').toBe('20:00');
    expect(screen.getByText('of the next day'), 'it goes over midnight').toBeTruthy();
    await fireEvent.input(from, { target: { value: '1930' } });
    await fireEvent.change(from);
    await waitFor(() => expect(fake.settings.alarm.quietHours?.fromMinute, 'however typed').toBe(19 * 60 + 30));
    await fireEvent.click(screen.getByLabelText('Quiet hours'));
    await waitFor(() => expect(fake.settings.alarm.quietHours, 'off again').toBeNull());
  });

  it('that are no times are refused at their field', async () => {
    const quietHours = { fromMinute: 1200, toMinute: 480 };
    const fake = await open({ settings: { alarm: { ...new FakeBackend().settings.alarm, quietHours } } });
    const to = screen.getByLabelText('To');
    await fireEvent.input(to, { target: { value: 'morning' } });
    await fireEvent.change(to);
    expect(await screen.findByText('Type a time such as 20:00.')).toBeTruthy();
    await fireEvent.input(to, { target: { value: '20:00' } });
    await fireEvent.change(to);
    expect(await screen.findByText('From and to cannot be the same time.'), 'the core says so').toBeTruthy();
    expect(fake.settings.alarm.quietHours, 'nothing was saved').toEqual(quietHours);
  });

  it('leave at least one working day, and the week begins on Monday', async () => {
    const fake = await open();
    const days = within(group('Working days')).getAllByRole('button');
    expect(days.map((day) => day.title).slice(0, 2), 'spelled out for who points at it').toEqual(['Monday', 'Tuesday']);
    for (const day of days) await fireEvent.click(day);
    expect(await screen.findByText('At least one day has to be a working day.')).toBeTruthy();
    await waitFor(() => expect(fake.settings.alarm.workingDays, 'the last one stays').toEqual([7]));
    expect(days.at(-1)?.getAttribute('aria-pressed'), 'and is shown so').toBe('true');
  });

  it('can be left unheeded for customers who wait', async () => {
    const fake = await open();
    const [hot] = screen.getAllByLabelText('Respect quiet hours and days off');
    await fireEvent.click(hot as HTMLElement);
    await waitFor(() => expect(fake.settings.alarm.hot.quiet).toBe(false));
    expect(fake.settings.alarm.respond.quiet, 'answers still heed them').toBe(true);
  });
});

describe('this computer', () => {
  it('starts Hearth, where that can be set', async () => {
    const fake = await open();
    await fireEvent.click(screen.getByLabelText('Start Hearth with the computer'));
    await waitFor(() => expect(fake.bootstrap.startWithComputer).toBe(true));
  });

  it('says when it cannot', async () => {
    await open({ bootstrap: { startWithComputer: null } });
    const box = screen.getByLabelText('Start Hearth with the computer');
    expect((box as HTMLInputElement).disabled, 'nothing to switch').toBe(true);
    expect(screen.getByText('Hearth cannot set this on this computer.')).toBeTruthy();
  });

  it('that refuses to start Hearth is shown as it is', async () => {
    const fake = await open();
    fake.fail('set_start_with_computer', { code: 'systemRefused', detail: 'read-only' });
    const box = screen.getByLabelText('Start Hearth with the computer');
    await fireEvent.click(box);
    await waitFor(() => expect((box as HTMLInputElement).checked, 'it is not switched on').toBe(false));
  });

  it('is paused until tomorrow, and resumed', async () => {
    const fake = await open();
    await fireEvent.click(screen.getByRole('button', { name: 'Pause until tomorrow' }));
    await waitFor(() => expect(fake.pausedUntil).not.toBeNull());
    await desk.refresh(leads);
    await fireEvent.click(await screen.findByRole('button', { name: 'Resume' }));
    await waitFor(() => expect(fake.pausedUntil).toBeNull());
  });
});

describe('the test notification', () => {
  async function answered(over: Partial<NotificationTest>) {
    const fake = await open();
    fake.notificationTest = { ...fake.notificationTest, ...over };
    await fireEvent.click(screen.getByRole('button', { name: 'Send a test notification' }));
    await waitFor(() => expect(fake.called('send_test_notification')).toBe(1));
  }

  it('says who took it, and whether it has buttons', async () => {
    await answered({ server: 'dunst 1.9.0', actions: false });
    expect(await screen.findByText('The notification was delivered to dunst 1.9.0.')).toBeTruthy();
    expect(screen.getByText(/Notifications show no buttons here/)).toBeTruthy();
  });

  const problems: Record<NotificationProblem, [RegExp, RegExp]> = {
    noBus: [/no message bus/, /Start Hearth from your desktop/],
    noServer: [/No program on this desktop/, /install a notification program/],
    noAnswer: [/does not answer/, /Sign out and in again/],
    refused: [/refused the notification/, /Allow notifications from Hearth/],
    doNotDisturb: [/Do not disturb is on/, /Turn it off/],
  };

  for (const [problem, [happened, advice]] of Object.entries(problems)) {
    it(`that fails by ${problem} says what is wrong, what to do, and what the system says`, async () => {
      await answered({
        delivered: problem === 'doNotDisturb',
        problem: problem as NotificationProblem,
        detail: 'org.freedesktop.DBus.Error',
      });
      expect(await screen.findByText(happened), 'what is wrong').toBeTruthy();
      expect(screen.getByText(advice), 'what to do').toBeTruthy();
      expect(screen.getByText('org.freedesktop.DBus.Error').closest('details'), 'folded away').toBeTruthy();
    });
  }
});

describe('what closing the window does', () => {
  it('can be chosen without a tray too', async () => {
    const fake = await open({ bootstrap: { tray: false } });
    await fireEvent.click(screen.getByRole('tab', { name: 'General' }));
    const select = await screen.findByLabelText('When the window is closed');
    expect(within(select).queryByText(/in the tray/), 'no tray is offered').toBeNull();
    await fireEvent.change(select, { target: { value: 'keep' } });
    await waitFor(() => expect(fake.settings.keepInTray, 'it is minimised then').toBe(true));
  });
});
