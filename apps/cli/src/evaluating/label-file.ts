import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { DomainError } from '@app/kernel';
import type { LabelledLink } from '@app/similarity';
import { parse } from 'csv-parse';

/** Under which names a label file may have its columns. */
const COLUMNS = {
  question: ['question_id'],
  target: ['kb_slug', 'article_id', 'linked_question_id'],
  reply: ['answer_id'],
  at: ['answer_created'],
} as const;

/**
 * Reads links that people made: a CSV file (gzipped, where it ends in .gz) with the columns `question_id`; `kb_slug`,
 * `article_id` or `linked_question_id`; `answer_id`; `answer_created`. Others are not looked at.
 */
export async function readLabels(file: string): Promise<LabelledLink[]> {
  const bytes = createReadStream(file);
  const text = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  const labels: LabelledLink[] = [];
  for await (const row of text.pipe(parse({ columns: true, bom: true }))) {
    labels.push(labelOf(row as Record<string, string>, file));
  }
  return labels;
}

function labelOf(row: Readonly<Record<string, string>>, file: string): LabelledLink {
  const column = (names: readonly string[]): string => {
    const name = names.find((one) => row[one] !== undefined);
    if (name === undefined) throw DomainError.invalid(`${file} has no column ${names.join(' or ')}: give it one.`);
    return row[name] ?? '';
  };
  const at = new Date(column(COLUMNS.at));
  if (Number.isNaN(at.getTime())) {
    throw DomainError.invalid(`${file}: "${column(COLUMNS.at)}" is no date: write it as 2024-07-01 09:30:00 +0000.`);
  }
  return { question: column(COLUMNS.question), target: column(COLUMNS.target), reply: column(COLUMNS.reply), at };
}
