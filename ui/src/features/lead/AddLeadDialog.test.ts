import { render, screen } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import { NOON } from '$lib/api/fake';
import { language } from '$lib/i18n';
import { toasts } from '$lib/state';
import AddLeadDialog from './AddLeadDialog.svelte';
import { core, dialog, send, settled, type } from './testing';

function open() {
  const fake = core();
  const told = { onclose: vi.fn(), onadded: vi.fn(), onremoved: vi.fn() };
  render(AddLeadDialog, { open: true, ...told });
  return { fake, ...told };
}

it('a lead typed in by hand is added and opened', async () => {
  const { fake, onclose, onadded } = open();
  await send();
  expect(screen.getAllByText('Please fill this in.').length, 'customer and need are required').toBe(2);
  await type(/Customer/, 'Tailspin Toys');
  await type(/What the customer needs/, 'E-commerce');
  await type('Estimated value', '60000');
  await send();
  const added = fake.leads[0];
  expect(added?.customer.name, 'it is there').toBe('Tailspin Toys');
  expect(added?.deal.value, 'in the currency of the language').toEqual({ amount: '60000', currency: 'USD' });
  expect(added?.receivedAt, 'received now').toBe(NOON);
  expect(onadded, 'the desk opens it').toHaveBeenCalledWith(added?.id);
  expect(onclose, 'and the form goes').toHaveBeenCalled();
});

it('adding can be taken back', async () => {
  const { fake, onremoved } = open();
  await type(/Customer/, 'Tailspin Toys');
  await type(/What the customer needs/, 'E-commerce');
  await send();
  const id = fake.leads[0]?.id;
  toasts.list.at(-1)?.action?.run();
  await settled();
  expect(fake.leads, 'no lead is left').toEqual([]);
  expect(onremoved, 'and the desk knows').toHaveBeenCalledWith(id);
});

it('the form speaks Korean and thinks in won', async () => {
  language.choose('ko');
  const { fake } = open();
  await type(/^고객 \*|^고객$/, '한빛소프트데이터');
  await type(/고객이 필요로 하는 것/, 'Teams 전화 시스템 도입');
  await type('예상 거래 금액', '9000000.5');
  await send();
  expect(dialog().textContent, 'the won has no decimals').toContain('이 통화에는 그렇게 작은 단위가 없습니다.');
  await type('예상 거래 금액', '9000000');
  await send();
  expect(fake.leads[0]?.deal.value?.currency, 'won').toBe('KRW');
});
