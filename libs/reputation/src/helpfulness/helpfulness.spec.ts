import type { HelpSums, MemberSums } from './help-sums';
import { helpfulnessIn } from './helpfulness';

const sums = (received: number, expected: number): HelpSums => ({ received, expected, threads: 1 });
const known = (community: HelpSums, products = {}, tags = {}): MemberSums => ({
  community,
  products: new Map<string, HelpSums>(Object.entries(products)),
  tags: new Map<string, HelpSums>(Object.entries(tags)),
});
const ABOUT = { productIds: ['mail'], tagIds: ['imap'] };

describe('helpfulness in a context', () => {
  it('takes strangers for people like others, and is in doubt about them', () => {
    const { likely, least, most } = helpfulnessIn(ABOUT, known(sums(0, 0)));
    expect(likely).toBe(1);
    expect(least).toBeLessThan(0);
    expect(most).toBeGreaterThan(2);
  });

  it('is surer the more is seen, without more being better', () => {
    const few = helpfulnessIn(ABOUT, known(sums(8, 4)));
    const many = helpfulnessIn(ABOUT, known(sums(800, 400)));
    const poor = helpfulnessIn(ABOUT, known(sums(200, 400)));
    expect(many.least).toBeGreaterThan(few.least);
    expect(many.likely).toBeLessThanOrEqual(2);
    // However often: answers that help less than those beside them do not add up to more than a good few.
    expect(poor.least).toBeLessThan(few.least);
    expect(helpfulnessIn(ABOUT, known(sums(2_000, 4_000))).likely).toBeLessThan(1);
  });

  it('lets what is known of the tag weigh more, then the product, then all the community', () => {
    const community = sums(10, 10);
    const of = (products: object, tags: object): number =>
      helpfulnessIn(ABOUT, known(community, products, tags)).likely;
    const nothing = of({}, {});
    const product = of({ mail: sums(8, 4) }, {});
    const both = of({ mail: sums(8, 4) }, { imap: sums(8, 4) });
    expect(product).toBeGreaterThan(nothing);
    expect(both).toBeGreaterThan(product);
    expect(of({ calendar: sums(8, 4) }, { caldav: sums(8, 4) })).toBe(nothing);
  });

  it('is about each of many tags a little', () => {
    const tags = { imap: sums(8, 4), pop: sums(0, 0) };
    const one = helpfulnessIn({ productIds: [], tagIds: ['imap'] }, known(sums(10, 10), {}, tags)).likely;
    const two = helpfulnessIn({ productIds: [], tagIds: ['imap', 'pop'] }, known(sums(10, 10), {}, tags)).likely;
    expect(two).toBeLessThan(one);
    expect(two).toBeGreaterThan(1);
  });
});
