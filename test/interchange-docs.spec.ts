import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  RECORD_FILES,
  type InterchangeRecord,
  type RecordKind,
} from '../libs/interchange/src/format/interchange-record';
import { RECORD_FIELDS } from '../libs/interchange/src/format/record-fields';
import { stageRecord } from '../libs/interchange/src/loading/stage-record';
import { textOf } from '../libs/interchange/src/loading/text-of';
import { unknownKeys } from '../libs/interchange/src/sources/answerhood/known-keys';
import { ndjsonBlocks } from './support/interchange/ndjson-blocks';

const TEXT = readFileSync(join(__dirname, '../docs/interchange.md'), 'utf8');
const SECTIONS = TEXT.split(/^### /m)
  .slice(1)
  .flatMap((section) => {
    const [, file, kind] = /^(\S+\.ndjson): `(\w+)`/.exec(section) ?? [];
    return file && kind ? [{ file, kind: kind as RecordKind, section }] : [];
  });

/** Fields of a section by name, with whether they must be there. */
function fieldsOf(section: string): Map<string, boolean> {
  const rows = [...section.matchAll(/^\| `(\w+)`\s*\|[^|]*\|([^|]*)\|/gm)];
  return new Map(rows.map(([, name = '', absent = '']) => [name, absent.trim() === 'required']));
}

function fault(record: InterchangeRecord): string | null {
  const text = textOf(record);
  const content = text && { markdown: text.text, html: text.text };
  const staged = stageRecord(record, content, { file: 'example', line: 1 }, 'answerhood');
  return 'fault' in staged ? staged.fault : null;
}

describe('docs/interchange.md', () => {
  it('tells of every kind of record, in the order of an export', () => {
    expect(SECTIONS.map(({ kind, file }) => [kind, file])).toEqual(Object.entries(RECORD_FILES));
  });

  it.each(SECTIONS)('tells of every field of $kind, and of no other', ({ kind, section }) => {
    const known = Object.keys(RECORD_FIELDS[kind]).filter((name) => name !== 'kind');
    expect([...fieldsOf(section).keys()].toSorted()).toEqual(known.toSorted());
  });

  it.each(SECTIONS)('has examples of $kind that are taken, but not without what is required', ({ kind, section }) => {
    const examples = ndjsonBlocks(section).flat();
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) {
      expect([example.kind, unknownKeys(kind, example), fault(example)]).toEqual([kind, [], null]);
      for (const [name, required] of fieldsOf(section)) {
        if (!(name in example)) continue;
        const { [name as keyof InterchangeRecord]: _, ...without } = example;
        const needed = fault(without as InterchangeRecord) !== null;
        if (needed !== required && !(kind === 'mark' && name === 'by')) throw new Error(`${kind}.${name}: ${needed}`);
      }
    }
    const seen = new Set(examples.flatMap((example) => Object.keys(example)));
    for (const [name, required] of fieldsOf(section)) expect([name, seen.has(name) || !required]).toEqual([name, true]);
  });
});
