import type { InterchangeRecord } from '@app/interchange';

/** How large a generated source is. */
export interface GeneratedSource {
  readonly topics: number;
  readonly answers: number;
  readonly members: number;
}

const DAY = 86_400_000;
const BEGAN = Date.UTC(2023, 0, 1);

/** Records of a forum whose posts have a few hundred words: the same of the same size, with `tag` in all ids. */
export function* generatedRecords(size: GeneratedSource, tag: string): Generator<InterchangeRecord> {
  const { topics, answers, members } = size;
  yield { kind: 'community', format: 'answerhood', version: 1, name: 'Generated' };
  for (let i = 0; i < members; i++) {
    yield { kind: 'member', externalId: `${tag}m${i}`, name: `Member ${i % 20_000}`, createdAt: moment(i, members) };
  }
  for (let i = 0; i < topics; i++) {
    yield {
      kind: 'topic',
      topicKind: 'QUESTION',
      externalId: `${tag}t${i}`,
      author: `${tag}m${dice(i, 1, members)}`,
      title: words(i, 10),
      body: { text: words(i * 7, 120) },
      createdAt: moment(i, topics),
      tags: [`tag-${dice(i, 2, 300)}`, `tag-${dice(i, 3, 300)}`],
      meTooBase: dice(i, 4, 5),
      viewCount: dice(i, 5, 1_000),
    };
    yield { kind: 'redirect', path: `/questions/${tag}${i}`, to: { topic: `${tag}t${i}` } };
  }
  for (let i = 0; i < answers; i++) {
    const topic = dice(i, 6, topics);
    const id = `${tag}a${i}`;
    const author = `${tag}m${dice(i, 7, 3) === 0 ? dice(topic, 1, members) : dice(i, 8, members)}`;
    const createdAt = new Date(Date.parse(moment(topic, topics)) + dice(i, 9, 30 * DAY)).toISOString();
    const body = { text: words(i * 11, 100) };
    yield { kind: 'answer', externalId: id, topic: `${tag}t${topic}`, author, body, createdAt, byAsker: 'COMMENT' };
    if (i % 10 === 0) yield { kind: 'mark', mark: 'SOLVED', answer: id, createdAt };
    if (i % 4 === 0) yield { kind: 'vote', on: { answer: id }, up: dice(i, 10, 9) };
  }
}

/** The same number below `below` in every run. */
function dice(row: number, salt: number, below: number): number {
  const mixed = Math.imul((row + 1) * 2_654_435_761 + salt * 40_503, 2_246_822_519) >>> 0;
  return mixed % below;
}

function moment(row: number, of: number): string {
  return new Date(BEGAN + Math.floor((row / of) * 700 * DAY)).toISOString();
}

const SYLLABLES = 'ka lo mi re sun tor bel ni fra pod wex ul an ter is qo'.split(' ');

/** Made once, so that what is measured is the import. */
const PHRASES = Array.from({ length: 2_000 }, (_, row) =>
  Array.from({ length: 10 }, (__, n) => {
    const syllables = Array.from({ length: 1 + dice(row + n, 11, 3) }, (___, m) =>
      dice(row + n * 3 + m, 12, SYLLABLES.length),
    );
    return syllables.map((index) => SYLLABLES[index]).join('');
  }).join(' '),
);

function words(row: number, count: number): string {
  return Array.from({ length: count / 10 }, (_, n) => PHRASES[dice(row + n, 13, PHRASES.length)]).join(' ');
}
