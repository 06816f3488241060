// Lanczos' approximation with g = 7 and nine terms.
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;

const ENOUGH = 1e-15;

/** The natural logarithm of the gamma function for x > 0, to about 14 significant digits. */
export function logGamma(x: number): number {
  const base = x - 1 + 7.5;
  const sum = LANCZOS.reduce(
    (total, term, index) => total + (index === 0 ? term : term / (x - 1 + index)),
    0,
  );
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(sum);
}

/** The share of a gamma distribution of shape a and scale 1 that lies below x, to about 12 digits. */
export function gammaShareBelow(a: number, x: number): number {
  if (x <= 0) return 0;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? front * bySeries(a, x) : 1 - front * byContinuedFraction(a, x);
}

function bySeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > sum * ENOUGH; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

// Lentz's method, which never divides by a denominator that has become zero.
function byContinuedFraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1, step = 0; Math.abs(step - 1) > ENOUGH && n < 10_000; n += 1) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (numerator * d + b || tiny);
    c = b + numerator / c || tiny;
    step = d * c;
    fraction *= step;
  }
  return fraction;
}

/** The point of a chi-square distribution below which the given share lies: bisection, to about 11 digits. */
export function chiSquareQuantile(share: number, degrees: number): number {
  let low = 0;
  let high = Math.max(1, degrees);
  while (gammaShareBelow(degrees / 2, high / 2) < share) high *= 2;
  while (high - low > high * 1e-13) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (gammaShareBelow(degrees / 2, middle / 2) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
