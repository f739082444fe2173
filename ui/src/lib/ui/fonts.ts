// Whose fonts the window has. Which they are is in `tokens.css`.

/** Has the page ask only for fonts that this system may have. To be called before anything is drawn. */
export function chooseFonts(page: HTMLElement, userAgent: string = navigator.userAgent): void {
  if (/\bLinux\b|\bX11\b/.test(userAgent)) page.dataset.fonts = 'fontconfig';
}
