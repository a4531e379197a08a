/** Letters that do not come apart into a letter and a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ё: 'е',
};
const SPECIAL = /[ßæœøłđðþıё]/g;
const BEYOND_ASCII = /[^\0-\x7f]/;
/** Accents, of scripts where people leave them out: й and が are letters of their own, and stay whole. */
const ACCENTS = /(?<=[\p{Script=Latin}\p{Script=Greek}][\u0300-\u036f]*)[\u0300-\u036f]/gu;
/** Vowel points of Hebrew and Arabic. */
const POINTS = /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0670]/g;

/** A text as it is compared: lower case, without accents, compatibility forms as the plain ones. */
export function fold(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase();
  const apart = text.normalize('NFKD').toLowerCase().replace(ACCENTS, '').replace(POINTS, '');
  return apart.normalize('NFC').replace(SPECIAL, (letter) => PLAIN[letter] ?? letter);
}
