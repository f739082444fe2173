// Saved views, filters and chips on the design page.
import type { FakeBackend } from '$lib/api/fake';
import type { View, ViewForm } from '$lib/api/generated';

interface Hands {
  fake: FakeBackend;
  press: (label: RegExp) => void;
  type: (text: string) => void;
  chain: (...steps: (() => void)[]) => Promise<void>;
}

const list: Omit<ViewForm, 'name' | 'query'> = {
  tab: 'all',
  stage: null,
  sort: 'received',
  descending: true,
  columns: [],
};

export function savedViews(korean: boolean): View[] {
  const named: [string, string, Partial<ViewForm>?][] = korean
    ? [
        ['이번 주에 연락할 고객', 'followup:due'],
        [
          '한국 제조업 고객 중 금액이 큰 잠재 고객',
          'country:KR value:>1000000',
          { tab: 'marketplace', stage: 'received' },
        ],
        ['응답 안 한 즐겨찾기', 'is:unanswered is:favorite'],
      ]
    : [
        ['Call back this week', 'followup:due'],
        ['Large manufacturing leads of the southern region', 'value:>10000', { tab: 'marketplace', stage: 'received' }],
        ['Favorites without an answer', 'is:unanswered is:favorite'],
      ];
  return named.map(([name, query, more], at) => ({
    id: at + 1,
    view: { ...list, name, query, ...more },
    leads: 0,
  }));
}

/** Each opens the desk as something was typed, chosen or saved. */
export function viewScenes({ fake, press, type, chain }: Hands): Record<string, () => void> {
  const filter = () => press(/^(Filter|필터)/);
  const field = (at: number) => () => document.querySelectorAll<HTMLElement>('.filters [role=tab]')[at]?.click();
  const chosen = 'country:DE,KR value:>10000 -is:contacted received:<30d is:unanswered stage:received ';
  const drawer = () => press(/^(Views|보기)$/);
  return {
    chips: () => type(chosen),
    'chips-problems': () => type('cuntry:KR value:lots type:inqury is:unanswered country: fabrikam'),
    'filter-state': () => void chain(() => type('is:unanswered -is:contacted '), filter),
    'filter-choice': () => void chain(() => type('type:inquiry '), filter, field(1)),
    'filter-reason': () => void chain(filter, field(4)),
    'filter-received': () => void chain(() => type('received:<7d '), filter, field(5)),
    'filter-purchase': () => void chain(filter, field(8)),
    'filter-value': () => void chain(() => type('value:10000..50000 '), filter, field(9)),
    'filter-country': () => void chain(() => type('country:DE '), filter, field(11)),
    nothing: () => type('is:lapsed relecloud'),
    'nothing-filters': () => type('type:sales stage:received value:>9000000'),
    view: () => void chain(() => document.querySelectorAll<HTMLElement>('.view')[1]?.click()),
    'view-changed': () =>
      void chain(
        () => document.querySelectorAll<HTMLElement>('.view')[1]?.click(),
        () => type('value:>20000 '),
      ),
    'view-menu': () => document.querySelectorAll<HTMLElement>('.dots')[1]?.click(),
    'view-save': () =>
      void chain(
        () => type('is:unanswered value:>10000 '),
        () => press(/^(Save as view|보기로 저장)/),
      ),
    'view-refused': () =>
      void chain(
        () => type('cuntry:KR'),
        () => press(/^(Save as view|보기로 저장)/),
        () => {
          const name = document.querySelector<HTMLInputElement>('dialog input');
          if (!name) return;
          name.value = 'Korea';
          name.dispatchEvent(new Event('input', { bubbles: true }));
        },
        () => document.querySelector<HTMLFormElement>('dialog form')?.requestSubmit(),
      ),
    'views-none': () => {
      fake.arranged.views = [];
      fake.emit({ event: 'changed', leads: [], reminders: false, settings: false });
    },
    'view-all': () => press(/^(All leads|모든 잠재 고객)/),
    drawer,
  };
}
