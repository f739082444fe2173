// A card under the pointer: from the press on it to the drop. Pointer events, because the system's own drag and drop
// excludes the dropping of files on some of them. What a drop means is the board's.
import type { LeadRow, StageKind } from '$lib/api/generated';

export interface Dragged {
  row: LeadRow;
  x: number;
  y: number;
  /** Where in the card it was taken, so that it does not jump. */
  dx: number;
  dy: number;
  width: number;
  over: StageKind | null;
}

/** As far as a hand moves that only clicks. */
const SLACK = 5;
/** So near to an edge of the board it is scrolled, in pixels, and so far at a time. */
const EDGE = 36;
const STEP = 14;

interface Board {
  root: () => HTMLElement | null;
  rowAt: (stage: StageKind, index: number) => LeadRow | undefined;
  drop: (row: LeadRow, to: StageKind) => void;
}

export class Drag {
  card = $state.raw<Dragged | null>(null);
  readonly #board: Board;
  #end: (() => void) | null = null;

  constructor(board: Board) {
    this.#board = board;
  }

  /** A press that may become a drag. */
  press(event: PointerEvent): void {
    const target = event.target instanceof Element ? event.target : null;
    const element = target?.closest<HTMLElement>('[role=row]');
    const stage = element?.closest<HTMLElement>('[data-stage]')?.dataset.stage as StageKind | undefined;
    if (event.button !== 0 || event.pointerType === 'touch' || !element || !stage || target?.closest('button')) return;
    const row = this.#board.rowAt(stage, Number(element.getAttribute('aria-rowindex')) - 1);
    if (!row) return;
    const box = element.getBoundingClientRect();
    const from = { x: event.clientX, y: event.clientY };

    const onMove = (move: PointerEvent) => {
      const { clientX: x, clientY: y } = move;
      if (!this.card && Math.hypot(x - from.x, y - from.y) < SLACK) return;
      const grip = { dx: from.x - box.left, dy: from.y - box.top, width: box.width };
      this.card = { row, x, y, ...grip, over: this.#over(x, y) };
      this.#scroll(x);
    };
    const onUp = () => {
      const dragged = this.card;
      this.cancel();
      if (!dragged) return;
      // The click that ends a drag chooses nothing.
      const swallow = (click: MouseEvent) => {
        if (click.target instanceof Node && this.#board.root()?.contains(click.target)) click.stopPropagation();
      };
      window.addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
      if (dragged.over) this.#board.drop(dragged.row, dragged.over);
    };
    const onKey = (key: KeyboardEvent) => {
      if (key.key !== 'Escape' || !this.card) return;
      key.preventDefault();
      key.stopPropagation();
      this.cancel();
    };
    const onCancel = () => this.cancel();
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', onCancel);
    window.addEventListener('blur', onCancel);
    window.addEventListener('keydown', onKey, { capture: true });
    this.#end = () => {
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', onCancel);
      window.removeEventListener('blur', onCancel);
      window.removeEventListener('keydown', onKey, { capture: true });
    };
  }

  cancel(): void {
    this.#end?.();
    this.#end = null;
    this.card = null;
  }

  #over(x: number, y: number): StageKind | null {
    for (const column of this.#board.root()?.querySelectorAll<HTMLElement>('[data-stage]') ?? []) {
      const box = column.getBoundingClientRect();
      if (x >= box.left && x < box.right && y >= box.top && y < box.bottom) return column.dataset.stage as StageKind;
    }
    return null;
  }

  #scroll(x: number): void {
    const root = this.#board.root();
    if (!root) return;
    const box = root.getBoundingClientRect();
    if (x < box.left + EDGE) root.scrollLeft -= STEP;
    else if (x > box.right - EDGE) root.scrollLeft += STEP;
  }
}
