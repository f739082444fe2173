import { fireEvent, render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { breakable, languageOf } from './breaking';
import Dialog from './Dialog.svelte';
import DialogFoot from './DialogFoot.svelte';
import Text from './Text.svelte';
import { drawn, scrollToShow } from './windowing';

const form = createRawSnippet(() => ({
  render: () => '<div><input aria-label="name"><textarea aria-label="notes"></textarea></div>',
}));

describe('the window of a long list', () => {
  it('is the rows in sight and a few around them', () => {
    expect(drawn(6500, 650, 65, 1000, 6)).toEqual({ first: 94, last: 116 });
    expect(drawn(0, 650, 65, 3, 6), 'no more than there are').toEqual({ first: 0, last: 2 });
    expect(drawn(0, 650, 65, 0, 6), 'none').toEqual({ first: 0, last: -1 });
    expect(drawn(1e9, 650, 65, 10, 6), 'scrolled beyond the end').toEqual({ first: 0, last: 9 });
  });

  it('scrolls only as far as it must', () => {
    expect(scrollToShow(5, 0, 650, 65), 'already in sight').toBe(0);
    expect(scrollToShow(20, 0, 650, 65), 'below').toBe(21 * 65 - 650);
    expect(scrollToShow(2, 650, 650, 65), 'above').toBe(130);
  });
});

describe('a foreign text', () => {
  it('of a megabyte is cut until someone wants all of it', async () => {
    const { container } = render(Text, { text: 'a'.repeat(1_000_000), block: true });
    expect(container.textContent?.length, 'a paragraph of a megabyte makes a window crawl').toBeLessThan(6000);
    await fireEvent.click(screen.getByRole('button', { name: 'Show all' }));
    expect(container.textContent?.length).toBeGreaterThanOrEqual(1_000_000);
  });

  it('is never interpreted', () => {
    const { container } = render(Text, { text: '<script>alert(1)</script>' });
    expect(container.querySelector('script')).toBeNull();
    expect(container.textContent).toContain('<script>');
  });

  it('breaks an address at its joints, and stays that text', () => {
    const { container } = render(Text, { text: 'Write to sue.smith@customer.example, soon.' });
    expect(container.textContent?.trim()).toBe('Write to sue.smith@customer.example, soon.');
    const [line] = (container.querySelector('bdi')?.innerHTML ?? '').replaceAll(/<!--.*?-->/g, '').split('\n');
    expect(line, 'before the @ and the dots, and nowhere else').toBe(
      'Write to sue<wbr>.smith<wbr>@customer<wbr>.example, soon.',
    );
  });

  it('is broken by the rules of Korean where it is Korean, whatever the window speaks', () => {
    const { container } = render(Text, { text: '한빛물류 주식회사' });
    expect(container.querySelector('bdi')?.lang).toBe('ko');
    expect(
      breakable(`${'a'.repeat(2000)}@${'b'.repeat(2000)}`),
      'no hunt for joints in a text without end',
    ).toHaveLength(1);
    expect(languageOf('Fabrikam, Inc.'), 'the rules of the window').toBeUndefined();
  });
});

describe('a dialog', () => {
  function shown() {
    const onsubmit = vi.fn();
    const onclose = vi.fn();
    render(Dialog, { open: true, title: 'Question', onclose, onsubmit, children: form });
    return { onsubmit, onclose };
  }

  it('is sent by Ctrl+Enter from a long text', async () => {
    const { onsubmit } = shown();
    await fireEvent.keyDown(screen.getByLabelText('notes'), { key: 'Enter', ctrlKey: true });
    expect(onsubmit).toHaveBeenCalledOnce();
  });

  it('is not sent by the Enter that ends a syllable', async () => {
    const { onsubmit } = shown();
    const went = await fireEvent.keyDown(screen.getByLabelText('name'), { key: 'Enter', keyCode: 229 });
    expect(went, 'the browser does not send it either').toBe(false);
    expect(onsubmit).not.toHaveBeenCalled();
  });

  it('asks to be closed by Esc, and has its focus inside', async () => {
    const { onclose } = shown();
    expect(document.activeElement, 'the first field').toBe(screen.getByLabelText('name'));
    await fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }));
    expect(onclose).toHaveBeenCalledOnce();
  });
});

describe('the foot of a dialog', () => {
  const buttons = createRawSnippet(() => ({ render: () => '<button>Save</button>' }));

  it('asks in its place before something typed is dropped, the keyboard on the way back', async () => {
    const [onstay, onleave] = [vi.fn(), vi.fn()];
    const { rerender } = render(DialogFoot, { children: buttons });
    expect(screen.getByRole('button', { name: 'Save' })).toBeTruthy();
    const leaving = { question: 'Drop it?', stay: 'Go on', leave: 'Drop', onstay, onleave };
    await rerender({ leaving });
    expect(screen.getByRole('alert').textContent).toBe('Drop it?');
    expect(screen.queryByRole('button', { name: 'Save' }), 'one question at a time').toBeNull();
    await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Go on' })));
    const names = screen.getAllByRole('button').map((button) => button.textContent?.trim());
    expect(names, 'what is meant stands last, as everywhere').toEqual(['Drop', 'Go on']);
    await fireEvent.click(screen.getByRole('button', { name: 'Drop' }));
    expect([onleave.mock.calls.length, onstay.mock.calls.length]).toEqual([1, 0]);
  });
});
