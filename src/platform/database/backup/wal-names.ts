/** Pieces of the log have names of 24 hex digits: timeline, then place. */
const PIECE = /^([0-9A-F]{8})([0-9A-F]{8})([0-9A-F]{8})/;

/** The piece that an archived file is, or belongs to; nothing for anything else. */
export function pieceOf(file: string): string | undefined {
  return PIECE.exec(file)?.[0];
}

/** Whether a file is a whole piece, packed or not, and not a note beside one. */
export function isPiece(file: string): boolean {
  return /^[0-9A-F]{24}(\.gz)?$/.test(file);
}

/** The piece that follows on the same timeline. `size` in bytes, as the server says it. */
export function nextPiece(piece: string, size: number): string {
  const [, timeline = '', high = '', low = ''] = PIECE.exec(piece) ?? [];
  const inOne = 0x1_0000_0000 / size;
  const number = Number.parseInt(high, 16) * inOne + Number.parseInt(low, 16) + 1;
  return timeline + hex(Math.floor(number / inOne)) + hex(number % inOne);
}

/** Whether a piece lies before another, whatever their timelines. */
export function isBefore(piece: string, other: string): boolean {
  return piece.slice(8) < other.slice(8);
}

function hex(number: number): string {
  return number.toString(16).toUpperCase().padStart(8, '0');
}
