// The scenes of the board and of actions on many leads.
import { fakeLead } from '$lib/api/fake';
import type { WhyNot } from '$lib/api/generated';
import type { Hands } from './twins';

const customers = ['Litware Health', '새봄의료재단', 'Contoso Pharmaceuticals', 'Relecloud', 'Trey Research'];
const some = (from: number) =>
  Array.from({ length: 5 }, (_, at) => ({ id: from + at, customer: customers[(from + at) % customers.length] ?? '' }));

export function manyScenes({ fake, press, key, open, chain }: Hands): Record<string, () => void> {
  const board = () => key('b');
  const select = [() => key('x'), () => key('ArrowDown', true), () => key('ArrowDown', true)];
  const menu = () => press(/^(Actions|작업)$/);
  const task = (at: number) => () => document.querySelectorAll<HTMLElement>('.selection [role=menuitem]')[at]?.click();
  const reason = () => document.querySelectorAll<HTMLElement>('dialog input[type=radio]')[1]?.click();
  const preview = () => press(/^(Preview|미리 보기)$/);
  const run = () => document.querySelector<HTMLElement>('dialog [type=submit]')?.click();
  const left = (why: WhyNot, count: number, from: number) => ({ why, count, examples: some(from) });
  const foreseen = () => {
    fake.bulk.foreseen = {
      total: 102_410,
      changed: 100_000,
      examples: some(0),
      notices: 100_000,
      leftOut: [left('accepted', 1204, 1), left('archived', 1197, 2), left('pastRespondBy', 9, 3)],
    };
  };
  const decline = [...select, menu, task(0), reason];
  const drag = (from: string, to: string) => () => {
    const card = document.querySelector(`[data-stage=${from}] [role=row]`);
    const column = document.querySelector(`[data-stage=${to}]`);
    if (!card || !column) return;
    const [start, end] = [card.getBoundingClientRect(), column.getBoundingClientRect()];
    const at = (x: number, y: number) => ({ bubbles: true, button: 0, pointerType: 'mouse', clientX: x, clientY: y });
    card.dispatchEvent(new PointerEvent('pointerdown', at(start.left + 60, start.top + 30)));
    window.dispatchEvent(new PointerEvent('pointermove', at(start.left + 80, start.top + 40)));
    window.dispatchEvent(new PointerEvent('pointermove', at(end.left + 90, end.top + 190)));
  };
  return {
    board,
    'board-many': () => {
      fake.leads = [...fake.leads, ...Array.from({ length: 3000 }, (_, at) => fakeLead({ id: 1000 + at }))];
      fake.settled([]);
      board();
    },
    'board-open': () => void chain(board, () => open(1)),
    'board-drag': () => void chain(board, drag('received', 'accepted')),
    'board-drag-close': () => void chain(board, drag('accepted', 'archived')),
    'board-drag-no': () => void chain(board, drag('archived', 'accepted')),
    'board-move': () => void chain(board, () => key('m')),
    'board-accept': () => void chain(board, () => key('a')),
    'board-refused': () => void chain(board, () => key('w')),
    'board-empty': () => {
      fake.leads = fake.leads.filter(({ stage }) => stage === 'received');
      fake.settled([]);
      board();
    },
    'bulk-menu': () => void chain(...select, menu),
    'bulk-decline': () => void chain(...decline),
    'bulk-contacted': () => void chain(...select, menu, task(1)),
    'bulk-employee': () => void chain(...select, menu, task(4)),
    'bulk-campaign': () => {
      for (const [at, campaignId] of ['Spring 2026', 'Fabrikam-Webinar-09', 'Spring 2026', '가을 웨비나'].entries()) {
        fake.change(at + 1, { deal: { ...fakeLead({ id: 1 }).deal, campaignId } });
      }
      void chain(...select, menu, task(5));
    },
    'bulk-preview': () => void chain(foreseen, ...decline, preview),
    'bulk-some': () => void chain(...decline, preview),
    'bulk-none': () => {
      for (const lead of fake.leads) fake.change(lead.id, { favorite: true });
      void chain(...select, menu, task(2));
    },
    'bulk-running': () => {
      fake.bulk.held = true;
      void chain(foreseen, ...decline, preview, run);
    },
    'bulk-bar': () => {
      fake.bulk.held = true;
      void chain(foreseen, ...decline, preview, run, () => press(/^(Go on working|계속 작업하기)$/));
    },
    'bulk-done': () => void chain(foreseen, ...decline, preview, run),
    'bulk-failed': () => void chain(...decline, () => fake.fail('foresee_bulk', { code: 'busy' }), preview),
  };
}
