import { encode } from 'uqr';

const QUIET = 4;

/** A text as a square that a telephone's camera reads. Drawn here: nothing is asked of anybody else, and no style stands in it. */
export function QrCode({ text, words }: { text: string; words: string }) {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET });
  const dark = data.flatMap((row, y) => row.flatMap((is, x) => (is ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg class="c-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={words} focusable="false">
      <path class="c-qr__light" d={`M0 0h${size}v${size}H0z`} />
      <path class="c-qr__dark" d={dark.join('')} />
    </svg>
  );
}
