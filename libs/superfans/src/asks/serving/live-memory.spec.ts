import { newId } from '@app/kernel';
import type { RoutingMind } from './routing-mind';
import { LiveMemory } from './live-memory';
import type { FedAsk, FedPost, FedState, FeedPage, FeedPlace } from './routing-feed';

const NOW = Date.UTC(2026, 0, 31, 12);
const MINUTE = 60_000;
const DAY = 86_400_000;

/** A feed that says what it is told to, and remembers from where on it was read. */
class ToldFeed {
  readonly places: FeedPlace[] = [];
  posts: FedPost[] = [];
  asks: FedAsk[] = [];
  state: FedState = { merged: [], erased: [], revision: 0, learnedAt: null };
  page = 1_000;

  async read(_: string, place: FeedPlace): Promise<FeedPage> {
    this.places.push(place);
    const posts = this.posts.filter(({ id }) => id > place.afterId && id < place.beforeId).slice(0, this.page);
    const asks = this.asks.filter(({ changedAt }) => changedAt >= place.asksSince).slice(0, this.page);
    return { posts, asks, state: this.state, full: posts.length === this.page || asks.length === this.page };
  }
}

/** A mind that notes what it is told. */
function notingMind(notes: string[]): RoutingMind {
  return {
    record: {
      asked: ({ topicId, askerId }) => notes.push(`${askerId} asked ${topicId}`),
      replied: ({ topicId, memberId }) => notes.push(`${memberId} replied to ${topicId}`),
      askMade: ({ topicId, memberId }) => notes.push(`${memberId} was asked about ${topicId}`),
      askPassed: ({ topicId, memberId }, reason) => notes.push(`${memberId} passed ${topicId}: ${reason}`),
      forget: (memberId) => notes.push(`${memberId} is forgotten`),
    },
    ranker: { rank: () => [] },
    assignment: { decide: () => [] },
  };
}

