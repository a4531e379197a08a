/** @jest-environment ./test/security/dom.environment.js */
import * as fc from 'fast-check';
import { sanitise } from '../../libs/community/src/content/html.sanitiser';
import { renderSource } from '../../libs/community/src/content/source.renderer';
import { activeContent, beforeAndAfterPurifying } from './parse-oracle';
import { FRAGMENTS, xssCases } from './xss-corpus';

const soup = fc.array(fc.constantFrom(...FRAGMENTS), { minLength: 1, maxLength: 40 }).map((parts) => parts.join(''));

function html(source: string): string {
  const outcome = renderSource(source);
  return 'html' in outcome ? outcome.html : '';
}

it('the oracle sees what is active', () => {
  expect(activeContent('<a href="javascript:x()">x</a><img src=x onerror=y><svg></svg>')).toEqual([
    'scheme of javascript:x()',
    'rel of javascript:x()',
    'IMG onerror=y',
    'image source',
    '<svg>',
  ]);
});

describe('rendered Markdown holds nothing active', () => {
  const cases = xssCases();

  it(`in ${cases.length} attacks`, () => {
    const faults = cases.flatMap(({ name, source }) => activeContent(html(source)).map((fault) => `${name}: ${fault}`));
    expect(faults).toEqual([]);
  }, 120_000);

  it('and a second sanitiser finds nothing to take out', () => {
    for (const { source } of cases) {
      const [before, after] = beforeAndAfterPurifying(html(source));
      expect(after).toBe(before);
    }
  }, 120_000);

  it('and sanitising again changes nothing', () => {
    for (const { source } of cases) expect(sanitise(html(source))).toBe(html(source));
  });

  it('in 5,000 soups of Markdown and HTML', () => {
    fc.assert(
      fc.property(soup, (source) => {
        const rendered = html(source);
        expect(activeContent(rendered)).toEqual([]);
        expect(sanitise(rendered)).toBe(rendered);
      }),
      { numRuns: 5_000 },
    );
  }, 120_000);
});

describe('the second wall alone', () => {
  it('lets nothing active through, and the second time changes nothing', () => {
    fc.assert(
      fc.property(soup, (source) => {
        const once = sanitise(source);
        expect(activeContent(once).filter((fault) => fault !== 'direction control')).toEqual([]);
        expect(sanitise(once)).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  }, 120_000);

  it('lets no attack through', () => {
    const faults = xssCases().flatMap(({ name, source }) =>
      activeContent(sanitise(source))
        .filter((fault) => fault !== 'direction control')
        .map((fault) => `${name}: ${fault}`),
    );
    expect(faults).toEqual([]);
  }, 120_000);
});
