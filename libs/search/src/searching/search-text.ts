/** Code points that are looked at; what somebody pastes beyond them is not. */
const MOST = 1_000;

/** What somebody typed as engines get it: one line of whole characters, of bounded length. Empty where nothing is left. */
export function searchText(typed: string): string {
  const line = typed
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
  // Twice as many code units hold at least as many code points.
  return line.length <= MOST ? line : [...line.slice(0, 2 * MOST)].slice(0, MOST).join('').toWellFormed();
}
