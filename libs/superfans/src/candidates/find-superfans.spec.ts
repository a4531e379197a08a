import { findSuperfans, type FoundSuperfan } from './find-superfans';
import { helperRecords } from './helper-records';
import { DAY, type PastPost, type PastThread } from './past-help';

const AS_OF = 1_000;

/** People who answer on days, each time in a thread of its own, with as many words to the asker as there are. */
class Forum {
  readonly threads: PastThread[] = [];

  answers(authorId: string, days: readonly number[], { shares = false, asker = '' } = {}): this {
    for (const day of days) {
      const id = `${authorId} ${day} ${this.threads.length}`;
      const words = { addressing: shares ? 0 : 2, sharesProblem: shares, thanks: false };
      const post: PastPost = { id, authorId, at: day * DAY, answer: true, words };
      const askerId = asker || `asker of ${id}`;
      this.threads.push({ id, askerId, askedAt: (day - 0.1) * DAY, posts: [post] });
    }
    return this;
  }

  found(staff: string[] = [], ignored: string[] = []): FoundSuperfan[] {
    const records = helperRecords(this.threads, { thanks: [], ignored: new Set(ignored) });
    const firstAnswers = new Map([...records].map(([id, { replies }]) => [id, replies[0]!.at]));
    return findSuperfans({ records, firstAnswers, staff: new Set(staff), asOf: AS_OF * DAY });
  }
}

const days = (from: number, count: number, step: number): number[] =>
  Array.from({ length: count }, (_, i) => from + i * step);

/** A forum of two years in which people come by and answer once. */
function forum(): Forum {
  const made = new Forum().answers('first', [270]);
  for (let i = 0; i < 100; i++) made.answers(`passer ${i}`, [640 + i * 3.5], { shares: i % 2 === 0 });
  return made;
}

describe('finding superfans', () => {
  it('finds the newcomer who comes back, after seven days, and says why', () => {
    const made = forum().answers('eve', days(985, 6, 2));
    const [eve, ...others] = made.found();
    expect(others).toEqual([]);
    expect(eve).toMatchObject({ memberId: 'eve', stage: 'EARLY', state: 'RISING', firstAnswerAt: 985 * DAY });
    expect(eve!.reasons).toEqual([
      'answered on 6 days, in 6 threads',
      'still here in week 2',
      'helps where few do: nobody or one other before them in 6 threads',
      'speaks to the asker, never of having the same problem',
    ]);
    expect(
      forum()
        .answers('eve', days(995, 4, 1))
        .found(),
    ).toEqual([]);
  });

  it('finds those who have helped for long, and says where it is going', () => {
    const found = forum()
      .answers('eve', days(830, 85, 2))
      .answers('fay', days(830, 60, 2))
      .found();
    expect(found.map(({ memberId, stage, state }) => `${memberId} ${stage} ${state}`)).toEqual([
      'eve ESTABLISHED STEADY',
      'fay ESTABLISHED AT_RISK',
    ]);
    expect(found[1]!.reasons[0]).toBe('answered on 60 days of the last 180, in 60 threads');
    expect(found[1]!.reasons.at(-1)).toBe('silent for 52 days, usually back within 2 days');
  });

  it('compares nobody with people of the company, who are found as well', () => {
    const made = forum().answers('eve', days(830, 60, 2.5));
    for (const staff of ['rep 1', 'rep 2', 'rep 3', 'rep 4']) made.answers(staff, days(830, 85, 2));
    const found = made.found(['rep 1', 'rep 2', 'rep 3', 'rep 4']);
    expect(found.map(({ memberId }) => memberId).sort()).toEqual(['eve', 'rep 1', 'rep 2', 'rep 3', 'rep 4']);
  });

  it('does not find who helps on few days and chats on all', () => {
    const made = forum()
      .answers('eve', [850, 900, 950])
      .answers('fay', days(840, 30, 5));
    const scores = (): Record<string, number> =>
      Object.fromEntries(made.found().map(({ memberId, score }) => [memberId, score]));
    const before = scores();
    for (const day of days(821, 178, 1))
      made.threads.push({ id: `own ${day}`, askerId: 'eve', askedAt: day * DAY, posts: [] });
    const after = scores();
    expect(after['eve']).toBeCloseTo(before['eve']! + Math.log(16 / 4));
    expect(after['eve']).toBeLessThan(after['fay']!);
  });

  it('does not find whom nobody but an anomaly asked', () => {
    const made = forum().answers('eve', days(985, 6, 2), { asker: 'sock' });
    expect(made.found()).toHaveLength(1);
    expect(made.found([], ['sock'])).toEqual([]);
  });

  it('finds nobody where nobody helps much', () => {
    expect(forum().found()).toEqual([]);
    expect(new Forum().found()).toEqual([]);
  });
});
