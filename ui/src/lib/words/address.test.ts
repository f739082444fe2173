import { expect, it } from 'vitest';
import { addressLines, mailLink, phoneLink } from './address';

const nowhere = { addressLine1: null, addressLine2: null, city: null, state: null, postalCode: null, country: null };
const name = (code: string) => ({ US: 'United States', KR: '대한민국' })[code] ?? code;

it('an address reads as it is written in its country', () => {
  const redmond = { ...nowhere, addressLine1: 'One Example Way', city: 'Redmond', state: 'WA', postalCode: '98052' };
  expect(addressLines({ ...redmond, country: 'US' }, name), 'street first').toEqual([
    'One Example Way',
    'Redmond, WA 98052',
    'United States',
  ]);
  const seoul = { ...nowhere, addressLine1: '테헤란로 1', addressLine2: '7층', city: '강남구', state: '서울특별시' };
  expect(addressLines({ ...seoul, postalCode: '06164', country: 'KR' }, name), 'province first').toEqual([
    '서울특별시 강남구 테헤란로 1',
    '7층',
    '06164, 대한민국',
  ]);
  expect(addressLines({ ...nowhere, city: ' ', country: 'XX' }, name), 'what is empty is left out').toEqual(['XX']);
  expect(addressLines(nowhere, name), 'no address').toEqual([]);
});

it('a mail link carries an address and nothing else', () => {
  expect(mailLink('sue.smith@fabrikam.example'), 'plain').toBe('mailto:sue.smith@fabrikam.example');
  expect(mailLink('a@b.example?bcc=x@y.example&body=hi'), 'headers do not get through').toBe(
    'mailto:a%40b.example%3Fbcc%3Dx@y.example%26body%3Dhi',
  );
  expect(mailLink('nobody'), 'no address').toBeNull();
  expect(mailLink('a b@c.example'), 'blanks belong to no address').toBeNull();
});

it('a phone link carries digits, a plus and an extension', () => {
  expect(phoneLink('+1 (425) 555-0100'), 'decoration goes').toBe('tel:+14255550100');
  expect(phoneLink('02-555-0123 내선 45'), 'extension kept').toBe('tel:025550123;ext=45');
  expect(phoneLink('425 555 0100 ext. 7'), 'extension in English').toBe('tel:4255550100;ext=7');
  expect(phoneLink('javascript:alert(1)'), 'a text is no number').toBeNull();
});
