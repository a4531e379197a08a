import { unicodeWords } from '../words/unicode-words.ts';

/** How a text is cut into words to look for. */
export type WordsOf = (text: string) => string[];

const STOP_WORDS = new Set(
  (
    'a an the of to in on for is are was be i my me we you do does did can could should how what when where which who why ' +
    'with from and or if it at by as this that there have has had not no any will would get need use using into about than'
  ).split(' '),
);

/** Words as the plain ways of other measurements cut them, for comparison: English, without stop words, lightly stemmed. */
export function englishWords(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.filter((word) => word.length > 1 && !STOP_WORDS.has(word)).map(stem);
}

/** Words as the product cuts them, in every language. */
export const ownWords: WordsOf = unicodeWords;

function stem(word: string): string {
  let stemmed = word;
  if (word.length > 4 && word.endsWith('ies')) stemmed = `${word.slice(0, -3)}y`;
  else if (word.length > 3 && word.endsWith('s') && !word.endsWith('ss')) stemmed = word.slice(0, -1);
  return stemmed.length > 5 && stemmed.endsWith('ing') ? stemmed.slice(0, -3) : stemmed;
}
