// Taking a text of words and filters apart where it may be taken apart: what stands between quotes stays together. Pure; the
// core's grammar (`domain/search`) is what counts, this follows it.

const PIECES = {
  /** The parts of a query. */
  blanks: /(?:["“][^"”]*["”]?|[^\s"“])+/gu,
  /** The alternatives of a filter. */
  commas: /(?:["“][^"”]*["”]?|[^,"“])+/gu,
} as const;

export interface Piece {
  from: number;
  /** As it is written, its quotes too. */
  text: string;
}

export function piecesBetween(separators: keyof typeof PIECES, text: string): Piece[] {
  return [...text.matchAll(PIECES[separators])].map(({ 0: piece, index }) => ({ from: index, text: piece }));
}

export function unquoted(text: string): string {
  return text.replace(/["“”]/g, '');
}
