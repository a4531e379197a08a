import { FoundIn } from '../../../../../test/support/found-in';
import { gunzipped, realData } from '../../../../../test/support/real-data';
import { StackExchangeSource } from './stack-exchange.source';

const folder = realData('beer-stackexchange');

/** Counted over the text of the files by expressions, with no XML read. */
class Counted {
  private readonly lines = new Map<string, string[]>();

  constructor(private readonly path: string) {}

  rows(file: string, ...having: RegExp[]): string[] {
    const lines = this.lines.get(file) ?? gunzipped(`${this.path}/${file}.xml.gz`).match(/^ *<row .*$/gm) ?? [];
    this.lines.set(file, lines);
    return lines.filter((line) => having.every((expression) => expression.test(line)));
  }

  ids(file: string, attribute: string, ...having: RegExp[]): Set<string> {
    const expression = new RegExp(` ${attribute}="([^"]*)"`);
    return new Set(this.rows(file, ...having).flatMap((line) => expression.exec(line)?.[1] ?? []));
  }
}

const QUESTIONS = / PostTypeId="1" /;
const ANSWERS = / PostTypeId="2" /;

(folder ? describe : describe.skip)('the dump of a real site', () => {
  let found: FoundIn;
  let counted: Counted;

  beforeAll(async () => {
    found = await FoundIn.all(new StackExchangeSource(folder ?? ''));
    counted = new Counted(folder ?? '');
  });

  it('gives as many records as its files have rows', () => {
    const { rows } = counted;
    const count = (...args: Parameters<Counted['rows']>) => rows.apply(counted, args).length;
    const questions = count('Posts', QUESTIONS);
    const answers = count('Posts', ANSWERS);
    const users = count('Users') - 1;
    const posts = new Set([...counted.ids('Posts', 'Id', QUESTIONS), ...counted.ids('Posts', 'Id', ANSWERS)]);
    const votes = counted
      .rows('Votes', / VoteTypeId="[23]" /)
      .filter((line) => posts.has(/ PostId="(\d+)"/.exec(line)?.[1] ?? ''));
    const scored = count('Comments', / Score="[1-9]\d*" /);
    const nameless = /^(?!.* (?:Owner)?UserId=")/;
    const names = new Set([
      ...counted.ids('Posts', 'OwnerDisplayName', /PostTypeId="[12]"/, nameless),
      ...counted.ids('Comments', 'UserDisplayName', nameless),
    ]);
    expect(found.counts).toEqual({
      topic: questions,
      answer: answers,
      comment: count('Comments'),
      member: users + names.size,
      tag: count('Tags'),
      vote: votes.length + scored,
      mark: count('Posts', / AcceptedAnswerId="/),
      link: found.of('link').length,
      redirect: 2 * questions + answers + users,
    });
    expect(found.faults).toEqual([]);
  });

  it('leaves out and counts all other rows', () => {
    const kept = ['Posts', 'Comments', 'Tags', 'Users', 'Votes', 'PostLinks', 'Badges'];
    const rows = kept.reduce((sum, file) => sum + counted.rows(file).length, 0);
    const names = counted.ids('Posts', 'Id').size - counted.ids('Posts', 'Id', / PostTypeId="[12]" /).size;
    const wikis = ['tag wikis', 'excerpts of tag wikis', 'wiki placeholders'].map((name) => found.leftOut[name] ?? 0);
    expect(wikis.reduce((sum, count) => sum + count)).toBe(names);
    expect(found.leftOut['badges']).toBe(counted.rows('Badges').length);
    expect(found.leftOut['reputations of users']).toBe(counted.rows('Users').length - 1);
    const ofProfiles = / of users$/;
    const leftOut = Object.entries(found.leftOut).filter(([name]) => !ofProfiles.test(name));
    const scores = found.of('vote').filter(({ on }) => 'comment' in on).length;
    const named = found.of('member').filter(({ externalId }) => externalId.startsWith('name:')).length;
    const { redirect = 0 } = found.counts;
    const recorded = found.records.length - redirect - scores - named;
    expect(recorded + leftOut.reduce((sum, [, count]) => sum + count, 0)).toBe(rows);
  });

  it('dates no mark before its answer', () => {
    const given = new Map(found.of('answer').map(({ externalId, createdAt }) => [externalId, createdAt]));
    const early = found.of('mark').filter(({ answer, createdAt }) => createdAt < (given.get(answer) ?? '9'));
    expect(early).toEqual([]);
  });

  it('names every post, person and question that something refers to', () => {
    const [members, topics, answers] = (['member', 'topic', 'answer'] as const).map(
      (kind) => new Set(found.of(kind).map(({ externalId }) => externalId)),
    );
    const authors = [...found.of('topic'), ...found.of('answer'), ...found.of('comment')].map(({ author }) => author);
    expect(authors.filter((author) => author !== null && !members?.has(author))).toEqual([]);
    expect(found.of('answer').filter(({ topic }) => !topics?.has(topic))).toEqual([]);
    expect(found.of('mark').filter(({ answer }) => !answers?.has(answer))).toEqual([]);
  });

  it('closes duplicates with a reason', () => {
    const duplicates = new Set(found.of('link').flatMap(({ link, topic }) => (link === 'DUPLICATE' ? [topic] : [])));
    const closed = found.of('topic').filter(({ closedAt }) => closedAt);
    expect(closed).toHaveLength(counted.rows('Posts', / ClosedDate="/).length);
    const reasoned = closed.filter(({ closedReason }) => closedReason?.startsWith('Duplicate of '));
    expect(new Set(reasoned.map(({ externalId }) => externalId))).toEqual(duplicates);
    expect(duplicates.size).toBeGreaterThan(20);
  });

  it('merges as many as it would link', async () => {
    const merged = await FoundIn.all(new StackExchangeSource(folder ?? '', { duplicates: 'merge' }));
    const moved = new Set(merged.of('merge').map(({ source }) => source));
    expect(moved.size).toBe(
      new Set(found.of('link').flatMap(({ link, topic }) => (link === 'DUPLICATE' ? [topic] : []))).size,
    );
    expect(merged.of('answer').filter(({ topic }) => moved.has(topic))).toEqual([]);
    expect(merged.of('topic').filter(({ mergedInto }) => mergedInto)).toHaveLength(moved.size);
  });
});
