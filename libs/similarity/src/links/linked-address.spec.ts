import { LinkedAddresses } from './linked-address';

const addresses = new LinkedAddresses('https://help.example.com', 'acme');

function inLink(href: string): unknown {
  return addresses.in(`<p>See <a rel="nofollow" href="${href}">this</a>.</p>`)[0];
}

describe('addresses in a post', () => {
  it.each([
    ['https://help.example.com/c/acme/topics/x7k2/why-is-it-cold#Answer', { kind: 'TOPIC', name: 'x7k2' }],
    ['/c/acme/topics/x7k2', { kind: 'TOPIC', name: 'x7k2' }],
    ['/c/acme/articles/caf%C3%A9?x=1', { kind: 'ARTICLE', name: 'café' }],
  ])('%s is one of our own', (href, own) => expect(inLink(href)).toEqual({ host: null, own, paths: [] }));

  it('may be those that something had elsewhere', () => {
    expect(inLink('https://old.example.com/en-US/questions/12?page=2&amp;x=1')).toMatchObject({
      host: 'old.example.com',
      own: null,
      paths: expect.arrayContaining(['/questions/12']) as unknown,
    });
    expect(inLink('/en-US/kb/compacting')).toMatchObject({ host: null, own: null });
  });

  it.each(['mailto:ann@example.com', 'https://', 'javascript:x'])('%s is none', (href) =>
    expect(inLink(href)).toBeUndefined(),
  );

  it('are none of another community, of another host under our paths, and of text', () => {
    expect(inLink('/c/other/topics/x7k2')).toMatchObject({ own: null });
    expect(inLink('https://elsewhere.example/c/acme/topics/x7k2')).toMatchObject({
      own: null,
      host: 'elsewhere.example',
    });
    expect(addresses.in('<p>href="/c/acme/topics/x7k2"</p>')).toEqual([]);
  });

  it('are found once each, and not without end', () => {
    const many = Array.from({ length: 90 }, (_, n) => `<a href="/q/${n}">a</a><a href="/q/${n}">b</a>`).join('');
    expect(addresses.in(many)).toHaveLength(50);
  });
});
