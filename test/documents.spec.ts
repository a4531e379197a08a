import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SETTINGS } from '@app/environment';

const ROOT = join(__dirname, '..');
const BLOCK = /<!-- settings -->[\s\S]*<!-- \/settings -->/;

/** The table of settings, as the code knows them. */
function settingsTable(): string {
  const rows = SETTINGS.map(({ name, fallback, meaning }) => `| \`${name}\` | ${fallback} | ${meaning} |`);
  return ['| setting | default | meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

/** Tables are laid out by the formatter; what they say is compared. */
function squeezed(text: string): string {
  return text.replace(/ +/g, ' ').replace(/-{3,}/g, '---');
}

describe('the documents', () => {
  it('list the settings that there are (UPDATE_DOCUMENTS=1 writes them)', () => {
    const file = join(ROOT, 'README.md');
    const text = readFileSync(file, 'utf8');
    const wanted = text.replace(BLOCK, () => `<!-- settings -->\n\n${settingsTable()}\n\n<!-- /settings -->`);
    if (process.env['UPDATE_DOCUMENTS']) writeFileSync(file, wanted);
    else expect(squeezed(text)).toBe(squeezed(wanted));
  });

  it('name only scripts that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = ['README.md', 'CONTRIBUTING.md', 'docs/operating.md'].flatMap((file) =>
      [...readFileSync(join(ROOT, file), 'utf8').matchAll(/npm run ([a-z:]+)/g)].map((match) => match[1] ?? ''),
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
