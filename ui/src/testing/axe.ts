// What axe-core finds in what is on the screen, but for what needs a real layout: contrasts and sizes are looked at in a browser.
import axe from 'axe-core';

export async function violations(of: Element): Promise<string[]> {
  const found = await axe.run(of, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
