// The palette, the overview of keys and the settings page of keys at each of their moments.
import type { FakeBackend } from '$lib/api/fake';
import type { LeadPage } from '$lib/api/generated';

interface Hands {
  fake: FakeBackend;
  press: (label: RegExp) => void;
  chain: (...steps: (() => void)[]) => Promise<void>;
}

const down = (key: string, more: KeyboardEventInit = {}) =>
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
  );
const write = (text: string) => {
  const input = document.querySelector<HTMLInputElement>('dialog input');
  if (!input) return;
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
};

export function keyScenes({ fake, press, chain }: Hands): Record<string, () => void> {
  /** As the core marks what it found. */
  const call = fake.call.bind(fake);
  fake.call = async (command, request) => {
    const reply = await call(command, request);
    if (command !== 'list_leads') return reply;
    const { query } = request as { query: string };
    for (const row of (reply as LeadPage).rows) {
      const at = query === '' ? -1 : row.customer.toLowerCase().indexOf(query.toLowerCase());
      if (at >= 0) row.hits.push({ field: 'customer', text: null, marks: [[at, at + query.length]] });
    }
    return reply;
  };
  const palette = () => void down('k', { ctrlKey: true });
  const typed = (text: string) => () => void chain(palette, () => write(text));
  const settings = () => press(/^(Settings|설정)/);
  const page = () => [...document.querySelectorAll<HTMLElement>('dialog [role=tab]')].at(-1)?.click();
  const keyOf = (name: RegExp) => () => {
    const button = [...document.querySelectorAll<HTMLElement>('dialog .key')].find((of) =>
      name.test(of.ariaLabel ?? ''),
    );
    button?.focus();
    button?.click();
  };
  const snooze = keyOf(/^(Snooze its|다시 알림:)/);
  return {
    palette: () => {
      localStorage.setItem('hearth-recent-actions', 'export favorite');
      palette();
    },
    'palette-lead': typed(document.documentElement.lang === 'ko' ? '대한' : 'fa'),
    'palette-action': typed('ㅅㄹ'),
    'palette-nothing': typed('zzzz'),
    overview: () => void down('?'),
    'settings-keys': () => void chain(settings, page),
    'settings-keys-listen': () => void chain(settings, page, snooze),
    'settings-keys-refused': () => void chain(settings, page, snooze, () => down('Tab')),
    'settings-keys-taken': () => void chain(settings, page, snooze, () => down('a')),
    'settings-keys-changed': () =>
      void chain(
        settings,
        page,
        snooze,
        () => down('Z', { shiftKey: true }),
        keyOf(/^(Decline|잠재 고객 거절)/),
        () => down('Backspace'),
      ),
  };
}
