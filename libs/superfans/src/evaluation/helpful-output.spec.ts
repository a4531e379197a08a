import type { PastReply } from '../candidates/past-help';
import { helpfulFrom, helpfulOutput } from './helpful-output';

const reply = (id: string, topicId: string, thankedBy?: string): PastReply => ({
  ...{ id, topicId, askerId: 'ann', askedAt: 0, askerKnown: true, at: 1, others: 0 },
  words: { addressing: 0, sharesProblem: false, thanks: false },
  thanks: thankedBy ? [{ byId: thankedBy, at: 2 }] : [],
});

describe('helpful output', () => {
  it('is 3 for a solution, 2 for votes and 1 for thanks, once a thread', () => {
    const outcomes = new Map([
      ['a', { solved: true, net: 4 }],
      ['b', { solved: false, net: 1 }],
      ['c', { solved: false, net: 0 }],
      ['d', { solved: false, net: -1 }],
    ]);
    const output = (...replies: PastReply[]): number => helpfulOutput(replies, outcomes);
    expect(output(reply('a', '1'), reply('b', '1'), reply('c', '1', 'ann'))).toBe(6);
    expect(output(reply('b', '1'), reply('b', '2'))).toBe(4);
    expect(output(reply('c', '1', 'eve'), reply('d', '2', 'ann'), reply('e', '3'))).toBe(1);
  });

  it('makes helpful the top share, and nobody without any', () => {
    expect(helpfulFrom([9, 5, 4, 0, 0, 0, 0, 0, 0, 0], 0.2)).toBe(5);
    expect(helpfulFrom([1, 0, 0, 0], 0.5)).toBe(1);
  });
});
