// How the desk is laid when the window opens, and again when a trouble is over: with one question, whose answer is worn in one moment,
// so that the first screen is drawn once and whole. What the system offers is asked for when it has been drawn; what nobody sees
// until then begins with that question (src-tauri/src/start.rs).
import { desk, layout, leads, tellFailure, views } from '$lib/state';

export async function startDesk(): Promise<void> {
  const answer = await desk.ask({ ...leads.asked, list: null });
  if (!answer) return;
  const { bootstrap, first } = answer;
  desk.start(answer);
  if (first) {
    layout.start(first.layout);
    views.start(first.views, first.view, first.page);
  }
  // Unless it was started anew meanwhile.
  void drawn().then(() => (desk.bootstrap === bootstrap ? desk.reloadSettings().catch(tellFailure) : undefined));
}

/** The screen as it is now has been drawn; while the window is hidden, it will be. */
function drawn(): Promise<void> {
  return new Promise((then) => requestAnimationFrame(() => setTimeout(then, 0)));
}
