// A page as text, and a page made of it again: what can be seen, without a script and without data behind it.
(() => {
  /** What the page shows: its styles, and its elements with what scripts have set on them. */
  const seen = () => {
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText));
    const copy = document.documentElement.cloneNode(true);
    for (const script of copy.querySelectorAll('script, link, style, dialog')) script.remove();
    const attributes = [...copy.attributes].map(({ name, value }) => [name, value]);
    return { css: rules.join('\n'), body: copy.querySelector('body').outerHTML, attributes };
  };

  /** Shows it. Styles go in by way of scripts, for the policy of the window takes none that stand in the text. */
  const show = ({ css, body, attributes }) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
    for (const [name, value] of attributes) document.documentElement.setAttribute(name, value);
    const page = new DOMParser().parseFromString(body, 'text/html').body;
    const styles = [...page.querySelectorAll('[style]')].map((element) => [element, element.getAttribute('style')]);
    for (const [element] of styles) element.removeAttribute('style');
    document.body.replaceWith(document.adoptNode(page));
    for (const [element, style] of styles) element.style.cssText = style;
  };

  window.__still = { seen, show };
})();
