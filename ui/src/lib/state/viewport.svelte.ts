// How much room there is: the zoom that the user chose, and whether list and detail fit side by side. The zoom is kept
// in this computer's window storage, not in the settings: it belongs to the screen, not to the desk.

const STEPS = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2];
const KEPT_AS = 'hearth-zoom';
const NARROW_BELOW = 1000;
const SLIM_BELOW = 720;

export class Viewport {
  zoom = $state(1);
  #width = $state(1280);

  /** Too narrow for list and detail side by side. */
  get narrow(): boolean {
    return this.#width / this.zoom < NARROW_BELOW;
  }

  /** Too narrow for tabs, search and icons in one line. */
  get slim(): boolean {
    return this.#width / this.zoom < SLIM_BELOW;
  }

  /** Follows the window and the zoom keys until the returned function is called. */
  watch(): () => void {
    this.#width = window.innerWidth;
    const kept = Number(localStorage.getItem(KEPT_AS));
    this.setZoom(STEPS.includes(kept) ? kept : 1);
    const onResize = () => (this.#width = window.innerWidth);
    const onKey = (event: KeyboardEvent) => this.#onKey(event);
    window.addEventListener('resize', onResize);
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('resize', onResize);
      window.removeEventListener('keydown', onKey);
    };
  }

  setZoom(zoom: number): void {
    this.zoom = zoom;
    document.documentElement.style.zoom = String(zoom);
    localStorage.setItem(KEPT_AS, String(zoom));
  }

  zoomIn(): void {
    this.setZoom(STEPS.find((step) => step > this.zoom) ?? this.zoom);
  }

  zoomOut(): void {
    this.setZoom(STEPS.findLast((step) => step < this.zoom) ?? this.zoom);
  }

  #onKey(event: KeyboardEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    if (event.key === '+' || event.key === '=') this.zoomIn();
    else if (event.key === '-') this.zoomOut();
    else if (event.key === '0') this.setZoom(1);
    else return;
    event.preventDefault();
  }
}

export const viewport = new Viewport();
