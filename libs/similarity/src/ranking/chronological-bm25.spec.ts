import { ChronologicalBm25 } from './chronological-bm25';

function index(...documents: string[]): ChronologicalBm25 {
  const bm25 = new ChronologicalBm25();
  for (const document of documents) bm25.add(document.split(' '));
  return bm25;
}

describe('ChronologicalBm25', () => {
  it('scores as the formula says', () => {
    const scores = index('mail lost', 'mail mail sent today').scores(['mail', 'lost']);
    const mail = Math.log(1 + 0.5 / 2.5);
    const lost = Math.log(1 + 1.5 / 1.5);
    const score = (rarity: number, count: number, length: number): number =>
      (rarity * count * 1.9) / (count + 0.9 * (0.6 + (0.4 * length) / 3));
    expect(scores[0]).toBeCloseTo(score(mail, 1, 2) + score(lost, 1, 2), 12);
    expect(scores[1]).toBeCloseTo(score(mail, 2, 4), 12);
  });

  it('knows nothing of what came later', () => {
    const past = index('mail lost', 'folder gone');
    const whole = index('mail lost', 'folder gone', 'mail mail mail', 'lost lost lost lost');
    expect(whole.scores(['mail', 'lost'], 2)).toEqual(past.scores(['mail', 'lost']));
  });

  it('has no scores before the first document, and zeros for unknown words', () => {
    expect(index('mail').scores(['mail'], 0)).toHaveLength(0);
    expect([...index('mail', 'folder').scores(['nowhere'])]).toEqual([0, 0]);
  });
});
