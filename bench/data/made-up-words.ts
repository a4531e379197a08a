const CONSONANTS = 'bdfgklmnprstvz';
const VOWELS = 'aeiou';
const SYLLABLES = CONSONANTS.length * VOWELS.length;
const LENGTH = 3;
/** Prime to the number of words that three syllables make: words beside each other do not look alike. */
const STRIDE = 127_713;

/** How many made-up words there are; few of them stand in most texts, as in every language. */
export const MADE_UP_WORDS = 20_000;

/** Words that no language has: what tells generated texts apart, which are otherwise made of the same few sentences. */
export function madeUpWords(): string[] {
  return Array.from({ length: MADE_UP_WORDS }, (_, i) => wordOf((i * STRIDE) % SYLLABLES ** LENGTH));
}

function wordOf(number: number): string {
  let word = '';
  for (let rest = number, i = 0; i < LENGTH; i++, rest = Math.floor(rest / SYLLABLES)) {
    const syllable = rest % SYLLABLES;
    word += CONSONANTS.charAt(syllable % CONSONANTS.length) + VOWELS.charAt(Math.floor(syllable / CONSONANTS.length));
  }
  return word;
}
