import { publishedRules } from './published-rules';
import { CURRENT_RULES, REPUTATION_RULES, rulesOf } from './reputation-rules';

describe('the published rules', () => {
  it('have versions without a gap, and know none but these', () => {
    expect(REPUTATION_RULES.map(({ version }) => version)).toEqual(REPUTATION_RULES.map((_, place) => place + 1));
    expect(rulesOf(CURRENT_RULES.version)).toBe(CURRENT_RULES);
    expect(() => rulesOf(CURRENT_RULES.version + 1)).toThrow(RangeError);
  });

  it('say every figure in words, the newest version first', () => {
    const [newest] = publishedRules();
    expect(newest?.version).toBe(CURRENT_RULES.version);
    for (const { value, text } of newest?.clauses ?? []) expect(text).toContain(String(value));
    expect(newest?.text.split('\n')).toEqual(expect.arrayContaining(newest?.clauses.map(({ text }) => text) ?? []));
    expect(publishedRules().at(-1)?.changes).toEqual([]);
  });

  it('say what a version changed of the one before', () => {
    const next = { ...CURRENT_RULES, version: 2, burstMost: 7, points: { ...CURRENT_RULES.points, STAR: 12 } };
    const [second, first] = publishedRules([CURRENT_RULES, next]);
    expect(first?.changes).toEqual([]);
    expect(second?.changes).toEqual([
      {
        name: 'points.star',
        before: 10,
        after: 12,
        text: '- 10 points for a star for an answer.\n+ 12 points for a star for an answer.',
      },
      { name: 'burstMost', before: 5, after: 7, text: expect.stringMatching(/^- More than 5 .*\n\+ More than 7 /) },
    ]);
  });
});
