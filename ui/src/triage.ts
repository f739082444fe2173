// From lead to lead: once one was worked, the one that followed it in the list is opened, wherever either of them stands by
// then: a list may or may not have been read anew when the form of an action closes.
import { leads } from '$lib/state';

/** Remembers what stands around the open lead; what it returns goes on to the next one, at the end of the list to the last. */
export function following(id: number): () => void {
  const index = leads.rowOf(id) ? leads.selectedIndex : -1;
  if (index < 0 || leads.selected !== id) return () => undefined;
  const ahead = leads.idsBetween(index + 1, index + 1);
  const behind = index > 0 ? leads.idsBetween(index - 1, index - 1) : Promise.resolve([]);
  return () => void goOn(id, index, ahead, behind);
}

async function goOn(from: number, index: number, ahead: Promise<number[]>, behind: Promise<number[]>): Promise<void> {
  const next = (await ahead)[0] ?? (await behind)[0];
  // Whoever has opened another lead meanwhile does not want to be led away.
  if (next === undefined || leads.selected !== from) return;
  const near = [index, index + 1, index - 1].find((place) => leads.row(place)?.id === next);
  if (near === undefined) await leads.open(next);
  else await leads.selectAt(near);
}
