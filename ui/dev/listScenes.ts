// The list in its shapes: `million`, `million-columns`, `million-dense`, `million-dense-columns`, and what is done with it.
import type { DeskLayout, ListColumn } from '$lib/api/generated';
import { leads, selection } from '$lib/state';
import { columns } from '../src/features/leads/columns';

export function laidOut(scene: string): DeskLayout {
  const many: ListColumn[] = ['timeLeft', 'value', 'received', 'city', 'country', 'contact', 'campaign', 'employees'];
  const few: ListColumn[] = ['timeLeft', 'value', 'city'];
  const chosen = scene.includes('many') ? many : scene.includes('columns') ? few : [];
  return {
    look: 'list',
    density: scene.includes('dense') ? 'dense' : 'roomy',
    columns: chosen.map((column) => ({ column, width: columns[column].width })),
    listWidth: null,
    sideBar: false,
    startView: null,
  };
}

interface Hands {
  press: (label: RegExp) => void;
  chain: (...steps: (() => void)[]) => Promise<void>;
}

export function listScenes({ press, chain }: Hands): Record<string, () => void> {
  const grid = () => document.querySelector<HTMLElement>('#lead-list [role=grid]');
  const all = () => selection.selectAll();
  return {
    'million-middle': () => void grid()?.scrollTo({ top: 4_000_000 }),
    'million-end': () => void grid()?.scrollTo({ top: 9_000_000 }),
    'million-side': () => void leads.selectAt(2),
    'million-columns-many-side': () => void grid()?.scrollTo({ left: 200 }),
    'million-all': all,
    'million-all-but': () =>
      void chain(
        all,
        () => selection.toggle(1),
        () => selection.toggle(3),
      ),
    'million-some': () =>
      void chain(
        () => selection.toggle(0),
        () => selection.toggle(2),
      ),
    'million-found': () => void leads.setQuery('민국'),
    'million-dense-found': () => void leads.setQuery('민국'),
    'million-menu': () => press(/^(Columns|열)$/),
    'million-stages': () => void leads.showStage(null),
  };
}
