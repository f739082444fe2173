// Work that the eye does not wait for: it is done once what was changed just now is on the screen.

/** A window that is hidden draws no frames; then it is done after so long, in milliseconds. */
const PATIENCE = 250;

/** Does `work` in the second frame from now: the first one draws what has changed. The returned function keeps it from being done. */
export function afterPaint(work: () => void): () => void {
  let frame = requestAnimationFrame(() => (frame = requestAnimationFrame(() => begin())));
  const late = setTimeout(() => begin(), PATIENCE);
  const forget = () => {
    cancelAnimationFrame(frame);
    clearTimeout(late);
  };
  const begin = () => {
    forget();
    work();
  };
  return forget;
}
