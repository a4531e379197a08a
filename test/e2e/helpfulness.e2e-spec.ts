import { ViewersService, type Viewer } from '@app/community';
import {
  AnomalyFindingService,
  HelpfulnessLoader,
  HelpfulnessMakingService,
  HelpfulnessQueue,
  MAKE_HELPFULNESS_TASK,
  type HelpfulnessAbout,
} from '@app/reputation';
import { GlobalId } from '@app/kernel';
import { Backstage, keyOf } from '../support/backstage';
import { Conversation } from '../support/conversation';
import type { TestCommunity } from '../support/founder';
import { mutation } from '../support/mutation';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

const HELPED = `query ($id: ID!) { node(id: $id) { ... on Member { helped {
  about questionsSolved peopleHelped lastSolvedAt inWords product { id } tag { name } } } } }`;
const SOLVED = mutation('markSolved', 'id', 'SolvedMarkInput');
const UNMARK = mutation('unmarkSolved', 'id', 'SolvedMarkInput');

interface Evidence {
  readonly about: string;
  readonly questionsSolved: number;
  readonly peopleHelped: number;
  readonly inWords: string;
  readonly product: { id: string } | null;
  readonly tag: { name: string } | null;
}

describe('helpfulness', () => {
  let house: TestApp;
  let ours: TestCommunity;
  let back: Backstage;
  let talk: Conversation;
  let mail: string;
  let [ann, ben, cid]: TestUser[] = [];

  const person = (): Promise<TestUser> => house.founder.member(house.url, ours);
  const make = (community = ours): Promise<number> =>
    house.app.get(HelpfulnessMakingService).make(community.key, new AbortController().signal);
  const helped = async (member: TestUser, reader = house.stranger): Promise<Evidence[]> =>
    (await reader.ask<{ node: { helped: Evidence[] } }>(HELPED, { id: member.memberId })).node.helped;
  const counts = async (member: TestUser): Promise<Record<string, string>> =>
    Object.fromEntries(
      (await helped(member)).map(({ about, questionsSolved, peopleHelped }) => [
        about,
        `${questionsSolved} for ${peopleHelped}`,
      ]),
    );
  /** A question that a helper answered and its asker says is solved. */
  const solve = async (asker: TestUser, helper: TestUser, more: object = {}): Promise<[string, string]> => {
    const topicId = await talk.ask(asker, { productIds: [mail], tags: ['imap'], ...more });
    const answerId = await talk.answer(helper, topicId);
    await asker.ask(SOLVED, { input: { answerId } });
    return [topicId, answerId];
  };

  beforeAll(async () => {
    house = await TestApp.start();
    ours = await house.founder.community();
    back = new Backstage(house, ours);
    talk = new Conversation(ours);
    mail = await house.founder.product(ours);
    await back.rows(`UPDATE products SET name = 'Mail' WHERE id = $1`, mail);
    [ann, ben, cid] = await Promise.all([person(), person(), person()]);
  });
  afterAll(() => house.stop());

  it('shows everybody what was solved, by product and tag, in words, and no sum', async () => {
    const helper = await person();
    await solve(ann!, helper);
    await solve(ann!, helper);
    await solve(ben!, helper, { tags: ['imap', 'sync'] });
    expect(await helped(helper)).toEqual([]);
    await make();
    const evidence = await helped(helper);
    expect(evidence).toMatchObject([
      {
        about: 'Mail',
        questionsSolved: 3,
        peopleHelped: 2,
        product: { id: mail },
        tag: null,
        inWords: 'Solved 3 questions about Mail for 2 people, the last one today',
      },
      { about: 'imap', questionsSolved: 3, peopleHelped: 2, product: null, tag: { name: 'imap' } },
      {
        about: 'sync',
        questionsSolved: 1,
        peopleHelped: 1,
        inWords: 'Solved 1 question about sync for 1 person, today',
      },
    ]);
    expect(await helped(helper, ann)).toEqual(evidence);
    expect(await helped(ann!)).toEqual([]);
  });

  it('tells nothing of what the public does not see, at once', async () => {
    const helper = await person();
    const hidden: [string, string][] = [];
    for (const tag of ['private', 'removed', 'merged', 'unmarked', 'answer-gone'])
      hidden.push(await solve(cid!, helper, { tags: [tag] }));
    const [stays] = await solve(ann!, helper, { tags: ['stays'] });
    await make();
    expect(Object.keys(await counts(helper)).toSorted()).toEqual([
      'Mail',
      'answer-gone',
      'merged',
      'private',
      'removed',
      'stays',
      'unmarked',
    ]);
    const [secret, removed, merged, unmarked, gone] = hidden;
    await back.setTopic(secret![0], `visibility = 'PRIVATE'`);
    await back.setTopic(removed![0], `state = 'REMOVED'`);
    await back.setTopic(merged![0], `merged_into_id = '${keyOf(stays)}'`);
    await cid!.ask(UNMARK, { input: { answerId: unmarked![1] } });
    await back.setAnswerState(gone![1], 'HIDDEN');
    const left = { Mail: '1 for 1', stays: '1 for 1' };
    expect(await counts(helper)).toEqual(left);
    await make();
    expect(await counts(helper)).toEqual(left);
    const staff = await house.founder.member(house.url, ours, { role: 'LEAD' });
    expect((await helped(helper, staff)).map(({ about }) => about).toSorted()).toEqual(['Mail', 'stays']);
  });

  it('leaves out bursts until they are released, what was reversed, and help for oneself', async () => {
    const helper = await person();
    const asker = await person();
    for (let n = 0; n < 6; n++) await solve(asker, helper);
    const own = await talk.ask(helper, { tags: ['own'] });
    const ownAnswer = await talk.answer(helper, own);
    await helper.ask(SOLVED, { input: { answerId: ownAnswer } });
    await make();
    expect(await counts(helper)).toEqual({});
    const decide = (kind: string, limit: number): Promise<object[]> =>
      back.rows(
        `INSERT INTO reputation_entries (community_id, id, kind, at, subject_id, topic_id, rule_version, names_id)
         SELECT community_id, uuidv7(), '${kind}', now(), subject_id, topic_id, 1, id
         FROM (SELECT * FROM reputation_entries WHERE subject_id = $1 AND kind = 'SOLVED' ORDER BY id LIMIT ${limit}) e
         RETURNING id`,
        helper.memberId,
      );
    await decide('RELEASE', 6);
    await make();
    expect(await counts(helper)).toEqual({ Mail: '6 for 1', imap: '6 for 1' });
    await decide('REVERSAL', 2);
    await make();
    expect(await counts(helper)).toEqual({ Mail: '4 for 1', imap: '4 for 1' });
    await back.rows(
      `INSERT INTO reputation_entries (community_id, id, kind, at, subject_id, topic_id, rule_version, names_id)
       SELECT community_id, uuidv7(), 'REVERSAL', now(), subject_id, topic_id, 1, id
       FROM reputation_entries WHERE subject_id = $1 AND kind = 'REVERSAL' RETURNING id`,
      helper.memberId,
    );
    await make();
    expect(await counts(helper)).toEqual({ Mail: '6 for 1', imap: '6 for 1' });
  });

  it('leaves out what accounts of an anomaly say, until a lead says that all is as it should be', async () => {
    const [helper, asker, one, two, three] = await Promise.all([1, 2, 3, 4, 5].map(person));
    const socks = [one!, two!, three!];
    await solve(asker!, helper!);
    await solve(one!, helper!);
    for (const sock of [...socks, ...socks]) for (const other of socks) if (sock !== other) await solve(sock, other);
    await make();
    expect(await counts(helper!)).toEqual({ Mail: '2 for 2', imap: '2 for 2' });
    expect(await counts(two!)).toEqual({ Mail: '4 for 2', imap: '4 for 2' });
    await house.app.get(AnomalyFindingService).find(ours.key);
    const [ring] = await back.rows<{ id: string; kind: string }>(
      `SELECT id, kind FROM reputation_anomalies WHERE member_ids @> ARRAY[$1::uuid] AND state = 'OPEN'`,
      one!.memberId,
    );
    expect(ring).toMatchObject({ kind: 'RING' });
    const left = { Mail: '1 for 1', imap: '1 for 1' };
    expect([await counts(helper!), await counts(two!)]).toEqual([left, {}]);
    const lead = await house.founder.member(house.url, ours, { role: 'LEAD' });
    const decide = (name: string): Promise<unknown> =>
      lead.ask(mutation(name, 'state', 'DecideAnomalyInput'), {
        input: { anomalyId: GlobalId.encode('ReputationAnomaly', ours.key, ring!.id), note: 'Looked at it.' },
      });
    // What it said of somebody outside was not in the anomaly, and is no evidence either.
    await decide('reverseAnomaly');
    expect(await counts(helper!)).toEqual(left);
    await make();
    expect([await counts(helper!), await counts(two!)]).toEqual([left, {}]);
    await decide('takeBackReversal');
    expect(await counts(helper!)).toEqual({ Mail: '2 for 2', imap: '2 for 2' });
    await make();
    expect(await counts(two!)).toEqual({ Mail: '4 for 2', imap: '4 for 2' });
  });

  it('is for leads: more with what was confirmed by words that count, most where it was shown', async () => {
    const [helper, sock, other] = [await person(), await person(), await person()];
    const anonymous = await house.app
      .get(ViewersService, { strict: false })
      .bySlug(ours.slug, { userId: null, scopes: ['read'], actAs: null });
    const values = async (who: TestUser): Promise<HelpfulnessAbout[]> => {
      const lead: Viewer = { ...anonymous!, memberId: keyOf(who.memberId), role: 'LEAD' };
      return (await house.app.get(HelpfulnessLoader).load(lead, keyOf(who.memberId))) ?? [];
    };
    const value = async (who: TestUser, productId: string | null = keyOf(mail)): Promise<HelpfulnessAbout> =>
      (await values(who)).find((one) => one.productId === productId)!;
    expect(await values(helper)).toEqual([]);
    const askers = [await person(), await person()];
    for (const asker of askers) {
      const topicId = await talk.ask(asker, { productIds: [mail] });
      const [good] = [await talk.answer(helper, topicId), await talk.answer(other, topicId)];
      await asker.ask(SOLVED, { input: { answerId: good } });
    }
    const alone = await talk.ask(askers[0]!, { productIds: [mail] });
    const bought = await talk.answer(sock, alone);
    await talk.answer(other, alone);
    for (let n = 0; n < 8; n++) {
      const puppet = await person();
      await puppet.ask(mutation('starAnswer', 'id', 'StarInput'), { input: { answerId: bought } });
    }
    await back.rows(
      `INSERT INTO trust_epochs (community_id, number, rule_version, seeds_digest, words_digest, seed_count, word_count, entry_count, began_at)
       VALUES ('${ours.key}', 1, 1, '', '', 1, 1, 1, now())`,
    );
    for (const [place, asker] of askers.entries())
      await back.rows(
        `INSERT INTO trust_weights (community_id, epoch, member_id, place, weight, flows)
         VALUES ('${ours.key}', 1, $1, ${place}, 1000000, '')`,
        asker.memberId,
      );
    await make();
    const [trusted, farmed, beside] = [await value(helper), await value(sock), await value(other)];
    expect(trusted).toMatchObject({ threads: 2 });
    expect(trusted.likely).toBeGreaterThan(1);
    // Eight stars of accounts whose word does not count bought nothing.
    expect(farmed.likely).toBeLessThan(1);
    expect(beside.likely).toBeLessThan(1);
    const elsewhere = await value(helper, null);
    expect(elsewhere.likely).toBeLessThan(trusted.likely);
    expect(elsewhere.likely).toBeGreaterThan(1);
  });

  it('takes marks and votes that came along with an import for what the source stood for', async () => {
    const [helper, other] = [await person(), await person()];
    const shell = await person();
    const topicId = await talk.ask(shell, { tags: ['brought'] });
    const [answerId] = [await talk.answer(helper, topicId), await talk.answer(other, topicId)];
    await shell.ask(SOLVED, { input: { answerId } });
    await make();
    const received = async (): Promise<number | undefined> =>
      (
        await back.rows<{ received: number }>(
          `SELECT received FROM helpfulness WHERE member_id = $1 AND scope = 'COMMUNITY'`,
          helper.memberId,
        )
      )[0]?.received;
    expect(await received()).toBe(0);
    await back.rows(`UPDATE members SET user_id = NULL WHERE id = $1`, shell.memberId);
    await back.rows(
      `INSERT INTO vote_totals (community_id, post_id, day, up, down) VALUES ('${ours.key}', $1, '-infinity', 4, 1)`,
      answerId,
    );
    await make();
    expect(await received()).toBeCloseTo(13, 3);
  });

  it('is asked for where the ledger, the words or a day have passed, and made once of each state', async () => {
    const queue = house.app.get(HelpfulnessQueue);
    const waiting = async (): Promise<string[]> => {
      const rows = await house.founder.sql<{ key: string }>(
        ours.key,
        `SELECT key FROM graphile_worker.jobs WHERE task_identifier = '${MAKE_HELPFULNESS_TASK}'`,
      );
      await house.founder.sql(ours.key, `DELETE FROM graphile_worker._private_jobs`);
      return rows.map(({ key }) => key);
    };
    const later = (by: string): Promise<object[]> =>
      back.rows(`UPDATE helpfulness_states SET as_of = now() - interval '${by}'`);
    const task = `${MAKE_HELPFULNESS_TASK}:${ours.key}`;
    await make();
    await waiting();
    await later('23 hours');
    await queue.follow();
    expect(await waiting()).not.toContain(task);
    await later('1 minute');
    await solve(ann!, ben!);
    await queue.follow();
    expect(await waiting()).not.toContain(task);
    await later('16 minutes');
    await queue.follow();
    expect(await waiting()).toContain(task);
    await make();
    await back.rows(
      `INSERT INTO trust_epochs (community_id, number, rule_version, seeds_digest, words_digest, seed_count, word_count, entry_count, began_at)
       VALUES ('${ours.key}', 2, 1, '', '', 1, 1, 1, now())`,
    );
    await later('16 minutes');
    await queue.follow();
    expect(await waiting()).toContain(task);
    await make();
    await later('25 hours');
    await queue.follow();
    expect(await waiting()).toContain(task);
    await Promise.all([make(), make(), make()]);
    const rows = await back.rows<{ n: number }>('SELECT count(*)::int AS n FROM helpfulness_states');
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('forgets whoever is erased, and does not know them again', async () => {
    const helper = await person();
    await solve(ann!, helper);
    await make();
    expect(await counts(helper)).not.toEqual({});
    const admin = await house.founder.member(house.url, ours, { role: 'ADMIN' });
    await admin.ask(mutation('eraseMember', 'id'), {
      input: { memberId: helper.memberId, reason: 'They asked for it.' },
    });
    const left = (): Promise<object[]> =>
      back.rows(
        `SELECT member_id FROM helpfulness WHERE member_id = $1 UNION ALL SELECT member_id FROM solved_answers WHERE member_id = $1`,
        helper.memberId,
      );
    expect(await left()).toEqual([]);
    await make();
    expect(await left()).toEqual([]);
  });

  it('stays in its community, and shows nobody but leads a figure of it', async () => {
    const theirs = await house.founder.community();
    await make(theirs);
    await make();
    expect(await back.rows(`SELECT 1 FROM helpfulness WHERE community_id <> '${ours.key}'`)).toEqual([]);
    const { __schema } = await house.stranger.ask<{
      __schema: { types: { name: string; fields: { name: string }[] | null }[] };
    }>('{ __schema { types { name fields { name } } } }');
    const names = __schema.types.flatMap(({ name, fields }) => (fields ?? []).map((field) => `${name}.${field.name}`));
    const figures = names.filter((name) => /helpfulness|received|expected|likel(y|iness)\b/i.test(name));
    expect(figures.filter((name) => !name.startsWith('Helpfulness.'))).toEqual(['Superfan.helpfulness']);
    expect(names).toContain('Member.helped');
  });
});
