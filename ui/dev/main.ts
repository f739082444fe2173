// The window on the fake core, to look at while designing: `npm run dev`, then /dev/?scene=desk&theme=dark&lang=ko. With
// `axe=1` the violations that axe-core finds are written into the page. Not part of the build.
import { mount } from 'svelte';
import '../src/lib/ui/tokens.css';
import '../src/lib/ui/base.css';
import App from '../src/App.svelte';
import { useBackend } from '$lib/api';
import { FakeBackend } from '$lib/api/fake';
import type { ApiError, LanguageChoice, ThemeChoice } from '$lib/api/generated';
import { HOUR } from '$lib/format';
import * as importing from './importScenes';
import { laidOut, listScenes } from './listScenes';
import { Million } from './million';
import { keyScenes } from './keyScenes';
import { bell, notices, plannedDay } from './scenes';
import { manyScenes } from './manyScenes';
import { pairs, twins, twinScenes } from './twins';
import { savedViews, viewScenes } from './viewScenes';

const query = new URLSearchParams(location.search);
const scene = query.get('scene') ?? 'desk';
const now = Date.now();

const troubles: Record<string, ApiError> = {
  corrupt: {
    code: 'corrupt',
    path: '/home/alex/.local/share/hearth/hearth.db',
    detail: 'database disk image is malformed',
  },
  newer: { code: 'newerFile', path: '/home/alex/.local/share/hearth/hearth.db', found: 9, known: 3 },
};
const trouble = troubles[scene];
/** Leads that may be the same stand in the list only where a scene needs them. */
const twinned = /^(dupl|merge|likely|export|select|desk-menu|lead-menu|print)/.test(scene);
const trayless = ['closing-no-tray', 'settings-no-tray', 'minimised'].includes(scene);

const fake = new (scene.startsWith('million') ? Million : FakeBackend)({
  now,
  leads: scene === 'first' ? [] : [...plannedDay(now), ...(twinned ? twins(now) : [])],
  pairs: scene === 'duplicates-none' ? [] : pairs,
  settings: {
    theme: (query.get('theme') ?? 'light') as ThemeChoice,
    language: (query.get('lang') ?? 'en') as LanguageChoice,
  },
  ...bell(now),
  ...(scene === 'paused' ? { pausedUntil: now + 14 * HOUR } : {}),
  notices: notices(now),
  nextAlarmAt: now + 3 * HOUR + 12 * 60_000,
  bootstrap: {
    ...(trouble ? { database: { state: 'trouble', error: trouble } } : {}),
    ...(trayless ? { tray: false, startWithComputer: null } : {}),
    ...(scene === 'silent' ? { notificationsFailure: 'The name org.freedesktop.Notifications was not provided' } : {}),
  },
});
useBackend(fake);
fake.arranged.views = savedViews(query.get('lang') === 'ko');
if (scene.startsWith('view')) fake.arranged.layout.startView = 3;
if (/columns|dense/.test(scene)) fake.arranged.layout = laidOut(scene);
fake.imports.imports = importing.pastImports(now);
fake.imports.undo.set(31, importing.undo(now));
fake.imports.mappings.set('Trade fair', importing.fairMapping).set('전시회 명단', importing.fairMapping);
if (scene.startsWith('arrivals')) fake.imports.arrivals = importing.arrivals(now);
// As the zoom keys keep it: see `state/viewport`.
localStorage.setItem('hearth-zoom', query.get('zoom') ?? '1');
if (scene === 'upgrading') {
  const call = fake.call.bind(fake);
  fake.call = (command, request) => (command === 'start_desk' ? new Promise(() => undefined) : call(command, request));
  setTimeout(() => fake.emit({ event: 'upgrading', percent: 62 }), 100);
}
const target = document.getElementById('app');
if (target) mount(App, { target });

const press = (label: RegExp) =>
  [...document.querySelectorAll<HTMLElement>('button')]
    .find((button) => label.test(button.ariaLabel ?? button.textContent?.trim() ?? ''))
    ?.click();
const key = (name: string, shiftKey = false) =>
  window.dispatchEvent(new KeyboardEvent('keydown', { key: name, shiftKey, bubbles: true }));
