import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import * as fc from 'fast-check';
import { BodyText } from './body-text.decorator';
import { EmailAddress } from './email.rules';
import { Handle } from './handle.rules';
import { DisplayName, PlainText } from './plain-text.decorator';
import { slugify } from './slugify';
import { bodyTextFault, codePointLength, isBlank, normalisePlainText, plainTextFault, TEXT_LIMITS } from './text.rules';

class Input {
  @PlainText({ min: 1, max: TEXT_LIMITS.title })
  title: unknown;

  @BodyText()
  body: unknown;

  @PlainText({ min: 1, max: TEXT_LIMITS.feeling })
  feeling: unknown;

  @DisplayName()
  displayName: unknown;

  @Handle()
  handle: unknown;

  @EmailAddress()
  email: unknown;

  @PlainText({ min: 1, max: 10, each: true })
  tags: unknown;
}

const good = {
  title: 'How?',
  body: 'Like this.',
  feeling: 'curious',
  displayName: 'Ann',
  handle: 'ann',
  email: 'ann@example.com',
  tags: ['wifi'],
};

function read(change: Record<string, unknown>): { input: Input; faults: string[] } {
  const input = plainToInstance(Input, { ...good, ...change });
  return { input, faults: validateSync(input).flatMap((error) => Object.values(error.constraints ?? {})) };
}

describe('the texts that people write', () => {
  it.each([
    ['blank title', { title: ' \u200B\u2060 ' }, 'title must not be blank'],
    ['empty title', { title: '' }, 'title must not be blank'],
    ['title that draws nothing', { title: '\u3164\u2800\u0301' }, 'title must not be blank'],
    ['301 characters', { title: 'x'.repeat(301) }, 'title must be at most 300 characters long, and has 301'],
    ['301 emoji', { title: '🌡'.repeat(301) }, 'title must be at most 300 characters long, and has 301'],
    ['NUL', { title: 'a\0b' }, 'title must be one line of text without control characters'],
    ['two lines', { title: 'a\nb' }, 'title must be one line of text without control characters'],
    [
      'lone surrogate',
      { title: 'a\uD83D' },
      'title must be well-formed Unicode, and holds half a character (a lone surrogate)',
    ],
    ['number as title', { title: 7 }, 'title must be a text'],
    ['list as title', { title: ['x'] }, 'title must be a text'],
    ['20,001 characters', { body: 'x'.repeat(20_001) }, 'body must be at most 20000 characters long, and has 20001'],
    ['NUL in a body', { body: 'a\0' }, 'body must not contain control characters'],
    ['blank body', { body: '\n\n  \n' }, 'body must not be blank'],
    ['81 characters of feeling', { feeling: 'x'.repeat(81) }, 'feeling must be at most 80 characters long, and has 81'],
    ['name of 61', { displayName: 'x'.repeat(61) }, 'displayName must be at most 60 characters long, and has 61'],
    ['name of zero-width', { displayName: '\u200B\u200D' }, 'displayName must not be blank'],
    ['one bad tag', { tags: ['wifi', ' '] }, 'tags must not be blank'],
    ['no address', { email: 'ann@' }, 'email must be an e-mail address such as ann@example.com'],
    [
      'mail header',
      { email: 'ann@example.com\nBcc: x@y.com' },
      'email must be an e-mail address such as ann@example.com',
    ],
    [
      'Cyrillic handle',
      { handle: 'аnna' },
      'handle must be 3 to 30 of a-z, 0-9, _ and -, and begin with a letter or a digit',
    ],
  ])('refuses: %s', (_name, change, sentence) => {
    expect(read(change).faults).toEqual([sentence]);
  });

  it('takes the longest that are allowed', () => {
    const longest = {
      title: '🌡'.repeat(300),
      body: 'x'.repeat(20_000),
      feeling: 'x'.repeat(80),
      displayName: 'é'.repeat(60),
      handle: 'a'.repeat(30),
    };
    expect(read(longest).faults).toEqual([]);
  });

  it('stores texts in one form', () => {
    const { input, faults } = read({
      title: '  cafe\u0301 \u202Etxt.exe ',
      body: '\n \n    code\r\nnext  \n\n',
      displayName: ' A\u200Bnn \u00A0 Lee ',
      handle: ' Ann_7 ',
      email: ' Ann+x@Example.COM ',
      tags: [' wifi '],
    });
    expect(faults).toEqual([]);
    expect(input).toEqual({
      title: 'café txt.exe',
      body: '    code\nnext',
      feeling: 'curious',
      displayName: 'Ann Lee',
      handle: 'ann_7',
      email: 'ann+x@example.com',
      tags: ['wifi'],
    });
  });

  it('keeps tabs and lines of a body', () => {
    expect(bodyTextFault('a\n\tb')).toBeNull();
  });

  it('counts as PostgreSQL does, and normalising twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(codePointLength(text)).toBe(Array.from(text).length);
        const once = normalisePlainText(text);
        expect(normalisePlainText(once)).toBe(once);
        if (plainTextFault(once, { min: 1, max: 100 }) === null) expect(isBlank(once)).toBe(false);
      }),
    );
  });
});

describe('slugify', () => {
  it.each([
    ["Why won't my Pilo 2 dock?", 'why-wont-my-pilo-2-dock'],
    ['Thermostat fällt ständig aus – Größe?', 'thermostat-fallt-standig-aus-grosse'],
    ['Łódź & Ærø', 'lodz-aero'],
    ['カメラが映らない', 'k3x9'],
    ['¿?', 'k3x9'],
    ['x'.repeat(200), 'x'.repeat(80)],
    [`${'word '.repeat(15)}abcdefghijk`, 'word-'.repeat(15).slice(0, -1)],
  ])('%s', (title, slug) => {
    expect(slugify(title, 'K3X9')).toBe(slug);
  });

  it('gives an address of [a-z0-9-] for any title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (title) => {
        expect(slugify(title, 'k3x9')).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      }),
    );
  });
});
