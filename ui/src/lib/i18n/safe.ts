// Foreign texts inside our sentences. A text that stands alone is shown by `lib/ui/Text` instead.
const bidiControls = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** A foreign text made harmless inside a sentence: it cannot turn the words around it. */
export function safe(text: string): string {
  const plain = text.replace(bidiControls, '');
  return rightToLeft.test(plain) ? `\u2068${plain}\u2069` : plain;
}
