import { heardReplies } from './heard-replies';
import { helperRecords } from './helper-records';
import { unknownPerKnown } from './known-askers';
import { DAY, type PastPost, type PastThread } from './past-help';

const post = (authorId: string, day: number): PastPost => ({
  ...{ id: `${authorId} ${day}`, authorId, at: day * DAY, answer: true },
  words: { addressing: 0, sharesProblem: false, thanks: false },
});
const thread = (askerId: string, day: number, ...helpers: string[]): PastThread => ({
  ...{ id: `${askerId} ${day}`, askerId, askedAt: day * DAY },
  posts: helpers.map((helper) => post(helper, day + 0.1)),
});
/** Ten askers of whom the lead has dealt with five, each helped by somebody of their own. */
const honest = Array.from({ length: 10 }, (_, i) => thread(`h${i}`, i, `helper${i}`, ...(i % 2 ? ['lead'] : [])));
const socks = Array.from({ length: 20 }, (_, i) => thread(`sock${i}`, 10 + i, 'eve'));
const witnesses = new Set(['lead']);
const heard = (threads: readonly PastThread[], more: object = {}): string[] => {
  const record = helperRecords(threads, { thanks: [], ignored: new Set(), witnesses, ...more }).get('eve')!;
  return heardReplies(record.replies, record).map(({ topicId }) => topicId);
};

describe('askers whom nobody else knows', () => {
  it('are heard as often as is usual: twice for each who is known, and one for a beginner', () => {
    expect(unknownPerKnown({ known: 1, unknown: 9 }, { known: 6, unknown: 24 })).toBe(6);
    expect(unknownPerKnown({ known: 1, unknown: 9 }, { known: 11, unknown: 12 })).toBe(2);
    expect(heard([...honest, ...socks])).toEqual(['sock0 10']);
    const known = [thread('ann', 40, 'eve', 'lead'), thread('ben', 41, 'lead', 'eve')];
    expect(heard([...honest, ...socks, ...known])).toHaveLength(2 + 5);
  });

  it('are no more usual where accounts that nobody knows help each other', () => {
    const farm = Array.from({ length: 50 }, (_, i) => thread(`made${i}`, i, `farm${i}`));
    expect(heard([...honest, ...farm, ...socks])).toHaveLength(1);
  });

  it('are heard in full where nobody else knows any, and where the company vouches for the helper', () => {
    expect(heard([...honest.filter((_, i) => i % 2 === 0), ...socks])).toHaveLength(20);
    expect(heard([...honest, ...socks], { witnesses: new Set(['lead', 'eve']) })).toHaveLength(20);
    expect(heard([...honest, ...socks], { lookedAt: new Map([['eve', 6]]) })).toHaveLength(12);
  });

  it('are known by imports, and by what somebody vouched for confirmed, but not by the helper or by one another', () => {
    expect(heard([...honest, ...socks.map((one) => ({ ...one, imported: true }))])).toHaveLength(20);
    const stars = socks.map(({ posts }) => ({ postId: posts[0]!.id, byId: 'lead', at: 50 * DAY }));
    expect(heard([...honest, ...socks], { thanks: stars })).toHaveLength(20);
    const byThemselves = socks.map((one, i) => ({ ...one, posts: [...one.posts, post(`sock${i + 1}`, 40)] }));
    expect(heard([...honest, ...byThemselves])).toHaveLength(1);
  });

  it('speak with three threads where they are known, and with one where they are not', () => {
    const often = (...helpers: string[]): PastThread[] => [1, 2, 3, 4, 5].map((day) => thread('ann', day, ...helpers));
    expect(heard([...honest, ...often('eve')])).toEqual(['ann 1']);
    expect(heard([...honest, ...often('eve', 'lead')])).toEqual(['ann 1', 'ann 2', 'ann 3']);
  });
});
