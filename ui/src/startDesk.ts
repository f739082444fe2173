// How the desk is laid when the window opens, and again when a trouble is over: the database, the layout, the first list.
import { desk, layout, leads, views } from '$lib/state';

export async function startDesk(): Promise<void> {
  await Promise.all([desk.start(), layout.load()]);
  if (desk.trouble) return;
  await Promise.all([desk.refresh(leads), showFirst()]);
}

/** The view that the user starts with; the leads that wait for an answer where there is none. Counts may come later. */
async function showFirst(): Promise<void> {
  const { startView } = layout.value;
  if (startView === null) {
    void views.refresh();
    return leads.show({});
  }
  await views.refresh();
  await (views.list.some(({ id }) => id === startView) ? views.show(startView) : leads.show({}));
}
