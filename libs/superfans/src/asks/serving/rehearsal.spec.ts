import type { RoutingMoment } from '../../routing/assignment';
import { Rehearsal } from './rehearsal';

const NOW = Date.UTC(2026, 0, 31, 12);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let read = 0;

describe('going through the last days again', () => {
  /** The moments that a mind is asked to decide on, when a question came every so many hours for a month. */
  const momentsOf = async (everyHours: number, milliseconds = 0): Promise<RoutingMoment[]> => {
    const moments: RoutingMoment[] = [];
    let time = 0;
    read = 0;
    const decide = (moment: RoutingMoment): [] => {
      time += milliseconds;
      moments.push(moment);
      return [];
    };
    const silent = (): void => undefined;
    const record = { asked: silent, replied: silent, askMade: silent, askPassed: silent, forget: silent };
    const mind = { record, ranker: { rank: () => [] }, assignment: { decide } };
    const threads = [{ topicId: 'like', likeness: 0.5 }];
    const people = new Map([['helper', { memberId: 'helper', asksLeft: 5, mutedTagIds: new Set<string>() }]]);
    const like = { of: async () => ({ byWords: true, threads }) };
    const parts = { communityId: 'community', mind, like, askable: async () => (read++, people) };
    const rehearsal = new Rehearsal(parts, NOW, () => time);
    for (let at = NOW - 30 * DAY; at < NOW; at += everyHours * HOUR) {
      const question = { topicId: String(at), askerId: 'asker', at, productIds: [], tagIds: [], words: 9, like: [] };
      await rehearsal.asked(question);
    }
    return moments;
  };

  it('looks at each question of the last week when it was asked, with threads like it, for those who can be asked', async () => {
    const moments = await momentsOf(6);
    expect(moments).toHaveLength(28);
    expect(read).toBe(1);
    for (const { now, open, arrived, people } of moments) {
      expect(now).toBe(open[0]?.question.at);
      expect(open[0]?.question.like).toHaveLength(1);
      expect(arrived).toEqual(new Set([open[0]?.question.topicId]));
      expect([...people.keys()]).toEqual(['helper']);
    }
  });

  it('looks at the latest two hundred where there are more', async () => {
    const moments = await momentsOf(0.25);
    expect(moments.length).toBeGreaterThan(190);
    expect(moments.length).toBeLessThanOrEqual(201);
    expect(NOW - (moments[0]?.now ?? 0)).toBeLessThan(2.2 * DAY);
  });

  it('looks at fewer where each takes long', async () => {
    expect((await momentsOf(2, 60)).length).toBeLessThan(60);
  });
});
