// What a bench does in the page, by the page's own clock. It looks and scrolls and types; it knows nothing of the code behind.
(() => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const grid = () => document.querySelector('#lead-list [role=grid]');

  /** The times between frames while `step` is called in each, for so long; what was not drawn in one. */
  const frames = async (box, milliseconds, step) => {
    const times = [];
    let blank = 0;
    let unread = 0;
    const begun = await frame();
    let before = begun;
    for (;;) {
      const now = await frame();
      times.push(now - before);
      before = now;
      if (now - begun >= milliseconds) break;
      // What the frame before this one showed.
      const { left, top, height } = box.getBoundingClientRect();
      let missing = false;
      let waiting = false;
      for (let part = 1; part < 8; part++) {
        const row = document.elementFromPoint(left + 40, top + (height * part) / 8)?.closest('[role=row]');
        if (!row) missing = true;
        else if (row.querySelector('[aria-busy=true]')) waiting = true;
      }
      blank += missing;
      unread += waiting;
      box.scrollTop = step((now - begun) / milliseconds, box);
    }
    return { times, blank, unread };
  };

  const speed = 160;
  /** Down by so much a frame, and up again from the end. */
  const wheel = () => {
    let down = true;
    return (_, box) => {
      const end = box.scrollHeight - box.clientHeight;
      if (box.scrollTop >= end) down = false;
      if (box.scrollTop <= 0) down = true;
      return box.scrollTop + (down ? speed : -speed);
    };
  };
  /** From end to end and back, as a hand drags the bar. */
  const drag = (part, box) => (box.scrollHeight - box.clientHeight) * (part < 0.5 ? 2 * part : 2 - 2 * part);

  /** A page that looks the same and does nothing: the rows that are in sight, over and over, so many of them. */
  const still = (many = 600) => {
    const live = grid();
    const rows = [...live.querySelectorAll('[role=row][aria-rowindex]')];
    const height = rows[0].offsetHeight;
    const box = live.cloneNode(false);
    const whole = document.createElement('div');
    whole.style.cssText = `position:relative;height:${many * height}px`;
    for (let at = 0; at < many; at++) {
      const copy = rows[at % rows.length].cloneNode(true);
      copy.style.transform = `translateY(${at * height}px)`;
      whole.append(copy);
    }
    box.append(whole);
    live.replaceWith(box);
    return { box, restore: () => box.replaceWith(live) };
  };

  const set = (input, text) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, text);
    input.dispatchEvent(new InputEvent('input', { bubbles: true, data: text.at(-1) ?? null, inputType: 'insertText' }));
  };
  /** Milliseconds from a letter to the frame in which `shown` holds. */
  const typed = async (input, text, shown, patience = 5000) => {
    await frame();
    const begun = performance.now();
    set(input, text);
    for (;;) {
      await frame();
      if (shown()) return (await frame()) - begun;
      if (performance.now() - begun > patience) throw new Error(`never shown: ${text}`);
    }
  };

  const invoke = (command, request) => window.__TAURI_INTERNALS__.invoke(command, { request });
  const timed = async (call) => {
    const begun = performance.now();
    await call();
    return performance.now() - begun;
  };

  window.__bench = { frame, frames, grid, wheel, drag, still, typed, set, invoke, timed };
})();
