import { CURRENT_RULES, LedgerReader, LiveEntries, type LedgerEntry } from '@app/reputation';
import { Client } from 'pg';
import { BACKFILL_LEDGER } from '../../migrations/support/ledger-triggers';
import { Backstage, keyOf } from '../support/backstage';
import { Conversation } from '../support/conversation';
import type { TestCommunity } from '../support/founder';
import { ledgerDrift } from '../support/ledger-drift';
import { mutation } from '../support/mutation';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';
import { untilServed } from '../support/until-served';

const STAR = mutation('starAnswer', 'id', 'StarInput');
const UNSTAR = mutation('takeBackStar', 'id', 'StarInput');
const SOLVED = mutation('markSolved', 'id', 'SolvedMarkInput');
const UNSOLVED = mutation('unmarkSolved', 'id', 'SolvedMarkInput');
const OFFICIAL = mutation('markOfficial');
const UNOFFICIAL = mutation('unmarkOfficial', 'id');

describe('the ledger', () => {
  let house: TestApp;
  let community: TestCommunity;
  let talk: Conversation;
  let back: Backstage;
  let ledger: LedgerReader;
  let [ann, ben, cas, rep]: TestUser[] = [];

  beforeAll(async () => {
    house = await TestApp.start();
    community = await house.founder.community();
    talk = new Conversation(community);
    back = new Backstage(house, community);
    ledger = house.app.get(LedgerReader, { strict: false });
    [ann, ben, cas] = await Promise.all([1, 2, 3].map(() => house.founder.member(house.url, community)));
    rep = await house.founder.member(house.url, community, { role: 'REPRESENTATIVE' });
  });
  afterAll(() => house.stop());

  const people = (): Record<'ann' | 'ben' | 'cas' | 'rep', TestUser> => {
    if (!ann || !ben || !cas || !rep) throw new Error('Nobody is there yet.');
    return { ann, ben, cas, rep };
  };
  const all = async (key = community.key): Promise<LedgerEntry[]> => {
    const entries: LedgerEntry[] = [];
    for await (const part of ledger.entriesOf(key)) entries.push(...part);
    return entries;
  };
  const entriesOn = async (postId: string): Promise<LedgerEntry[]> => {
    const entries = await all();
    const about = new Set(entries.filter((entry) => entry.postId === keyOf(postId)).map(({ id }) => id));
    return entries.filter(({ id, namesId }) => about.has(id) || about.has(namesId ?? ''));
  };
  const kindsOn = async (postId: string): Promise<string[]> => (await entriesOn(postId)).map(({ kind }) => kind);
  /** Kinds of confirmations that stand. */
  const liveOn = async (postId: string): Promise<string[]> => {
    const entries = await entriesOn(postId);
    const live = new LiveEntries(entries);
    return entries.filter((entry) => entry.namesId === null && live.has(entry)).map(({ kind }) => kind);
  };
  const newcomer = (): Promise<TestUser> => house.founder.member(house.url, community);

  it('gets an entry of each confirmation, with whose word it is, whose help, where and by which rules', async () => {
    const { ann: asker, ben: helper, cas: reader, rep: staff } = people();
    const product = await house.founder.product(community);
    const topicId = await talk.ask(asker, { productIds: [product], tags: ['calendar'] });
    const answerId = await talk.answer(helper, topicId);
    await reader.ask(STAR, { input: { answerId } });
    await asker.ask(SOLVED, { input: { answerId } });
    await staff.ask(OFFICIAL, { input: { answerId } });
    const entries = await entriesOn(answerId);
    expect(entries).toMatchObject(
      [
        ['STAR', reader, 10],
        ['SOLVED', asker, 15],
        ['OFFICIAL', staff, 20],
      ].map(([kind, user, points]) => ({
        kind,
        actorId: keyOf((user as TestUser).memberId),
        points,
        subjectId: keyOf(helper.memberId),
        topicId: keyOf(topicId),
        productIds: [keyOf(product)],
        refusal: null,
        ruleVersion: CURRENT_RULES.version,
        cause: null,
      })),
    );
    const marked = await back.rows<{ at: Date }>(`SELECT created_at AS at FROM stars WHERE answer_id = $1`, answerId);
    expect(entries[0]?.at).toBe(marked[0]?.at.getTime());
    expect(entries[0]?.tagIds).toHaveLength(1);
  });

  it('gets a reversal of what is taken back, once, and a new entry of what is said again', async () => {
    const { ann: asker, ben: helper, cas: reader, rep: staff } = people();
    const topicId = await talk.ask(asker);
    const answerId = await talk.answer(helper, topicId);
    const input = { answerId };
    for (const query of [STAR, UNSTAR, UNSTAR, STAR, UNSTAR]) await reader.ask(query, { input });
    for (const query of [SOLVED, UNSOLVED]) await asker.ask(query, { input });
    for (const query of [OFFICIAL, UNOFFICIAL, OFFICIAL]) await staff.ask(query, { input });
    expect(await kindsOn(answerId)).toEqual([
      'STAR',
      'REVERSAL',
      'STAR',
      'REVERSAL',
      'SOLVED',
      'REVERSAL',
      'OFFICIAL',
      'REVERSAL',
      'OFFICIAL',
    ]);
    expect(await liveOn(answerId)).toEqual(['OFFICIAL']);
    const reversed = (await entriesOn(answerId)).filter(({ kind }) => kind === 'REVERSAL');
    expect(new Set(reversed.map(({ namesId }) => namesId)).size).toBe(4);
    expect(reversed).toMatchObject(reversed.map(() => ({ cause: 'TAKEN_BACK', actorId: null, points: 0 })));
  });

  it('keeps one entry and its reversals when many press at once', async () => {
    const { ann: asker, ben: helper, cas: reader } = people();
    const answerId = await talk.answer(helper, await talk.ask(asker));
    const input = { answerId };
    await Promise.all(Array.from({ length: 50 }, () => untilServed(reader, STAR, { input })));
    expect(await kindsOn(answerId)).toEqual(['STAR']);
    await Promise.all(Array.from({ length: 50 }, () => untilServed(reader, UNSTAR, { input })));
    expect(await kindsOn(answerId)).toEqual(['STAR', 'REVERSAL']);
  });

  it('gives nothing to one person on both sides, nor for help with a topic of their own', async () => {
    const { ann: asker, ben: helper, rep: staff } = people();
    const topicId = await talk.ask(asker);
    const [own, followUp, twin] = [
      await talk.answer(staff, topicId),
      await talk.answer(asker, topicId),
      await talk.answer(helper, topicId),
    ];
    await staff.ask(OFFICIAL, { input: { answerId: own } });
    await asker.ask(SOLVED, { input: { answerId: followUp } });
    await helper.ask(STAR, { input: { answerId: followUp } });
    const other = await newcomer();
    await back.rows(
      `UPDATE users SET email = CASE id WHEN (SELECT user_id FROM members WHERE id = $1) THEN 'd.ora+x@gmail.com'
         ELSE 'dora@googlemail.com' END
       WHERE id IN (SELECT user_id FROM members WHERE id = ANY (ARRAY[$1, $2]::uuid[]))`,
      helper.memberId,
      other.memberId,
    );
    await other.ask(STAR, { input: { answerId: twin } });
    const refusals = async (id: string) => (await entriesOn(id)).map(({ refusal, points }) => [refusal, points]);
    expect(await refusals(own)).toEqual([['SAME_PERSON', 0]]);
    expect(await refusals(followUp)).toEqual([
      ['SAME_PERSON', 0],
      ['OWN_TOPIC', 0],
    ]);
    expect(await refusals(twin)).toEqual([['SAME_PERSON', 0]]);
  });

  it('credits who linked a duplicate once it is confirmed, and no longer when that is wrong', async () => {
    const { ann: asker, ben: helper, cas: other, rep: staff } = people();
    const linkedId = await talk.ask(other);
    const topicId = await talk.ask(asker);
    const input = { topicId, linkedId };
    await helper.ask(mutation('linkTopic', 'id'), { input: { ...input, kind: 'DUPLICATE' } });
    expect(await kindsOn(linkedId)).toEqual([]);
    await asker.ask(mutation('confirmDuplicate', 'id', 'LinkEndsInput'), { input });
    const [entry] = await entriesOn(linkedId);
    expect(entry).toMatchObject({
      kind: 'DUPLICATE',
      actorId: keyOf(asker.memberId),
      subjectId: keyOf(helper.memberId),
      topicId: keyOf(topicId),
      points: 10,
    });
    await staff.ask(mutation('rejectLink', 'id', 'LinkEndsInput'), { input });
    expect(await kindsOn(linkedId)).toEqual(['DUPLICATE', 'REVERSAL']);
    await staff.ask(mutation('linkTopic', 'id'), { input: { ...input, kind: 'DUPLICATE' } });
    expect((await entriesOn(linkedId)).at(-1)).toMatchObject({ kind: 'DUPLICATE', refusal: 'SAME_PERSON' });
    await staff.ask(mutation('unlinkTopic', 'id', 'LinkEndsInput'), { input });
    expect(await kindsOn(linkedId)).toEqual(['DUPLICATE', 'REVERSAL', 'DUPLICATE', 'REVERSAL']);
  });

  it('keeps one entry of a mark that merges move, and gives back what they suspend', async () => {
    const { ann: asker, ben: helper, cas: other, rep: staff } = people();
    const [sourceId, targetId] = [await talk.ask(asker), await talk.ask(other)];
    const [moved, kept] = [await talk.answer(helper, sourceId), await talk.answer(helper, targetId)];
    await asker.ask(SOLVED, { input: { answerId: moved } });
    for (const answerId of [moved, kept]) await staff.ask(OFFICIAL, { input: { answerId } });
    const before = await entriesOn(moved);
    await staff.ask(mutation('mergeTopic', 'id'), { input: { topicId: sourceId, intoId: targetId } });
    expect(await kindsOn(moved)).toEqual(['SOLVED', 'OFFICIAL', 'REVERSAL']);
    await staff.ask(mutation('unmergeTopic', 'id'), { input: { topicId: sourceId } });
    expect(await kindsOn(moved)).toEqual(['SOLVED', 'OFFICIAL', 'REVERSAL', 'OFFICIAL']);
    const after = (await entriesOn(moved)).at(-1);
    expect({ ...after, id: before[1]?.id }).toEqual(before[1]);
    expect(await kindsOn(kept)).toEqual(['OFFICIAL']);
  });

  it('follows a member who is claimed, without a change of what was written', async () => {
    const { ann: asker, cas: reader } = people();
    const [old, claimer] = [await newcomer(), await newcomer()];
    const topicId = await talk.ask(old);
    const [given, got] = [await talk.answer(reader, topicId), await talk.answer(old, await talk.ask(asker))];
    await old.ask(SOLVED, { input: { answerId: given } });
    await asker.ask(STAR, { input: { answerId: got } });
    const before = await all();
    const admin = await house.founder.member(house.url, community, { role: 'ADMIN' });
    await back.rows('UPDATE members SET user_id = NULL WHERE id = $1', old.memberId);
    const [user] = await back.rows<{ email: string }>(
      'SELECT email FROM users WHERE id = (SELECT user_id FROM members WHERE id = $1)',
      claimer.memberId,
    );
    await admin.ask(mutation('claimMember', 'id'), { input: { memberId: old.memberId, email: user?.email } });
    const [from, to] = [keyOf(old.memberId), keyOf(claimer.memberId)];
    const renamed = (id: string | null): string | null => (id === from ? to : id);
    expect(await all()).toEqual(
      before.map((entry) => ({ ...entry, actorId: renamed(entry.actorId), subjectId: renamed(entry.subjectId) })),
    );
    await claimer.ask(UNSOLVED, { input: { answerId: given } });
    expect(await kindsOn(given)).toEqual(['SOLVED', 'REVERSAL']);
    expect(await ledger.entriesAbout(community.key, to)).toMatchObject([{ kind: 'STAR', postId: keyOf(got) }]);
  });

  it('reverses the word of who is erased, and keeps what was said of them under no name', async () => {
    const { ann: asker, ben: helper } = people();
    const leaver = await newcomer();
    const [given, got] = [
      await talk.answer(helper, await talk.ask(asker)),
      await talk.answer(leaver, await talk.ask(asker)),
    ];
    await leaver.ask(STAR, { input: { answerId: given } });
    await asker.ask(STAR, { input: { answerId: got } });
    const admin = await house.founder.member(house.url, community, { role: 'ADMIN' });
    await admin.ask(mutation('eraseMember', 'id'), { input: { memberId: leaver.memberId, reason: 'They asked.' } });
    expect((await entriesOn(given)).map(({ kind, cause }) => [kind, cause])).toEqual([
      ['STAR', null],
      ['REVERSAL', 'ERASED'],
    ]);
    expect(await liveOn(got)).toEqual(['STAR']);
  });

  it('is written of what was confirmed before there was a ledger', async () => {
    const standing = async (): Promise<object[]> => {
      const entries = await all();
      const live = new LiveEntries(entries);
      const said = entries.filter((entry) => entry.namesId === null && live.has(entry));
      return said
        .map((entry) => ({
          entry: { ...entry, id: '' },
          key: JSON.stringify([entry.kind, entry.postId, entry.actorId, entry.topicId]),
        }))
        .toSorted((a, b) => (a.key < b.key ? -1 : 1))
        .map(({ entry }) => entry);
    };
    const before = await standing();
    expect(await ledgerDrift(house.founder, community.key)).toEqual([]);
    expect(before.length).toBeGreaterThan(8);
    await back.rows('DELETE FROM reputation_entries');
    await back.rows(BACKFILL_LEDGER);
    expect(await standing()).toEqual(before);
    expect((await all()).filter(({ namesId }) => namesId !== null)).toEqual([]);
  });

  it('tells the same as the marks that stand', async () => {
    expect(await ledgerDrift(house.founder, community.key)).toEqual([]);
  });

  it('can be added to by the application, and not be changed', async () => {
    const client = new Client({ connectionString: house.database.appUrl });
    await client.connect();
    await client.query(`SELECT set_config('app.community_id', '${community.key}', false)`);
    for (const statement of [
      'DELETE FROM reputation_entries',
      `UPDATE reputation_entries SET refusal = NULL`,
      'TRUNCATE reputation_entries',
    ]) {
      await expect(client.query(statement)).rejects.toThrow('permission denied');
    }
    await client.end();
  });
});
