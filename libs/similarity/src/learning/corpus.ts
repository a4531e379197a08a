import { beginningOf, unicodeWords } from '../words/unicode-words.ts';
import { READ_WORDS, type Example } from './example.ts';

/** Two texts that belong together, as numbers of words of the vocabulary. */
export interface Pair {
  readonly left: Int32Array;
  readonly right: Int32Array;
}

/** What training reads: the words that occur often enough, how rare each is, and the pairs. */
export interface Lesson {
  readonly words: readonly string[];
  /** Natural logarithm of texts per text with the word, by word. */
  readonly rarity: Float32Array;
  readonly pairs: readonly Pair[];
}

/** A word is learned when this many texts have it. */
const LEAST_TEXTS = 4;
/** Shorter texts say too little to be told apart. */
const LEAST_WORDS = { left: 2, right: 4 } as const;

/** Gathers examples one by one and keeps their words as numbers only, so that a community's texts need not stay in memory. */
export class Corpus {
  private readonly numbers = new Map<string, number>();
  private readonly textsWith: number[] = [];
  private readonly pairs: Pair[] = [];
  private texts = 0;

  add(example: Example): void {
    const title = this.numbersOf(unicodeWords(example.title));
    if (example.kind === 'article') {
      this.pairs.push({ left: title, right: this.read(example.text, READ_WORDS.article) });
      return;
    }
    const body = this.read(example.body, READ_WORDS.body);
    const question = Int32Array.of(...title, ...body);
    this.count(question);
    this.pairs.push({ left: title, right: body });
    for (const text of example.replies) {
      const reply = this.read(text, READ_WORDS.reply);
      this.count(reply);
      this.pairs.push({ left: question, right: reply });
    }
  }

  /** What was gathered, without the rare words and without pairs that have too few words left. */
  lesson(): Lesson {
    const kept = [...this.numbers].filter(([, number]) => (this.textsWith[number] ?? 0) >= LEAST_TEXTS);
    const numberOf = new Int32Array(this.numbers.size).fill(-1);
    kept.forEach(([, old], number) => (numberOf[old] = number));
    const known = (words: Int32Array): Int32Array => words.map((old) => numberOf[old]!).filter((number) => number >= 0);
    return {
      words: kept.map(([word]) => word),
      rarity: Float32Array.from(kept, ([, old]) => Math.log(this.texts / this.textsWith[old]!)),
      pairs: this.pairs
        .map(({ left, right }) => ({ left: known(left), right: known(right) }))
        .filter(({ left, right }) => left.length >= LEAST_WORDS.left && right.length >= LEAST_WORDS.right),
    };
  }

  private read(text: string, words: number): Int32Array {
    return this.numbersOf(unicodeWords(beginningOf(text, words)));
  }

  private numbersOf(words: readonly string[]): Int32Array {
    return Int32Array.from(words, (word) => {
      const known = this.numbers.get(word);
      if (known !== undefined) return known;
      this.numbers.set(word, this.numbers.size);
      return this.numbers.size - 1;
    });
  }

  /** Articles are not counted: they are few, long, and written by others than those who ask. */
  private count(text: Int32Array): void {
    this.texts++;
    for (const number of new Set(text)) this.textsWith[number] = (this.textsWith[number] ?? 0) + 1;
  }
}