const open = (id: number) => fake.emit({ event: 'openLead', id });
/** Does one thing after the other, with time to answer in between. */
const chain = async (...steps: (() => void)[]) => {
  for (const step of steps) {
    step();
    await new Promise((goOn) => setTimeout(goOn, 150));
  }
};
/** Chooses in whichever of the two choices over the list has that value. */
const choose = (value: string) => {
  for (const select of document.querySelectorAll('select')) {
    if (![...select.options].some((option) => option.value === value)) continue;
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }
};
const type = (text: string) => {
  const input = document.querySelector<HTMLInputElement>('.search input');
  if (!input) return;
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
};
const scroll = (top: number) => setTimeout(() => document.querySelector('dialog .body')?.scrollTo({ top }), 200);
const openAlarm = (top = 0) => {
  press(/^(Settings|설정)/);
  setTimeout(() => {
    document.querySelectorAll<HTMLElement>('dialog [role=tab]')[1]?.click();
    scroll(top);
  }, 100);
};
const test = () => {
  openAlarm();
  setTimeout(() => document.querySelector<HTMLElement>('[role=tabpanel] section:last-of-type button')?.click(), 200);
  scroll(2000);
  setTimeout(() => scroll(2000), 300);
};
/** The wizard at each of its steps, and what else there is of imports. */
function importScenes(): Record<string, () => void> {
  const goOn = () => press(/^(Continue|계속)$/);
  const write = () => press(/^(Import [0-9,]+ leads?|잠재 고객 [0-9,]+건 가져오기)/);
  const filter = (label: RegExp) => () =>
    [...document.querySelectorAll<HTMLElement>('.tiles button')]
      .find((tile) => label.test(tile.textContent ?? ''))
      ?.click();
  const start = (draft: ReturnType<typeof importing.single>) => () => fake.imports.offer(draft);
  const hold = () => void (fake.imports.held = true);
  const { single, mixed, nothingNew } = importing;
  const openImport = () => {
    press(/^(Settings|설정)/);
    setTimeout(() => document.querySelectorAll<HTMLElement>('dialog [role=tab]')[2]?.click(), 100);
  };
  return {
    'import-menu': () => press(/^(Import leads|잠재 고객 가져오기)$/),
    'import-files': start(mixed()),
    'import-mapping': () => void chain(start(single()), goOn),
    'import-mapping-known': () =>
      void chain(
        start(nothingNew()),
        () => document.querySelectorAll<HTMLElement>('dialog nav button')[1]?.click(),
        () => document.querySelector<HTMLElement>('dialog summary')?.click(),
      ),
    'import-mapping-wrong': () => {
      const draft = single();
      const file = draft.files[0];
      if (!file?.look) return;
      const columns = importing.fairMapping.columns.map((column, at) => ({
        ...column,
        column:
          at === 0 ? null : at === 3 ? ('contactTitle' as const) : at === 5 ? ('received' as const) : column.column,
      }));
      draft.files = [
        { ...file, look: { ...file.look, mapping: { ...importing.fairMapping, columns, dateOrder: 'monthDayYear' } } },
      ];
      void chain(start(draft), goOn, () => document.querySelectorAll<HTMLElement>('[role=combobox]')[2]?.click());
    },
    'import-mapping-saved': () => void chain(start(single()), goOn, () => press(/^(Saved mappings|저장된 매핑)/)),
    'import-comparing': () => void chain(hold, start(single()), goOn, goOn),
    'import-check': () => void chain(start(mixed()), goOn, goOn),
    'import-doubtful': () => void chain(start(single()), goOn, goOn, filter(/doubtful|확인 필요/)),
    'import-updated': () => void chain(start(single()), goOn, goOn, filter(/updated|업데이트/)),
    'import-refused': () => void chain(start(single()), goOn, goOn, filter(/refused|거부/)),
    'import-nothing': () => void chain(start(nothingNew()), goOn, goOn),
    'import-writing': () => void chain(start(single()), goOn, goOn, hold, write),
    'import-done': () => void chain(start(mixed()), goOn, goOn, write),
    imports: () => {
      void chain(
        () => press(/^(Import leads|잠재 고객 가져오기)$/),
        () => [...document.querySelectorAll<HTMLElement>('[role=menuitem]')][1]?.click(),
      );
    },
    'imports-none': () => {
      fake.imports.imports = [];
      scenes.imports?.();
    },
    'imports-undo': () => {
      scenes.imports?.();
      setTimeout(() => document.querySelector<HTMLElement>('dialog li button')?.click(), 600);
    },
    'imports-undone': () => {
      scenes['imports-undo']?.();
      setTimeout(() => press(/^(Undo this import|이 가져오기 되돌리기)$/), 900);
    },
    watched: () => {
      fake.imports.watched = { path: '/home/alex/Documents/Leads', mapping: 'Trade fair', problem: null };
      openImport();
    },
    'watched-none': () => {
      fake.imports.mappings.clear();
      openImport();
    },
    'watched-problem': () => {
      fake.imports.watched = {
        path: '/mnt/share/Leads',
        mapping: null,
        problem: 'No such file or directory (os error 2)',
      };
      openImport();
    },
    'watched-bar': () => {
      fake.imports.watched = { path: '/mnt/share/Leads', mapping: null, problem: 'No such file or directory' };
      fake.emit({ event: 'watchChanged' });
    },
    arrivals: () => press(/^(Reminders|알림)/),
  };
}
const scenes: Record<string, () => void> = {
  ...twinScenes({ fake, press, key, open, chain }),
  ...importScenes(),
  ...manyScenes({ fake, press, key, open, chain }),
  ...viewScenes({ fake, press, type, chain }),
  ...listScenes({ press, chain }),
  ...keyScenes({ fake, press, chain }),
  bell: () => press(/^(Reminders|알림)/),
  'bell-end': () => {
    press(/^(Reminders|알림)/);
    setTimeout(() => document.querySelector('.popover')?.scrollTo({ top: 420 }), 300);
  },
  outbox: () => press(/^(Outbox|보낼)/),
  settings: () => press(/^(Settings|설정)/),
  snooze: () =>
    void chain(
      () => open(1),
      () => key('s'),
    ),
  custom: () =>
    void chain(
      () => open(1),
      () => key('s'),
      () => press(/^(Another time|다른 시간)/),
    ),
  question: () =>
    void chain(
      () => fake.change(1, { flame: { endsAt: now + 5 * HOUR, contactedAt: null } }),
      () => open(1),
      () => key('s'),
      () => press(/^(Next working|Tomorrow morning|내일 아침|다음 근무일)/),
    ),
  followup: () =>
    void chain(
      () => open(4),
      () => key('u'),
    ),
  plans: () => open(4),
  sorted: () => choose('followUp'),
  keys: () => window.dispatchEvent(new KeyboardEvent('keydown', { key: '?' })),
  add: () => press(/^(Add a lead|잠재 고객 추가)/),
  search: () => type('relecloud'),
  samples: () => void fake.call('add_samples', {}),
  closing: () => fake.emit({ event: 'closingAsked' }),
  'closing-no-tray': () => fake.emit({ event: 'closingAsked' }),
  'settings-no-tray': () => press(/^(Settings|설정)/),
  alarm: () => openAlarm(),
  'alarm-quiet': () => {
    const rules = fake.settings.alarm;
    const quietHours = { fromMinute: 20 * 60, toMinute: 8 * 60 };
    fake.settings = { ...fake.settings, alarm: { ...rules, quietHours, workingDays: [1, 2, 3, 4, 5] } };
    openAlarm(540);
  },
  'alarm-test': () => test(),
  'alarm-test-fails': () => {
    const detail = 'The name org.freedesktop.Notifications was not provided by any .service files';
    fake.notificationTest = { delivered: false, server: null, actions: false, problem: 'noServer', detail };
    test();
  },
  minimised: () => fake.emit({ event: 'keptMinimised' }),
  unwritten: () => fake.emit({ event: 'alarmTrouble', error: { code: 'diskFull' } }),
  outside: () => {
    const [lead] = fake.leads;
    if (!lead) return;
    const { id, revision } = lead;
    void fake
      .call('snooze_lead', { id, revision, until: now + HOUR, pastDeadline: false })
      .then(() => fake.emit({ event: 'doneOutside', id, action: 'snoozed' }));
  },
};

setTimeout(() => {
  scenes[scene]?.();
}, 400);

if (query.has('axe')) {
  setTimeout(async () => {
    const { default: axe } = await import('axe-core');
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 200)} | ${node.failureSummary?.replace(/\s+/g, ' ')}`),
    );
    const report = document.createElement('pre');
    report.id = 'axe';
    report.textContent = `AXE ${found.length}\n${found.join('\n')}\nEND`;
    document.body.append(report);
  }, 1500);
}
