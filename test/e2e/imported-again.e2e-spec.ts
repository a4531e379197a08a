import { GlobalId } from '@app/kernel';
import type { InterchangeRecord } from '@app/interchange';
import { tablesWith } from '../support/canaries';
import { communityRows } from '../support/community-rows';
import { counterDrift } from '../support/counter-drift';
import { importRecords } from '../support/import-records';
import { mutation } from '../support/mutation';
import { SAMPLE_RECORDS } from '../support/sample-records';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

const LATER = '2020-02-01T10:00:00.000Z';
const CANARY = 'zorrocanary';

/** The sample, in which one member is named, and found by an old address, by the canary, and one follows another. */
const SOURCE: readonly InterchangeRecord[] = [
  ...SAMPLE_RECORDS.map((record) =>
    record.kind === 'member' && record.externalId === '3'
      ? { ...record, name: CANARY, email: `${CANARY}@example.com`, bio: { text: CANARY } }
      : record,
  ),
  { kind: 'redirect', path: `/u/${CANARY}`, to: { member: '3' } },
];

/** What came after: of the one who was claimed (1), and of the one who was erased (3). */
const GROWN: readonly InterchangeRecord[] = [
  ...SOURCE,
  ...(['1', '3'] as const).flatMap((author): InterchangeRecord[] => [
    {
      kind: 'topic',
      topicKind: 'QUESTION',
      externalId: `9${author}`,
      author,
      title: `Later ${author}`,
      body: { text: 'So?' },
      createdAt: LATER,
    },
    {
      kind: 'answer',
      externalId: `8${author}`,
      topic: '12',
      author,
      body: { text: `Reply ${author}` },
      createdAt: LATER,
    },
    { kind: 'follow', member: author, followed: { topic: '12' }, createdAt: LATER },
    { kind: 'follow', member: '4', followed: { member: author }, createdAt: LATER },
    { kind: 'meToo', topic: '12', member: author, createdAt: LATER },
  ]),
];

describe('a source that is imported again', () => {
  let house: TestApp;
  let key: string;
  let ann: TestUser;

  const bring = (records: readonly InterchangeRecord[]): ReturnType<typeof importRecords> =>
    importRecords(records, { ownerUrl: house.database.ownerUrl, slug: 'beer' });
  const one = async <Row extends object>(text: string, ...values: unknown[]): Promise<Row | undefined> =>
    (await house.founder.sql<Row>(key, text, values))[0];
  const memberOf = async (externalId: string): Promise<string> =>
    (
      await one<{ id: string }>(
        `SELECT id FROM external_records WHERE kind = 'member' AND external_id = $1`,
        externalId,
      )
    )?.id ?? '';

  beforeAll(async () => {
    house = await TestApp.start();
    key = (await bring(SOURCE)).communityId;
    const beer = { key, slug: 'beer', id: GlobalId.encode('Community', key, key) };
    const admin = await house.founder.member(house.url, beer, { role: 'ADMIN' });
    ann = await house.founder.member(house.url, beer);
    const { viewer } = await ann.ask<{ viewer: { email: string } }>('{ viewer { email } }');
    const [old, gone] = [await memberOf('1'), await memberOf('3')];
    const member = (id: string): string => GlobalId.encode('Member', key, id);
    await admin.ask(mutation('claimMember'), { input: { memberId: member(old), email: viewer.email } });
    await admin.ask(mutation('eraseMember'), { input: { memberId: member(gone), reason: 'Asked for.' } });
  });
  afterAll(() => house.stop());

  it('changes nothing of who was claimed as somebody else, or erased', async () => {
    expect(await tablesWith(house.database, CANARY)).toEqual([]);
    const before = await communityRows(house.founder, { key });
    const { rejects } = await bring(SOURCE);
    expect(rejects).toEqual([]);
    expect(await communityRows(house.founder, { key })).toEqual(before);
    expect(await tablesWith(house.database, CANARY)).toEqual([]);
  });

  it('gives what is new to whom they are now, and lets nobody who is erased follow', async () => {
    const { rejects } = await bring(GROWN);
    expect(rejects.map(({ reason }) => reason)).toEqual(Array(2).fill(expect.stringContaining('was erased')));
    expect(await counterDrift(house.founder, key)).toEqual([]);
    const id = GlobalId.parse(ann.memberId)?.id;
    for (const text of [
      `SELECT author_id AS id FROM topics WHERE title = 'Later 1'`,
      `SELECT author_id AS id FROM answers WHERE body = 'Reply 1'`,
      `SELECT f.person_id AS id FROM follows f JOIN members m ON m.id = f.member_id WHERE m.display_name = 'Dan'`,
      `SELECT target_id AS id FROM redirects WHERE path = '/users/1'`,
    ])
      expect([text, await one(text)]).toEqual([text, { id }]);
    expect(
      await one(
        `SELECT m.display_name AS name FROM topics t JOIN members m ON m.id = t.author_id WHERE t.title = 'Later 3'`,
      ),
    ).toEqual({ name: 'Former member' });
    const erased = `SELECT id FROM members WHERE erased_at IS NOT NULL`;
    expect(
      await one(`SELECT id FROM follows WHERE member_id IN (${erased}) OR person_id IN (${erased})`),
    ).toBeUndefined();
    expect(await tablesWith(house.database, CANARY)).toEqual([]);
    const before = await communityRows(house.founder, { key });
    await bring(GROWN);
    expect(await communityRows(house.founder, { key })).toEqual(before);
  });
});
