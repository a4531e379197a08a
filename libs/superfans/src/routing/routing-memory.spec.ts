import { RoutingMemory } from './routing-memory';

const DAY = 86_400_000;
const question = (topicId: string, askerId: string, at: number, productIds: string[] = []) => ({
  topicId,
  askerId,
  at,
  productIds,
  tagIds: [],
  words: 10,
  like: [],
});

describe('the memory of routing', () => {
  it('counts an answer once for each question, and nothing that the asker says', () => {
    const memory = new RoutingMemory();
    memory.asked(question('t1', 'ann', 0));
    memory.replied({ topicId: 't1', memberId: 'ann', at: DAY });
    memory.replied({ topicId: 't1', memberId: 'bob', at: DAY });
    memory.replied({ topicId: 't1', memberId: 'bob', at: 2 * DAY });
    expect(memory.person('ann')).toBeUndefined();
    expect(memory.person('bob')).toMatchObject({ pickUps: 1, lastReply: 2, previousReply: 1 });
    expect(memory.pickUpsOf('t1')).toHaveLength(1);
    expect(memory.person('bob')?.lately.days7.valueAt(8)).toBeCloseTo(Math.exp(-1));
  });

  it('knows a reply to a topic that it was not told of as a sign of life', () => {
    const memory = new RoutingMemory();
    memory.replied({ topicId: 'old', memberId: 'bob', at: DAY });
    expect(memory.person('bob')).toMatchObject({ pickUps: 0, lastReply: 1 });
  });

  it('forgets somebody with all that they answered', () => {
    const memory = new RoutingMemory();
    memory.asked(question('t1', 'ann', 0));
    memory.replied({ topicId: 't1', memberId: 'bob', at: 1 });
    memory.replied({ topicId: 't1', memberId: 'eve', at: 2 });
    memory.forget('bob');
    expect(memory.person('bob')).toBeUndefined();
    expect(memory.pickUpsOf('t1').map(({ person }) => person.memberId)).toEqual(['eve']);
  });

  it('expects less about a product of whom an ask was not their field, and today of whom has no time', () => {
    const memory = new RoutingMemory();
    memory.asked(question('t1', 'ann', 0, ['mail']));
    memory.replied({ topicId: 't1', memberId: 'bob', at: 0 });
    memory.askPassed({ topicId: 't1', memberId: 'bob', at: DAY }, 'NOT_MY_FIELD');
    const bob = memory.person('bob')!;
    expect(bob.willingness(['mail'], 1)).toBeCloseTo(1 / 1.5);
    expect(bob.willingness(['calendar'], 1)).toBe(1);
    memory.askPassed({ topicId: 't1', memberId: 'bob', at: 3.5 * DAY }, 'NO_TIME');
    expect(bob.willingness(['calendar'], 3.9)).toBeCloseTo(0.2);
    expect(bob.willingness(['calendar'], 4.1)).toBe(1);
  });

  it('tells which share of the asks of late some people got', () => {
    const memory = new RoutingMemory();
    for (const memberId of ['bob', 'bob', 'bob', 'eve']) memory.askMade({ topicId: 't', memberId, at: DAY });
    expect(memory.shareOfAsks(new Set(['bob']), DAY)).toBeCloseTo(0.75);
    expect(new RoutingMemory().shareOfAsks(new Set(['bob']), DAY)).toBe(0);
  });
});
