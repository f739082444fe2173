// How wide the list is beside the lead. Pure.
import type { DeskLayout } from '$lib/api/generated';
import { totalWidth } from './columns';

const NARROWEST = 300;
/** What is left to the lead at least. */
const LEAD = 420;
/** Room for the bar of the list, beside its rows. */
const BAR = 16;

export interface ListWidth {
  value: number;
  min: number;
  max: number;
}

/** As the user set it, else as it comes: a third of the room, and as far as there are columns, up to over a half. */
export function listWidthOf(
  { listWidth, columns }: Pick<DeskLayout, 'listWidth' | 'columns'>,
  room: number,
): ListWidth {
  const max = Math.max(NARROWEST, room - LEAD);
  const plain = Math.min(408, Math.max(340, room / 3));
  const wanted = columns.length === 0 ? plain : Math.max(plain, Math.min(totalWidth(columns) + BAR, room * 0.56));
  return { value: Math.round(Math.min(max, Math.max(NARROWEST, listWidth ?? wanted))), min: NARROWEST, max };
}
