/**
 * Lengths of the texts that people write, in Unicode code points: what PostgreSQL's `char_length` counts, so that
 * a CHECK in the database and a check here agree. An emoji made of several code points counts as several.
 */
export const TEXT_LIMITS = {
  title: 300,
  body: 20_000,
  article: 60_000,
  summary: 500,
  feeling: 80,
  displayName: 60,
} as const;

/** The least and the most code points that a text may have after normalising. */
export interface TextLength {
  readonly min: number;
  readonly max: number;
}

/** Overrides, embeddings and isolates turn text around where no right-to-left script asks for it. */
const DIRECTION_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g;
const CONTROLS_OF_LINE = /\p{Cc}/u;
const CONTROLS_OF_BODY = /(?![\n\t])\p{Cc}/u;
/** What fonts draw as nothing: ignorable characters, and the empty braille pattern. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u2800]/gu;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** The number of Unicode code points in a text. */
export function codePointLength(text: string): number {
  let pairs = 0;
  for (let i = 0; i < text.length - 1; i++) {
    if ((text.charCodeAt(i) & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) pairs++;
  }
  return text.length - pairs;
}

/** Whether a text is made of whole characters, and holds no half of a surrogate pair. */
export function isWellFormed(text: string): boolean {
  return !/\p{Cs}/u.test(text);
}

/** Whether a reader would see nothing at all: white space, zero-width characters, lone combining marks. */
export function isBlank(text: string): boolean {
  return !VISIBLE.test(text.replace(INVISIBLE, ''));
}

/** One line of text as it is stored: trimmed, NFC, without direction overrides. */
export function normalisePlainText(text: string): string {
  return text.replace(DIRECTION_CONTROLS, '').trim().normalize('NFC');
}

/** A Markdown source as it is stored: NFC, lines end with \n, no blank lines before it, no space after it. */
export function normaliseBodyText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd()
    .normalize('NFC');
}

/** A name as it is stored: one line of text without zero-width characters, single spaces inside. */
export function normaliseDisplayName(text: string): string {
  return text
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Zs}+/gu, ' ')
    .trim()
    .normalize('NFC');
}

/** Why a normalised value is no line of text of this length, as the end of a sentence; null where it is one. */
export function plainTextFault(value: unknown, length: TextLength): string | null {
  return textFault(value, length, CONTROLS_OF_LINE, 'must be one line of text without control characters');
}

/** Why a normalised value is no body, as the end of a sentence; null where it is one. */
export function bodyTextFault(value: unknown, length: TextLength = { min: 1, max: TEXT_LIMITS.body }): string | null {
  return textFault(value, length, CONTROLS_OF_BODY, 'must not contain control characters');
}

function textFault(value: unknown, { min, max }: TextLength, refused: RegExp, sentence: string): string | null {
  if (typeof value !== 'string') return 'must be a text';
  if (!isWellFormed(value)) return 'must be well-formed Unicode, and holds half a character (a lone surrogate)';
  if (refused.test(value)) return sentence;
  const length = codePointLength(value);
  if (length > max) return `must be at most ${max} characters long, and has ${length}`;
  if (min > 0 && isBlank(value)) return 'must not be blank';
  if (length < min) return `must be at least ${min} characters long, and has ${length}`;
  return null;
}
