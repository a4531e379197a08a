/** The chance that at least `count` things happen of which `expected` happen on average (Poisson). */
export function chanceOfAtLeast(count: number, expected: number): number {
  if (count <= 0) return 1;
  // From the first term of the tail on: subtracting from 1 would lose all that is small.
  let term = Math.exp(count * Math.log(expected) - expected - logFactorial(count));
  let sum = term;
  for (let k = count + 1; term > sum * 1e-12 || k <= expected; k++) {
    term *= expected / k;
    sum += term;
  }
  return Math.min(1, sum);
}

function logFactorial(count: number): number {
  let sum = 0;
  for (let k = 2; k <= count; k++) sum += Math.log(k);
  return sum;
}
