import type { ReplyText, TopicDocument } from '@app/search';

const YEARS = 2 * 365 * 24 * 3600 * 1000;
const KINDS = ['QUESTION', 'QUESTION', 'QUESTION', 'PROBLEM', 'PROBLEM', 'IDEA', 'PRAISE'] as const;
const STATUSES = ['NONE', 'NONE', 'NONE', 'PENDING', 'ACTIVE', 'COMPLETE'] as const;
/** Each thing that has a name of its own, such as an error code, is named by so many topics. */
const SHARED_BY = 20;

/** A key made of a table's letter and a number: the same thing has the same key in every run. */
export function generatedKey(letter: string, number: number): string {
  return `0190${letter}000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** A number below `below`, made from two others: the same in every run. */
function dice(row: number, salt: number, below: number): number {
  let x = Math.imul(row ^ (salt * 0x9e37), 0x85ebca6b) ^ salt;
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return ((x ^ (x >>> 16)) >>> 0) % below;
}

/** Topics of a generated community, with answers, made of sentences. */
export class GeneratedDocuments {
  constructor(
    private readonly sentences: readonly string[],
    private readonly count: number,
    private readonly now: number,
  ) {}

  topic(i: number): TopicDocument {
    const createdAt = this.now - YEARS + Math.floor((i * YEARS) / this.count);
    const replies = this.replies(i, createdAt);
    const solved = replies.some(({ rank }) => rank === 'SOLVED');
    return {
      kind: 'TOPIC',
      id: generatedKey('d', i),
      locale: 'en',
      title: this.sentence(i, 3),
      body: `${this.text(i, 10)} E${dice(i, 40, Math.ceil(this.count / SHARED_BY))}`,
      replies,
      topicKind: KINDS[dice(i, 2, KINDS.length)] ?? 'QUESTION',
      status: STATUSES[dice(i, 21, STATUSES.length)] ?? 'NONE',
      resolution: solved ? 'SOLVED' : replies.length > 0 ? 'ANSWERED' : 'UNANSWERED',
      visibility: dice(i, 22, 50) === 0 ? 'PRIVATE' : 'PUBLIC',
      authorId: generatedKey('a', dice(i, 4, Math.ceil(this.count / 5))),
      productIds: [generatedKey('b', dice(i, 5, 12))],
      tagIds: [...new Set([dice(i, 6, 200), dice(i, 7, 200)])].map((tag) => generatedKey('c', tag)),
      meTooCount: Math.floor(1 / ((1 + dice(i, 8, 10_000)) / 10_000)),
      createdAt: new Date(createdAt),
      lastActivityAt: replies.at(-1)?.at ?? new Date(createdAt),
    };
  }

  /** Two or three words that stand together in titles somewhere, the last one as far as it was typed. */
  query(n: number): string {
    const words = this.sentence(n, 50).match(/[A-Za-z]{4,}/g) ?? ['mail'];
    const at = dice(n, 51, Math.max(1, words.length - 2));
    const some = words.slice(at, at + 2 + dice(n, 52, 2));
    if (dice(n, 53, 10) === 0) some.push(`E${dice(n, 54, Math.ceil(this.count / SHARED_BY))}`);
    const last = some.pop() ?? '';
    return [...some, dice(n, 55, 3) === 0 ? last.slice(0, Math.max(3, last.length - 2)) : last].join(' ');
  }

  private replies(i: number, since: number): ReplyText[] {
    return Array.from({ length: dice(i, 9, 10) }, (_, j): ReplyText => {
      const rank =
        j === 0 && dice(i, 30, 3) === 0 ? 'SOLVED' : j === 1 && dice(i, 31, 10) === 0 ? 'OFFICIAL' : 'ANSWER';
      return { rank, byAsker: false, at: new Date(since + (j + 1) * 3_600_000), text: this.text(i * 32 + j, 60) };
    });
  }

  private text(row: number, salt: number): string {
    return [1, 2, 3].map((n) => this.sentence(row, salt + n)).join(' ');
  }

  private sentence(row: number, salt: number): string {
    return this.sentences[dice(row, salt, this.sentences.length)] ?? '';
  }
}
