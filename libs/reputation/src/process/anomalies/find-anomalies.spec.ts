import type { LedgerEntry } from '../../ledger/ledger-entry';
import { findAnomalies, standing, toLookUp } from './find-anomalies';

let made = 0;

const entry = (actorId: string, subjectId: string, more: Partial<LedgerEntry> = {}): LedgerEntry => {
  made += 1;
  return {
    ...{ id: String(made).padStart(8, '0'), kind: 'STAR', at: made * 3_600_000, actorId, subjectId, topicId: 't' },
    ...{
      postId: 'p',
      productIds: [],
      tagIds: [],
      ruleVersion: 1,
      points: 10,
      refusal: null,
      namesId: null,
      cause: null,
    },
    ...more,
  };
};
const crowd = (count: number): string[] =>
  Array.from({ length: count }, (_, place) => `sock${String(place).padStart(3, '0')}`);
const found = (entries: readonly LedgerEntry[], silent: readonly string[] = []) =>
  findAnomalies(standing(entries), new Set(silent));

describe('anomalies', () => {
  it('tells of accounts that do nothing but star one member', () => {
    const socks = crowd(100);
    const stars = socks.map((sock) => entry(sock, 'target'));
    const [one, ...others] = found([...stars, entry('reader', 'target'), entry('reader', 'somebody')], socks);
    expect(others).toEqual([]);
    expect(one).toEqual({
      ...{ kind: 'ONE_WAY', key: 'ONE_WAY target', subjectId: 'target', memberIds: socks },
      entryIds: stars.map(({ id }) => id),
      because: '100 accounts that have written nothing gave 100 stars, all of them to one member.',
    });
  });

  it('asks of no more accounts than it has to what they have written', () => {
    const entries = [entry('a', 'x'), entry('b', 'x'), entry('b', 'y'), entry('c', 'x', { kind: 'SOLVED' })];
    expect(toLookUp(standing(entries))).toEqual(['a']);
  });

  it('leaves readers alone who have written something, and few who have not', () => {
    const socks = crowd(100);
    const stars = socks.map((sock) => entry(sock, 'target'));
    expect(found(stars, [])).toEqual([]);
    expect(found(stars, socks.slice(0, 9))).toEqual([]);
    const eager = crowd(5).flatMap((sock) => [entry(sock, 'guru'), entry(sock, 'guru')]);
    expect(found(eager, crowd(4))).toEqual([]);
    expect(found(eager, crowd(5))).toMatchObject([{ kind: 'ONE_WAY', subjectId: 'guru' }]);
  });

  it('leaves askers alone who marked what solved it', () => {
    expect(
      found(
        crowd(50).map((asker) => entry(asker, 'guru', { kind: 'SOLVED' })),
        crowd(50),
      ),
    ).toEqual([]);
  });

  it('tells of rings, and not of members who confirm others too', () => {
    const ring = ['a', 'b', 'c'].flatMap((one) =>
      ['a', 'b', 'c'].filter((other) => other !== one).map((other) => entry(one, other)),
    );
    expect(found([...ring, entry('x', 'a')])).toEqual([
      {
        ...{ kind: 'RING', key: 'RING a', subjectId: null, memberIds: ['a', 'b', 'c'] },
        entryIds: ring.map(({ id }) => id),
        because: '3 members confirmed each other: 6 of the 6 confirmations that they gave stayed among them.',
      },
    ]);
    const open = ['d', 'e', 'f'].flatMap((other) => [entry('a', other), entry('b', other), entry('c', other)]);
    expect(found([...ring, ...open])).toEqual([]);
    expect(found([entry('a', 'b'), entry('b', 'a'), entry('a', 'b'), entry('b', 'a')])).toEqual([]);
  });

  it('draws nobody into a ring whom it confirms, and no ring hides behind such a one', () => {
    const [socks, members] = [['a', 'b', 'c', 'd'], { memberIds: ['a', 'b', 'c', 'd'] }];
    const ring = socks.flatMap((one) =>
      [...socks, 'honest'].filter((o) => o !== one).map((other) => entry(one, other)),
    );
    const honest = [entry('honest', 'a'), ...crowd(10).map((other) => entry('honest', other))];
    expect(found([...ring, ...honest])).toMatchObject([members]);
    expect(found([...ring, entry('honest', 'a')])).toMatchObject([members]);
  });

  it('tells of bursts, which are held', () => {
    const burst = Array.from({ length: 6 }, (_, place) => entry('a', 'b', { at: 1_000 * place }));
    expect(found(burst)).toMatchObject([
      { kind: 'BURST', key: 'BURST a>b', subjectId: 'b', memberIds: ['a'], entryIds: burst.map(({ id }) => id) },
    ]);
    expect(found(burst.slice(1))).toEqual([]);
  });

  it('forgets what is reversed, and knows it again when that is reversed', () => {
    const socks = crowd(10);
    const stars = socks.map((sock) => entry(sock, 'target'));
    const decide = (named: LedgerEntry): LedgerEntry =>
      entry('lead', 'target', { kind: 'REVERSAL', namesId: named.id, points: 0, postId: null });
    const reversals = stars.map(decide);
    expect(found([...stars, ...reversals], socks)).toEqual([]);
    expect(found([...stars, ...reversals, ...reversals.map(decide)], socks)).toHaveLength(1);
  });
});
