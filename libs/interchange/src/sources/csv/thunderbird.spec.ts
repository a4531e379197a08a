import { FoundIn } from '../../../../../test/support/found-in';
import { gunzipped, realData } from '../../../../../test/support/real-data';
import { CsvSource } from './csv.source';

const folder = realData('thunderbird');

/** The rows of a table by one expression over its text, all in memory. */
function tableOf(file: string): Readonly<Record<string, string>>[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, cell = '', end = ''] of gunzipped(file).matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/g)) {
    row.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === ',') continue;
    if (row.some((text) => text !== '')) rows.push(row);
    row = [];
  }
  const [header = [], ...body] = rows;
  return body.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])));
}

function sum(rows: readonly Readonly<Record<string, string>>[], column: string): number {
  return rows.reduce((total, row) => total + Number(row[column]), 0);
}

(folder ? describe : describe.skip)('the files of a real forum', () => {
  const questions = folder ? tableOf(`${folder}/questions.csv.gz`) : [];
  const answers = folder ? tableOf(`${folder}/answers.csv.gz`) : [];
  const articles = folder ? tableOf(`${folder}/kb/articles.csv.gz`) : [];
  let found: FoundIn;

  beforeAll(async () => {
    const options = { folder: folder ?? '' };
    found = await FoundIn.all(await CsvSource.open('docs/examples/thunderbird.yaml', options));
    // Reading bytes is several times slower within the test runner.
  }, 300_000);

  it('gives as many records as the files have rows', () => {
    const helped = answers.filter((row) => row['num_helpful'] !== '0' || row['num_unhelpful'] !== '0');
    expect(found.faults).toEqual([]);
    expect(found.leftOut).toEqual({});
    expect(found.counts).toEqual({
      community: 1,
      topic: questions.length,
      answer: answers.length,
      article: articles.length,
      vote: helped.length,
      mark: questions.filter((row) => row['solution'] !== '').length,
      redirect: 2 * questions.length + 2 * articles.length,
    });
  });

  it('reads the same texts, whole', () => {
    const bodies = new Map(found.of('answer').map(({ externalId, body }) => [externalId, body.text]));
    const changed = answers.filter(({ id = '', content = '' }) => bodies.get(id) !== content);
    expect(changed).toEqual([]);
    const titles = new Map(found.of('topic').map(({ externalId, title }) => [externalId, title]));
    const retitled = questions.filter(
      ({ id = '', title = '' }) => titles.get(id) !== title.replace(/\s+/g, ' ').trim(),
    );
    expect(retitled).toEqual([]);
  });

  it('counts me toos, votes, locks, spam and edits as the columns do', () => {
    const [topics, posts] = [found.of('topic'), found.of('answer')];
    const count = (rows: typeof questions, column: string, value: string) =>
      rows.filter((row) => row[column] === value).length;
    const total = (values: readonly (number | undefined)[]) =>
      values.reduce<number>((all, value) => all + (value ?? 0), 0);
    expect(total(topics.map(({ meTooBase }) => meTooBase))).toBe(sum(questions, 'num_votes'));
    expect(total(found.of('vote').map(({ up }) => up))).toBe(sum(answers, 'num_helpful'));
    expect(total(found.of('vote').map(({ down }) => down))).toBe(sum(answers, 'num_unhelpful'));
    expect(topics.filter(({ closedAt }) => closedAt)).toHaveLength(count(questions, 'is_locked', 'true'));
    expect(topics.filter(({ state }) => state === 'REMOVED')).toHaveLength(count(questions, 'is_spam', 'true'));
    expect(posts.filter(({ state }) => state === 'REMOVED')).toHaveLength(count(answers, 'is_spam', 'true'));
    const edited = answers.filter(({ created, updated }) => created !== updated);
    expect(posts.filter(({ editedAt }) => editedAt)).toHaveLength(edited.length);
  });

  it('marks the solutions, each an answer of its question', () => {
    const topicOf = new Map(found.of('answer').map(({ externalId, topic }) => [externalId, topic]));
    const marked = found.of('mark').map(({ answer }) => `${topicOf.get(answer)}: ${answer}`);
    const solved = questions.filter((row) => row['solution'] !== '').map(({ id, solution }) => `${id}: ${solution}`);
    expect(marked.toSorted()).toEqual(solved.toSorted());
  });

  it('takes tags, products and locales as they stand', () => {
    const tags = found.of('topic').map(({ tags: all = [] }) => all.toSorted().join());
    const expected = questions.map((row) => {
      const names = [...(row['tags'] ?? '').split(';'), row['topic'] ?? ''].filter((name) => name !== '');
      return [...new Set(names)].toSorted().join();
    });
    expect(tags).toEqual(expected);
    expect(new Set(found.of('topic').flatMap(({ products = [] }) => products))).toEqual(new Set(['thunderbird']));
    expect(new Set(found.of('topic').map(({ locale }) => locale)).size).toBe(11);
  });
});
