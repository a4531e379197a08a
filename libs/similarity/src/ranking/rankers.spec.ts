import { WordVectors } from '../vectors/word-vectors';
import { ArticleRanker } from './article-ranker';
import { RelatedRanker } from './related-ranker';
import { ThreadMemory } from './thread-memory';

const DAY = 86_400_000;

/** Vectors in which a subject's words point one way each. */
const vectors = new WordVectors(
  ['inbox', 'folder', 'mailbox', 'printer', 'paper', 'spooler'],
  Float32Array.of(1, 0, 0.9, 0.1, 1, 0.1, 0, 1, 0.1, 1, 0, 0.9),
);

function memory(): ThreadMemory {
  const threads = new ThreadMemory(vectors);
  threads.ask({ at: 0, title: 'inbox empty', body: 'the folder shows nothing' });
  threads.ask({ at: 0, title: 'paper jam', body: 'printer stops' });
  threads.ask({ at: 0, title: 'something odd', body: 'it happens every day' });
  return threads;
}

describe('ThreadMemory', () => {
  it('knows a thread by what was asked and by what was replied', () => {
    const threads = memory();
    const likeness = (): Float32Array => threads.compare('spooler', '').likeness;
    const [, printer, odd] = likeness();
    expect(printer).toBeCloseTo(0.5, 1);
    expect(odd).toBe(0);
    threads.reply(2, 5, 'restart the spooler');
    expect(likeness()[2]).toBeCloseTo(0.5, 5);
    threads.reply(2, 9, 'and look into the mailbox');
    const mixed = likeness()[2]!;
    expect(mixed).toBeGreaterThan(0.2);
    expect(mixed).toBeLessThan(0.45);
    expect(threads.lastActive).toEqual([0, 0, 9]);
  });

  it('leaves out what many threads say, once it knows enough of them', () => {
    const threads = memory();
    expect(threads.compare('paper please', '').words).toEqual(['paper', 'please']);
    for (let n = 0; n < 100; n++) threads.ask({ at: n, title: n % 5 === 0 ? 'please help' : `number${n}`, body: '' });
    expect(threads.compare('paper please', '').words).toEqual(['paper']);
  });

  it('finds the answered threads that are likest to a text', () => {
    const threads = memory();
    expect(threads.likest('printer and inbox', '', 5)).toEqual([]);
    threads.reply(0, 5, 'look into the mailbox');
    threads.reply(1, 5, 'restart the spooler');
    const found = threads.likest('printer', 'with paper', 5);
    expect(found.map(({ thread }) => thread)).toEqual([1, 0]);
    expect(found[0]!.likeness).toBeGreaterThan(0.9);
    expect(threads.likest('printer', '', 1)).toHaveLength(1);
    threads.forget(1);
    expect(threads.likest('printer', 'with paper', 5).map(({ thread }) => thread)).toEqual([0]);
  });

  it('finds them by rare words where nothing was learned', () => {
    const threads = new ThreadMemory(new WordVectors([], new Float32Array()));
    for (const title of ['inbox empty', 'paper jam', 'paper empty']) threads.ask({ at: 0, title, body: '' });
    for (const thread of [0, 1, 2]) threads.reply(thread, 5, 'hello');
    expect(threads.likest('paper empty', '', 2)).toMatchObject([{ thread: 2, likeness: 1 }, { thread: 1 }]);
  });

  it('keeps what it has when it grows', () => {
    const threads = memory();
    const likeness = (): number | undefined => threads.compare('inbox', '').likeness[0];
    const before = likeness();
    for (let n = 0; n < 2_000; n++) threads.ask({ at: n, title: 'paper', body: '' });
    expect(threads.size).toBe(2_003);
    expect(likeness()).toBe(before);
  });
});

describe('ArticleRanker', () => {
  const ARTICLES = [
    { title: 'Repairing things', text: 'How to rebuild an index' },
    { title: 'Printer and spooler', text: 'Paper' },
  ];

  it('suggests what was linked in threads like it, and says which', () => {
    const threads = memory();
    const ranker = new ArticleRanker(threads, ARTICLES);
    ranker.link(0, 0);
    ranker.link(1, 1);
    const [first, second] = ranker.rank(threads.compare('mailbox', 'gone'), 5);
    expect(first).toMatchObject({ article: 0, because: [{ thread: 0, weight: 1 }] });
    expect(second?.because[0]?.weight).toBeLessThan(0.1);
    expect(ranker.rank(threads.compare('mailbox', 'gone'), 1)).toHaveLength(1);
  });

  it('goes by the articles themselves while nothing is linked', () => {
    const threads = memory();
    const [first] = new ArticleRanker(threads, ARTICLES).rank(threads.compare('spooler', ''), 5);
    expect(first).toMatchObject({ article: 1, because: [] });
  });

  it('has nothing to suggest without articles', () => {
    const threads = memory();
    expect(new ArticleRanker(threads, []).rank(threads.compare('spooler', ''), 5)).toEqual([]);
  });
});

describe('a community too young to have learned anything', () => {
  it('goes by the words that are shared', () => {
    const threads = new ThreadMemory(new WordVectors([], new Float32Array()));
    for (const title of ['inbox empty', 'paper jam', 'password wrong']) threads.ask({ at: 0, title, body: '' });
    threads.reply(1, 1, 'open the tray');
    const query = threads.compare('jam of paper', '');
    expect(new RelatedRanker(threads).rank(query, DAY, 1)).toMatchObject([{ thread: 1, likeness: 0 }]);
    const articles = new ArticleRanker(threads, [
      { title: 'Resetting', text: 'Choose another password' },
      { title: 'The tray', text: 'How to open it' },
    ]);
    articles.link(1, 1);
    articles.link(2, 0);
    expect(articles.rank(query, 1)).toMatchObject([{ article: 1 }]);
  });
});

describe('RelatedRanker', () => {
  it('puts likeness first, then what was linked, lately and by threads like it', () => {
    const threads = memory();
    const ranker = new RelatedRanker(threads);
    const query = threads.compare('mailbox inbox', '');
    expect(ranker.rank(query, DAY, 5).map(({ thread }) => thread)).toEqual([0, 1, 2]);
    const odd = (): number => ranker.rank(query, 40 * DAY, 5).find(({ thread }) => thread === 2)!.score;
    const before = odd();
    ranker.link(1, 2, 10 * DAY);
    const linked = odd();
    expect(linked).toBeGreaterThan(before);
    ranker.link(0, 2, 39 * DAY);
    expect(odd()).toBeGreaterThan(linked);
    const ranked = ranker.rank(query, 40 * DAY, 2);
    expect(ranked.map(({ thread, links }) => [thread, links])).toEqual([
      [0, 0],
      [2, 2],
    ]);
  });

  it('prefers the fresher of two that are equally like it', () => {
    const threads = new ThreadMemory(vectors);
    threads.ask({ at: 0, title: 'inbox', body: '' });
    threads.ask({ at: 0, title: 'inbox', body: '' });
    threads.reply(0, 50 * DAY, 'unheard');
    const order = new RelatedRanker(threads).rank(threads.compare('inbox', ''), 51 * DAY, 2);
    expect(order.map(({ thread }) => thread)).toEqual([0, 1]);
  });

  it('knows nothing of an empty community', () => {
    const threads = new ThreadMemory(vectors);
    expect(new RelatedRanker(threads).rank(threads.compare('inbox', ''), 0, 5)).toEqual([]);
  });
});
