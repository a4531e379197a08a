import { assert, property, string } from 'fast-check';
import { lookupPaths, storedPath } from './old-path';

describe('the form in which an old address is stored', () => {
  it.each([
    ['https://getsatisfaction.com/acme/topics/why_so', '/acme/topics/why_so'],
    ['//forum.example.com/t/title/12/', '/t/title/12'],
    ['/t/title/12/#reply', '/t/title/12'],
    ['/viewtopic.php?f=3&t=7', '/viewtopic.php?f=3&t=7'],
    ['/caf%C3%A9/', '/café'],
    ['/100%', '/100%'],
    ['/', '/'],
    ['/empty?', '/empty'],
  ])('of %s is %s', (address, stored) => expect(storedPath(address)).toBe(stored));

  it.each(['', 'no address', 'mailto:ann@example.com', '/a%0d%0aset-cookie:x', '/a\u0000', `/${'x'.repeat(2000)}`])(
    'does not exist of %j',
    (address) => expect(storedPath(address)).toBeNull(),
  );
});

describe('the stored forms that are looked for', () => {
  it.each([
    ['/t5/Heating/Why-is-it-cold/m-p/4711', '/t5/m-p/4711'],
    ['/t5/Heating/Why-is-it-cold/td-p/4711/highlight/true', '/t5/m-p/4711'],
    ['/t5/Heating/Why/m-p/4711?attachment-id=7', '/t5/m-p/4711'],
    ['/questions/12/any-title', '/questions/12'],
    ['/questions/12/any-title/13', '/a/13'],
    ['/q/12/99', '/questions/12'],
    ['/users/7/ann', '/users/7'],
    ['/t/any-title/12/3', '/t/12'],
    ['/t/any-title/12/3', '/t/12/3'],
    ['/t/12/3', '/t/12'],
    ['/t/any-title/12?u=ann', '/t/12'],
    ['/c/support/printers/7/l/latest', '/c/7'],
    ['/u/ann/summary', '/u/ann'],
    ['/t5/Heating/bd-p/heating-board', '/t5/bd-p/heating-board'],
    ['/community/t5/Heating/Why/m-p/4711#M5', '/t5/m-p/4711'],
    ['/hc/en-us/community/posts/360-Any-title/comments/77', '/hc/community/comments/77'],
    ['/hc/en-us/community/posts/360-Any-title/comments/77', '/hc/community/posts/360'],
    ['/hc/community/topics/200', '/hc/community/topics/200'],
    ['/hc/en-us/community/posts/360-Any-title', '/hc/community/posts/360'],
    ['/en-US/questions/12?page=2', '/questions/12'],
    ['/acme/topics/why/?utm=x', '/acme/topics/why'],
    ['/viewtopic.php?f=3&t=7', '/viewtopic.php?f=3&t=7'],
  ])('of %s hold %s', (asked, stored) => expect(lookupPaths(asked)).toContain(stored));

  it('do not take the number of a post for a topic', () => expect(lookupPaths('/t/12/3')).not.toContain('/t/3'));

  it('begin with what was asked for, and hold what was stored of the same address', () => {
    expect(lookupPaths('/a/?b=1').slice(0, 4)).toEqual(['/a/?b=1', '/a?b=1', '/a/', '/a']);
    assert(
      property(string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const stored = storedPath(`/x${text}`);
        if (stored) expect(lookupPaths(`/x${text}`)).toContain(stored);
      }),
    );
  });

  it('are none of what is no path', () => {
    expect(lookupPaths('https://evil.example/')).toEqual([]);
    expect(lookupPaths('/%00')).toEqual([]);
  });
});