let serial = 0;
/** An id that tells a time, as those of events do. */
function idAt(at: number): string {
  const hex = at.toString(16).padStart(12, '0');
  const rest = newId().slice(18);
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7${String(++serial % 1000).padStart(3, '0')}${rest}`;
}

function post(at: number, memberId: string, topicId: string, asks = false): FedPost {
  const asked = asks ? { productIds: [], tagIds: [], words: 9 } : null;
  return { id: idAt(at), at: new Date(at), memberId, topicId, asked };
}

describe('what is known of the people of a community', () => {
  let feed: ToldFeed;
  let notes: string[];
  let memory: LiveMemory;

  beforeEach(() => {
    feed = new ToldFeed();
    notes = [];
    memory = new LiveMemory('community', feed, notingMind(notes), { now: NOW });
  });
  const taken = (): string[] => notes.splice(0);

  it('is read page by page, each thing once, and read again from a little before', async () => {
    feed.page = 2;
    feed.posts = [1, 2, 3, 4, 5].map((i) => post(NOW - (10 - i) * 1_000, `m${i}`, 't'));
    await memory.catchUp(NOW);
    expect(taken()).toEqual([1, 2, 3, 4, 5].map((i) => `m${i} replied to t`));
    feed.page = 1_000;
    // One that was committed late stands between those that are known.
    feed.posts.splice(2, 0, post(NOW - 7_500, 'late', 't'));
    feed.posts.push(post(NOW, 'm6', 't'));
    await memory.catchUp(NOW);
    expect(taken()).toEqual(['late replied to t', 'm6 replied to t']);
    await memory.catchUp(NOW + MINUTE);
    expect(taken()).toEqual([]);
  });

  it('comes to an end where more asks changed in one moment than are read at a time', async () => {
    feed.page = 2;
    const changedAt = new Date(NOW - MINUTE);
    feed.asks = ['a', 'b', 'c'].map((id) => ({
      ...{ id, topicId: 't', memberId: id, passReason: null },
      ...{ askedAt: changedAt, changedAt },
    }));
    await memory.catchUp(NOW);
    expect(feed.places.length).toBeLessThan(10);
  });

  it('tells of an ask once, and of passing it on once', async () => {
    const ask = { id: 'a', topicId: 't', memberId: 'm', askedAt: new Date(NOW), changedAt: new Date(NOW) };
    const reasons = { similarAnswered: 0, answeredLately: 0, sameProduct: 0, lastReplyAt: NOW };
    const person = { memberId: 'm', p: 0.5, reasons };
    memory.made('a', { topicId: 't', memberId: 'm', at: NOW, p: 0.5, place: 'FIRST', person });
    feed.asks = [{ ...ask, passReason: null }];
    await memory.catchUp(NOW);
    feed.asks = [{ ...ask, passReason: 'NO_TIME', changedAt: new Date(NOW + 5) }];
    await memory.catchUp(NOW);
    await memory.catchUp(NOW);
    expect(taken()).toEqual(['m was asked about t', 'm passed t: NO_TIME']);
  });

  it('gives what a member said to whom they were merged into, and forgets who was erased', async () => {
    feed.state = { merged: [{ id: 'old', intoId: 'new' }], erased: ['gone'], revision: 0, learnedAt: null };
    feed.posts = [post(NOW - DAY, 'old', 't', true), post(NOW - 5, 'gone', 't'), post(NOW, 'old', 't')];
    await memory.catchUp(NOW);
    await memory.catchUp(NOW);
    expect(taken()).toEqual(['gone is forgotten', 'new asked t', 'gone replied to t', 'new replied to t']);
    expect(memory.people(NOW)).toEqual(['new']);
  });

  it('knows who is here at this moment, each time anew, and who has not been for long', async () => {
    feed.posts = [post(NOW - 200 * DAY, 'old', 't'), post(NOW - 5 * MINUTE, 'before', 't'), post(NOW, 'now', 't')];
    await memory.catchUp(NOW);
    expect([...memory.takeHere(NOW)]).toEqual(['now']);
    expect([...memory.takeHere(NOW)]).toEqual([]);
    expect(memory.people(NOW)).toEqual(['before', 'now']);
  });

  it('says when more has changed than was posted: then something was imported', async () => {
    feed.state = { merged: [], erased: [], revision: 50_000, learnedAt: null };
    expect(await memory.catchUp(NOW)).toBe(true);
    feed.state = { ...feed.state, revision: 51_000 };
    expect(await memory.catchUp(NOW)).toBe(true);
    feed.state = { ...feed.state, revision: 60_000 };
    expect(await memory.catchUp(NOW)).toBe(false);
  });

  it('says when it was learned anew who answers what, and when somebody claims what was told of another', async () => {
    const state = { merged: [], erased: [], revision: 0, learnedAt: null };
    feed.state = { ...state, learnedAt: 1 };
    feed.posts = [post(NOW - DAY, 'imported', 't')];
    expect(await memory.catchUp(NOW)).toBe(true);
    expect(await memory.catchUp(NOW)).toBe(true);
    feed.state = { ...state, learnedAt: 2 };
    expect(await memory.catchUp(NOW)).toBe(false);
    feed.state = { ...state, learnedAt: 1, merged: [{ id: 'unheard', intoId: 'new' }] };
    expect(await memory.catchUp(NOW)).toBe(true);
    feed.state = { ...state, learnedAt: 1, merged: [{ id: 'imported', intoId: 'new' }] };
    expect(await memory.catchUp(NOW)).toBe(false);
    expect(await memory.catchUp(NOW)).toBe(false);
  });

  it('is told the latest only where nobody can wait, and takes the place of what was', async () => {
    feed.posts = [post(NOW - DAY, 'old', 't'), post(NOW - 2 * MINUTE + 5, 'here', 't'), post(NOW, 'now', 't')];
    const latest = new LiveMemory('community', feed, notingMind(notes), { now: NOW, afterId: feed.posts[0]!.id });
    await latest.catchUp(NOW);
    expect(taken()).toEqual(['here replied to t', 'now replied to t']);
    expect([latest.isWhole, memory.isWhole]).toEqual([false, true]);
    const question = { topicId: 'q', askerId: 'a', at: NOW, productIds: [], tagIds: [], words: 9, like: [] };
    latest.waiting.put(question, true);
    latest.waiting.put({ ...question, topicId: 'unlike' }, false);
    await memory.catchUp(NOW);
    memory.takeHere(NOW);
    memory.follow(latest);
    expect([...memory.takeHere(NOW)].toSorted()).toEqual(['here', 'now']);
    expect([memory.waiting.of('q')?.topicId, memory.waiting.of('unlike')]).toEqual(['q', undefined]);
  });

  it('tells of what is dated in the future when its time has come', async () => {
    feed.posts = [post(NOW + DAY, 'm', 't')];
    await memory.catchUp(NOW);
    expect(taken()).toEqual([]);
    await memory.catchUp(NOW + DAY);
    expect(taken()).toEqual(['m replied to t']);
  });

  it('skips what nobody is known to have said', async () => {
    feed.posts = [
      { ...post(NOW, 'x', 't'), memberId: null },
      { ...post(NOW, 'x', 't'), topicId: null },
    ];
    await memory.catchUp(NOW);
    expect(taken()).toEqual([]);
  });
});
