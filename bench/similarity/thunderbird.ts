import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { Parser } from 'htmlparser2';
import type { History, PastLink, PastReply, PastThread } from '@app/similarity';

type Row = Readonly<Record<string, string>>;

/** Reads the Thunderbird forum as a history: English, without spam, links by others than the asker. */
export async function thunderbird(folder: string): Promise<History> {
  const questions = await rowsOf(folder, 'questions.csv.gz');
  const asked = new Map<string, PastThread & { readonly replies: PastReply[] }>();
  for (const row of questions) {
    if (row.is_spam === 'true' || row.locale !== 'en-US') continue;
    asked.set(row.id ?? '', {
      at: timeOf(row.created),
      author: row.creator ?? '',
      title: decoded(row.title),
      body: plainText(row.content),
      replies: [],
    });
  }
  for (const row of await rowsOf(folder, 'answers.csv.gz')) {
    const thread = asked.get(row.question_id ?? '');
    if (!thread || row.is_spam === 'true' || row.creator === thread.author) continue;
    const at = Math.max(timeOf(row.created), thread.at);
    thread.replies.push({ at, author: row.creator ?? '', text: plainText(row.content) });
  }
  const ordered = [...asked].sort(([a, one], [b, other]) => one.at - other.at || Number(a) - Number(b));
  const threads = ordered.map(([, thread]) => thread);
  const numbers = new Map(ordered.map(([id], number) => [id, number]));
  const known = await rowsOf(folder, 'kb/articles.csv.gz');
  const articleNumbers = new Map(known.map(({ slug = '' }, number) => [slug, number]));
  const linksOf = async (file: string, column: string, targets: Map<string, number>): Promise<PastLink[]> =>
    firstLinks(await rowsOf(folder, file), column, { numbers, targets, threads });
  const between = await linksOf('labels/question_links.csv', 'linked_question_id', numbers);
  return {
    threads,
    articles: known.map((row) => ({
      title: `${decoded(row.title)} ${decoded(row.summary)}`,
      text: plainText(row.html),
    })),
    articleLinks: await linksOf('labels/kb_links.csv', 'kb_slug', articleNumbers),
    // Who asked both says nothing about what others would find alike.
    threadLinks: between.filter(({ from, to }) => threads[from]?.author !== threads[to]?.author),
  };
}

export function isThere(folder: string): boolean {
  return existsSync(join(folder, 'questions.csv.gz'));
}

async function rowsOf(folder: string, file: string): Promise<Row[]> {
  const bytes = createReadStream(join(folder, file));
  const text = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  const rows: Row[] = [];
  for await (const row of text.pipe(parse({ columns: true }))) rows.push(row as Row);
  return rows;
}

function firstLinks(
  rows: readonly Row[],
  column: string,
  known: {
    readonly numbers: ReadonlyMap<string, number>;
    readonly targets: ReadonlyMap<string, number>;
    readonly threads: readonly PastThread[];
  },
): PastLink[] {
  const first = new Map<string, PastLink>();
  for (const row of rows) {
    const from = known.numbers.get(row.question_id ?? '');
    const to = known.targets.get(row[column] ?? '');
    if (from === undefined || to === undefined || row.answer_creator === known.threads[from]?.author) continue;
    const link = { at: timeOf(row.answer_created), from, to };
    const before = first.get(`${from} ${to}`);
    if (!before || link.at < before.at) first.set(`${from} ${to}`, link);
  }
  return [...first.values()].sort((a, b) => a.at - b.at || a.from - b.from || a.to - b.to);
}

/** '2023-01-01 02:21:46 +0000' */
function timeOf(text = ''): number {
  return Date.parse(`${text.slice(0, 10)}T${text.slice(11, 19)}Z`);
}

function decoded(text = ''): string {
  return plainText(text.replaceAll('<', '&lt;')).trim();
}

/** The text between the tags, entities resolved. */
function plainText(html = ''): string {
  let text = '';
  const parser = new Parser({
    ontext: (part) => (text += part),
    onopentag: () => (text += ' '),
    onclosetag: () => (text += ' '),
  });
  parser.end(html);
  return text;
}
