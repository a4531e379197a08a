import { helpFigures } from './help-figures';
import { helperRecords } from './helper-records';
import { DAY, type PastPost, type PastThread } from './past-help';

const PLAIN = { addressing: 0, sharesProblem: false, thanks: false };
let ids = 0;
const post = (authorId: string, day: number, more: Partial<PastPost> = {}): PastPost => ({
  id: `post ${++ids}`,
  authorId,
  at: day * DAY,
  answer: true,
  words: PLAIN,
  ...more,
});
const thanks = (authorId: string, day: number): PastPost =>
  post(authorId, day, { answer: false, words: { ...PLAIN, thanks: true } });
const thread = (id: string, askerId: string, day: number, ...posts: PastPost[]): PastThread => ({
  id,
  askerId,
  askedAt: day * DAY,
  posts,
});

describe('what is known of helpers', () => {
  const hers = post('eve', 2);
  const threads = [
    thread('one', 'ann', 0, post('bob', 1), hers, post('eve', 3), thanks('ann', 4)),
    thread('two', 'ben', 0, post('dan', 5), post('bob', 5.1), post('eve', 20), post('ben', 21, { answer: false })),
    thread('three', 'ann', 30, post('eve', 31), thanks('ann', 32)),
  ];

  it('is counted within a window, and thanks go to who answered last', () => {
    const figures = helpFigures(helperRecords(threads).get('eve')!, 2 * DAY, 32 * DAY);
    expect(figures).toMatchObject({
      ...{ replies: 4, threads: 3, days: 4, presentDays: 4, lateThreads: 1, quietThreads: 2, thanks: 1 },
      ...{ firstAt: 2 * DAY, lastAt: 31 * DAY },
    });
    expect(helpFigures(helperRecords(threads).get('bob')!, 0, 40 * DAY).thanks).toBe(0);
  });

  it('holds nothing that is younger than the window', () => {
    const eve = helperRecords(threads).get('eve')!;
    expect(helpFigures(eve, 2 * DAY, 4 * DAY)).toMatchObject({ replies: 2, thanks: 0 });
    expect(helpFigures(eve, 2 * DAY, 4.01 * DAY)).toMatchObject({ replies: 2, thanks: 1 });
    expect(helpFigures(eve, 40 * DAY, 50 * DAY)).toMatchObject({ replies: 0, days: 0, sharing: 0, firstAt: null });
  });

  it('counts an asker once, and others once in each thread', () => {
    const by = (byId: string, day: number) => ({ postId: hers.id, byId, at: day * DAY });
    const marks = [by('ann', 2.5), by('fay', 2.5), by('fay', 2.6), by('gil', 2.5)];
    const eve = helperRecords(threads, { thanks: marks, ignored: new Set() }).get('eve')!;
    expect(helpFigures(eve, 2 * DAY, 40 * DAY).thanks).toBe(3);
  });

  it('does not know when a mark was given that is as old as its answer', () => {
    const marks = [{ postId: hers.id, byId: 'fay', at: hers.at }];
    const eve = helperRecords(threads, { thanks: marks, ignored: new Set() }).get('eve')!;
    expect(helpFigures(eve, 2 * DAY, 3.5 * DAY).thanks).toBe(0);
  });

  it('leaves out what comes from accounts that are ignored: their questions, and their thanks', () => {
    const marks = [{ postId: threads[1]!.posts[2]!.id, byId: 'ann', at: 25 * DAY }];
    const eve = helperRecords(threads, { thanks: marks, ignored: new Set(['ann']) }).get('eve')!;
    expect(helpFigures(eve, 0, 40 * DAY)).toMatchObject({ replies: 1, presentDays: 1, thanks: 0 });
  });
});
