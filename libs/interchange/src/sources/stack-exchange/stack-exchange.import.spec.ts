import { counterDrift } from '../../../../../test/support/counter-drift';
import { FoundIn } from '../../../../../test/support/found-in';
import { Founder } from '../../../../../test/support/founder';
import { importRecords, type TestImported } from '../../../../../test/support/import-records';
import { SourceFixture } from '../../../../../test/support/source-fixture';
import { TestDatabase } from '../../../../../test/support/test-database';
import { StackExchangeSource, type StackExchangeOptions } from './stack-exchange.source';

const POSTS = `<posts>
<row Id="1" PostTypeId="1" AcceptedAnswerId="2" CreationDate="2014-01-01T10:00:00" Body="a" OwnerUserId="1" Title="First" />
<row Id="2" PostTypeId="2" ParentId="1" CreationDate="2014-01-02T10:00:00" Body="b" OwnerUserId="2" />
<row Id="3" PostTypeId="1" CreationDate="2014-01-03T10:00:00" Body="c" OwnerDisplayName="user3" Title="Again" ClosedDate="2014-01-04T10:00:00" />
<row Id="4" PostTypeId="2" ParentId="3" CreationDate="2014-01-03T11:00:00" Body="d" OwnerUserId="-1" />
</posts>`;
const USERS = `<users>
<row Id="1" DisplayName="Ann" CreationDate="2013-01-01T10:00:00" />
<row Id="2" DisplayName="Ann" CreationDate="2013-01-01T10:00:00" />
</users>`;
const VOTES = `<votes>
<row Id="1" PostId="2" VoteTypeId="2" CreationDate="2014-01-02T00:00:00" />
<row Id="2" PostId="2" VoteTypeId="2" CreationDate="2014-01-02T00:00:00" />
<row Id="3" PostId="2" VoteTypeId="3" CreationDate="2014-01-02T00:00:00" />
<row Id="4" PostId="2" VoteTypeId="2" CreationDate="2014-01-05T00:00:00" />
<row Id="5" PostId="2" VoteTypeId="1" CreationDate="2014-01-02T00:00:00" />
</votes>`;
const COMMENTS = `<comments>
<row Id="1" PostId="3" Score="2" Text="- e" CreationDate="2014-01-03T12:00:00" UserId="1" />
</comments>`;
const LINKS = `<postlinks>
<row Id="1" CreationDate="2014-01-04T10:00:00" PostId="3" RelatedPostId="1" LinkTypeId="3" />
</postlinks>`;

describe('importing a dump', () => {
  let database: TestDatabase;
  let founder: Founder;

  beforeAll(async () => {
    database = await TestDatabase.create();
    founder = new Founder(database.ownerUrl);
  });

  afterAll(async () => {
    await founder.stop();
    await database.drop();
  });

  async function imported(slug: string, options?: StackExchangeOptions): Promise<TestImported> {
    const dump = new SourceFixture();
    const files = { Posts: POSTS, Users: USERS, Votes: VOTES, Comments: COMMENTS, PostLinks: LINKS };
    for (const [name, text] of Object.entries(files)) dump.write(`${name}.xml`, text);
    const { records } = await FoundIn.all(new StackExchangeSource(dump.path, options));
    const outcome = await importRecords(records, { ownerUrl: database.ownerUrl, slug, origin: 'stackexchange' });
    expect(outcome.rejects).toEqual([]);
    expect(await counterDrift(founder, outcome.communityId)).toEqual([]);
    return outcome;
  }

  it('counts votes of a day together, links duplicates, and changes nothing the second time', async () => {
    const { communityId: id } = await imported('beer');
    expect(await founder.sql(id, `SELECT day::text, up, down FROM vote_totals ORDER BY day, up`)).toEqual([
      { day: '-infinity', up: 2, down: 0 },
      { day: '2014-01-02', up: 2, down: 1 },
      { day: '2014-01-05', up: 1, down: 0 },
    ]);
    expect(await founder.sql(id, `SELECT star_count, solved FROM answers WHERE body = 'b'`)).toEqual([
      { star_count: 3, solved: true },
    ]);
    expect(await founder.sql(id, `SELECT closed_reason, resolved_at FROM topics ORDER BY created_at`)).toEqual([
      { closed_reason: null, resolved_at: new Date('2014-01-02T23:59:59.999Z') },
      { closed_reason: 'Duplicate of “First”', resolved_at: null },
    ]);
    expect(await founder.sql(id, `SELECT kind FROM topic_links`)).toEqual([{ kind: 'DUPLICATE' }]);
    expect(await founder.sql(id, `SELECT body FROM comments`)).toEqual([{ body: '\\- e' }]);
    const again = await imported('beer');
    for (const outcome of Object.values(again.kinds)) expect(outcome).toMatchObject({ added: 0, updated: 0, kept: 0 });
  });

  it('merges duplicates with what was said on them', async () => {
    const { communityId: id } = await imported('merged', { duplicates: 'merge' });
    const topics = `SELECT t.title, into_.title AS "mergedInto", t.answer_count AS answers FROM topics t
      LEFT JOIN topics into_ ON into_.id = t.merged_into_id ORDER BY t.created_at`;
    expect(await founder.sql(id, topics)).toEqual([
      { title: 'First', mergedInto: null, answers: 2 },
      { title: 'Again', mergedInto: 'First', answers: 0 },
    ]);
    const moved = `SELECT t.title, m.title AS "from" FROM comments c JOIN topics t ON t.id = c.topic_id
      JOIN topics m ON m.id = c.moved_from_id`;
    expect(await founder.sql(id, moved)).toEqual([{ title: 'First', from: 'Again' }]);
  });
});
