// What a person, or a screen reader, finds in the page. Injected by the tests only; it changes nothing.
(() => {
  const implicit = { BUTTON: 'button', A: 'link', H1: 'heading', H2: 'heading', H3: 'heading', TEXTAREA: 'textbox', SELECT: 'combobox', DIALOG: 'dialog', SUMMARY: 'button' };
  const inputs = { radio: 'radio', checkbox: 'checkbox', number: 'spinbutton', button: 'button', submit: 'button' };
  const role = (e) => e.getAttribute('role') ?? (e.tagName === 'INPUT' ? (inputs[e.type] ?? 'textbox') : implicit[e.tagName]);
  const shown = (e) => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0;
  const said = (e) => {
    if (!e) return null;
    const copy = e.cloneNode(true);
    copy.querySelectorAll('[aria-hidden=true], kbd, style').forEach((part) => part.remove());
    return copy.textContent.replace(/\s+/g, ' ').trim();
  };
  const name = (e) => {
    const label = e.getAttribute('aria-label');
    if (label) return label;
    const by = e.getAttribute('aria-labelledby');
    if (by) return by.split(' ').map((id) => said(document.getElementById(id))).join(' ');
    if (e.labels?.length) return said(e.labels[0]);
    return said(e);
  };
  const topmost = () => [...document.querySelectorAll('dialog[open]')].at(-1) ?? document;
  const all = (wanted, called, scope = topmost()) =>
    [...(scope === document ? [] : [scope]), ...scope.querySelectorAll('*')].filter((e) => role(e) === wanted && shown(e) && (called === null || name(e) === called));
  // The pointer's next click is meant for `aimed`. One that comes down elsewhere, because the page has moved under the pointer since
  // the driver looked where the element lies, is kept from what it would have hit.
  let aimed = null;
  let missed = false;
  const aim = (e) => {
    if (e.matches(':disabled, [aria-disabled=true]')) return false;
    missed = false;
    aimed = e instanceof HTMLOptionElement ? null : e;
    return true;
  };
  const aimedElsewhere = () => {
    aimed = null;
    return missed;
  };
  // A toast may lie over what is meant, and stays as long as it offers an undo: a person scrolls, or puts it away.
  const uncover = (e) => {
    e.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = e.getBoundingClientRect();
    const over = document.elementFromPoint(left + width / 2, top + height / 2);
    over?.closest('.toast')?.querySelector('button:last-of-type').click();
  };
  const guard = (event) => {
    if (!aimed || !event.isTrusted) return;
    const path = event.composedPath();
    const meant = [aimed, aimed.control, ...(aimed.labels ?? [])].some((e) => e && path.includes(e));
    if (meant && !missed) return;
    missed = true;
    event.stopImmediatePropagation();
    event.preventDefault();
  };
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) window.addEventListener(type, guard, true);
  // What Tab can come to under this name.
  const reachable = (called) =>
    [...topmost().querySelectorAll('a, button, input, select, textarea, summary, [tabindex]')].some(
      (e) => e.tabIndex >= 0 && !e.disabled && shown(e) && name(e) === called,
    );
  window.__page = { all, name, said, shown, topmost, aim, aimedElsewhere, reachable, uncover };
})();
