/**
 * A customer's address as people write it, and safe links to a person's mailbox and telephone.
 *
 * Nothing is opened here: the core opens a link and has the last word on which kinds it opens.
 */
import type { Customer } from '$lib/api/generated';

type Place = Pick<Customer, 'addressLine1' | 'addressLine2' | 'city' | 'state' | 'postalCode' | 'country'>;

/** Korean addresses run from the province down to the door and are written without commas. */
const LARGEST_FIRST = /[\uac00-\ud7a3]/;

/**
 * The lines of an address, empty parts left out.
 *
 * @param countryName turns an ISO code into a country's name; a code it does not know comes back as it is.
 */
export function addressLines(place: Place, countryName: (code: string) => string): string[] {
  const part = (text: string | null) => text?.trim() ?? '';
  const [line1, line2, city, state, postal] = [
    place.addressLine1,
    place.addressLine2,
    place.city,
    place.state,
    place.postalCode,
  ].map(part) as [string, string, string, string, string];
  const country = part(place.country) && countryName(part(place.country));
  if (LARGEST_FIRST.test(line1 + city)) {
    return [joined([state, city, line1], ' '), line2, joined([postal, country], ', ')].filter(Boolean);
  }
  return [line1, line2, joined([city, joined([state, postal], ' ')], ', '), country].filter(Boolean);
}

function joined(parts: string[], by: string): string {
  return parts.filter(Boolean).join(by);
}

/** A `mailto:` link to `email`, or null where it is no address. No header can be smuggled in by it. */
export function mailLink(email: string): string | null {
  const address = email.trim();
  const at = address.lastIndexOf('@');
  if (at < 1 || at === address.length - 1 || /\s/.test(address)) return null;
  return `mailto:${encodeURIComponent(address.slice(0, at))}@${encodeURIComponent(address.slice(at + 1))}`;
}

/** A `tel:` link to `phone`, or null where it holds no number. An extension (`x 12`, `ext. 12`, `내선 12`) is kept. */
export function phoneLink(phone: string): string | null {
  const [number = '', extension = ''] = phone.split(/(?:ext(?:ension)?\.?|x|내선)/i);
  const digits = number.replace(/\D/g, '');
  if (digits.length < 3) return null;
  const plus = /^[^\d]*\+/.test(number) ? '+' : '';
  const inner = extension.replace(/\D/g, '');
  return `tel:${plus}${digits}${inner && `;ext=${inner}`}`;
}
