import { assert, property, string } from 'fast-check';
import { publicPathOf } from './public-path';

describe('public paths', () => {
  const id = '0191d2c4-0000-7000-8000-000000000001';
  const topic = { code: 'x7k2', slug: 'why-is-it-cold' };

  it('are those of the pages', () => {
    expect(publicPathOf('acme', { thing: 'Topic', ...topic })).toBe('/c/acme/topics/x7k2/why-is-it-cold');
    expect(publicPathOf('acme', { thing: 'Answer', communityId: id, id, topic })).toMatch(
      /^\/c\/acme\/topics\/x7k2\/why-is-it-cold#[\w-]{44}$/,
    );
    expect(publicPathOf('acme', { thing: 'Member', handle: 'ann' })).toBe('/c/acme/people/ann');
    expect(publicPathOf('acme', { thing: 'Product', slug: 'lamp' })).toBe('/c/acme/products/lamp');
    expect(publicPathOf('acme', { thing: 'Article', slug: 'setup' })).toBe('/c/acme/articles/setup');
  });

  it('stay on their origin, whatever they are made of', () => {
    assert(
      property(string({ unit: 'grapheme' }), string({ unit: 'grapheme' }), (community, handle) => {
        const path = publicPathOf(community, { thing: 'Member', handle });
        expect(path).toMatch(/^\/c\/[^/\\]*\/people\/[^/\\]*$/);
        expect(new URL(`https://help.example.com${path}`).origin).toBe('https://help.example.com');
      }),
    );
  });
});
