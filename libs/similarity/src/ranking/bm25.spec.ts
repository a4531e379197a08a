import { Bm25 } from './bm25';

function index(...documents: string[]): Bm25 {
  const bm25 = new Bm25();
  for (const document of documents) bm25.add(document.split(' '));
  return bm25;
}

describe('Bm25', () => {
  it('scores as the formula says', () => {
    const scores = index('mail lost', 'mail mail sent today').scores(['mail', 'lost']);
    const mail = Math.log(1 + 0.5 / 2.5);
    const lost = Math.log(1 + 1.5 / 1.5);
    const score = (rarity: number, count: number, length: number): number =>
      (rarity * count * 1.9) / (count + 0.9 * (0.6 + (0.4 * length) / 3));
    expect(scores[0]).toBeCloseTo(score(mail, 1, 2) + score(lost, 1, 2), 12);
    expect(scores[1]).toBeCloseTo(score(mail, 2, 4), 12);
  });

  it('takes new documents at any time', () => {
    const grown = index('mail lost', 'folder gone');
    expect(grown.scores(['mail'])[0]).toBeGreaterThan(0);
    grown.add(['mail']);
    expect([...grown.scores(['mail', 'lost'])]).toEqual([
      ...index('mail lost', 'folder gone', 'mail').scores(['mail', 'lost']),
    ]);
  });

  it('knows how common a word is', () => {
    const bm25 = index('mail lost', 'mail mail', 'folder gone', 'sent');
    expect([bm25.shareWith('mail'), bm25.shareWith('sent'), bm25.shareWith('nowhere')]).toEqual([0.5, 0.25, 0]);
    expect(new Bm25().shareWith('mail')).toBe(0);
  });

  it('has no scores before the first document, and zeros for unknown words', () => {
    expect(new Bm25().scores(['mail'])).toHaveLength(0);
    expect([...index('mail', 'folder').scores(['nowhere'])]).toEqual([0, 0]);
  });
});

describe('Bm25 that forgets', () => {
  it('is as if what it forgot had never been', () => {
    const texts = Array.from({ length: 200 }, (_, n) => `common word${n % 50} rare${n} ${n % 2 ? 'odd odd' : 'even'}`);
    const all = index(...texts);
    const odd = texts.map((_, n) => n).filter((n) => n % 2 === 1);
    all.keep(odd);
    const words = ['common', 'word7', 'odd', 'even', 'rare11'];
    const kept = index(...odd.map((n) => texts[n]!));
    expect([...all.scores(words)]).toEqual([...kept.scores(words)]);
    expect(all.sharedWith(5, ['odd', 'rare11', 'rare12'])).toEqual(['rare11', 'odd']);
    expect(all.bytes).toBe(kept.bytes);
  });
});
