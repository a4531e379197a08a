import { randomUUID } from 'node:crypto';
import { TopicViewsService } from '@app/community';
import { newId } from '@app/kernel';
import { Backstage, keyOf } from '../support/backstage';
import { Conversation } from '../support/conversation';
import type { TestCommunity } from '../support/founder';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

const MEASURE = 'value low high n';
const SHARE = 'share low high';
const RATES = `heldOut { n asked rate { ${SHARE} } } treated { n asked rate { ${SHARE} } } difference { ${SHARE} }`;
const FIGURE = `unit formula ${MEASURE} assumptions { name value } before { ${MEASURE} }`;
const DEFLECTION = `query ($id: ID!, $from: DateTime, $to: DateTime, $solved: Int, $spread: Float) {
  deflection(communityId: $id, from: $from, to: $to, solvedViewsPerAnswer: $solved, spread: $spread) {
    explicit { ${FIGURE} } surveyed { ${FIGURE} } modelled { ${FIGURE} } holdOut { formula ${RATES} before { ${RATES} } } } }`;
const ROWS = `query ($id: ID!, $from: DateTime, $to: DateTime, $list: AttemptList!, $after: String) {
  deflection(communityId: $id, from: $from, to: $to) {
    attempts(list: $list, first: 2, after: $after) { nodes { isHeldOut answeredAt askedAt answeredTopic { id } } pageInfo { hasNextPage endCursor } }
    surveyAnswers(first: 2) { nodes { answer topic { id } } pageInfo { hasNextPage endCursor } }
    viewedTopics(first: 2) { nodes { topic { id } solvedViews otherViews } } } }`;
const SURVEY = 'query ($id: ID!) { topic(id: $id) { surveyToken } }';
const ANSWER = 'mutation ($input: AnswerSurveyInput!) { answerSurvey(input: $input) }';
const START = 'mutation ($input: StartAskAttemptInput!) { startAskAttempt(input: $input) { id token isSurveyed } }';

/** A day of the window, which is January 2026; December is the one before. */
const january = (day: number): string => `2026-01-${String(day).padStart(2, '0')}T12:00:00Z`;
const WINDOW = { from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' };

interface Attempted {
  readonly at: string;
  readonly answered?: string;
  readonly asked?: string;
  readonly heldOut?: boolean;
  readonly member?: TestUser;
}

interface Page {
  readonly nodes: object[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

describe('deflection', () => {
  let house: TestApp;
  let community: TestCommunity;
  let back: Backstage;
  let say: Conversation;
  let ann: TestUser;
  let lead: TestUser;
  let topics: readonly [string, string];

  const attempted = async ({ at, answered, asked, heldOut = false, member }: Attempted): Promise<void> => {
    await house.founder.sql(
      community.key,
      `INSERT INTO ask_attempts (community_id, id, member_id, held_out, surveyed, created_at, answered_at, answered_kind,
         answered_id, asked_at, asked_topic_id)
       VALUES ($1, $2, $3, $4, false, $5, $6, $7, $8, $9, $10)`,
      [
        ...[community.key, newId(), member ? keyOf(member.memberId) : null, heldOut, at],
        ...[answered ?? null, answered ? 'TOPIC' : null, answered ? keyOf(topics[0]) : null],
        ...[asked ?? null, asked ? keyOf(topics[1]) : null],
      ],
    );
  };
  const figures = (variables: object = WINDOW, user = lead): Promise<Record<string, Record<string, object>>> =>
    user
      .ask<{ deflection: Record<string, Record<string, object>> }>(DEFLECTION, { id: community.id, ...variables })
      .then(({ deflection }) => deflection);

  beforeAll(async () => {
    house = await TestApp.start();
    community = await house.founder.community({ surveyPercent: 100 });
    back = new Backstage(house, community);
    say = new Conversation(community);
    ann = await house.founder.member(house.url, community);
    lead = await house.founder.member(house.url, community, { role: 'LEAD' });
    topics = [await say.ask(ann), await say.ask(ann)];
    await back.rows(`UPDATE topics SET created_at = '2026-01-12T12:00:00Z' WHERE id = $1`, topics[1]);
    // Said so and did not ask: by a stranger, and by a member who had asked before.
    await attempted({ at: january(5), answered: january(5) });
    await attempted({ at: january(14), answered: january(14), member: ann });
    // Asked all the same: in the attempt, or as a member two days later.
    await attempted({ at: january(6), answered: january(6), asked: january(8) });
    await attempted({ at: january(10), answered: january(10), member: ann });
    // Asked eight days later: that is another question.
    await attempted({ at: january(7), answered: january(7), asked: january(15) });
    // Of December one held.
    await attempted({ at: '2025-12-20T12:00:00Z', answered: '2025-12-20T12:00:00Z' });
    // Four were held out, three of which asked; four more were treated, and one asked.
    for (let i = 0; i < 4; i++) {
      await attempted({ at: january(20), heldOut: true, ...(i < 3 ? { asked: january(20) } : {}) });
      await attempted({ at: january(21), ...(i < 1 ? { asked: january(21) } : {}) });
    }
    for (const [answer, at, count] of [
      ['YES', january(3), 15],
      ['PARTLY', january(4), 13],
      ['NO', january(4), 120],
      ['NO', '2025-12-31T23:59:59Z', 1],
    ]) {
      await back.rows(
        `INSERT INTO survey_answers (community_id, id, topic_id, answer, created_at)
         SELECT community_id, gen_random_uuid(), id, '${answer}', '${at}' FROM topics, generate_series(1, ${count}) WHERE id = $1`,
        topics[0],
      );
    }
    for (const [day, topic, solved, other] of [
      ['2026-01-01', 0, 50, 10],
      ['2026-01-31', 0, 5, 0],
      ['2026-01-31', 1, 0, 30],
      ['2026-02-01', 1, 1000, 1000],
      ['2025-12-31', 1, 10, 20],
    ] as const) {
      await back.rows(
        `INSERT INTO topic_view_days SELECT community_id, '${day}', id, ${solved}, ${other} FROM topics WHERE id = $1`,
        topics[topic],
      );
    }
  });
  afterAll(() => house.stop());

  it('is counted as the rows say, by hand, with the window before', async () => {
    const { explicit, surveyed, modelled, holdOut } = await figures();
    expect(explicit).toMatchObject({
      ...{ unit: 'QUESTIONS', value: 3, low: 3, high: 3, n: 5, before: { value: 1, low: 1, high: 1, n: 1 } },
      formula: expect.stringContaining('7 days'),
    });
    // 15 of 148, as in Newcombe's table.
    expect(surveyed).toMatchObject({
      ...{ unit: 'SHARE', value: 15 / 148, low: expect.closeTo(0.0624, 4), high: expect.closeTo(0.1605, 4), n: 148 },
      before: { value: 0, low: 0, high: expect.closeTo(0.7935, 4), n: 1 },
    });
    expect(modelled).toMatchObject({
      ...{
        value: 55 / 5 + 40 / 20,
        low: 6.5,
        high: 26,
        n: 95,
        before: { value: 10 / 5 + 20 / 20, low: 1.5, high: 6, n: 30 },
      },
      assumptions: [
        { name: 'solvedViewsPerAnswer', value: 5 },
        { name: 'otherViewsPerAnswer', value: 20 },
        { name: 'spread', value: 2 },
      ],
    });
    expect(holdOut).toMatchObject({
      heldOut: { n: 4, asked: 3, rate: { share: 0.75 } },
      treated: { n: 9, asked: 3, rate: { share: 1 / 3 } },
      difference: { share: expect.closeTo(0.41667, 5) },
      before: { heldOut: { n: 0, asked: 0, rate: null }, treated: { n: 1, asked: 0 }, difference: null },
    });
  });

  it('takes other assumptions, by argument and by setting', async () => {
    const given = await figures({ ...WINDOW, solved: 11, spread: 1 });
    expect(given['modelled']).toMatchObject({ value: 7, low: 7, high: 7 });
    const admin = await house.founder.member(house.url, community, { role: 'ADMIN' });
    const settings = (change: object): object => ({
      input: { communityId: community.id, version: 1, settings: change },
    });
    const update =
      'mutation ($input: UpdateCommunityInput!) { updateCommunity(input: $input) { settings { otherViewsPerAnswer holdOutPercent } } }';
    for (const wrong of [
      { holdOutPercent: 4 },
      { holdOutPercent: 11 },
      { surveyPercent: 101 },
      { otherViewsPerAnswer: 0 },
    ]) {
      expect(await admin.codeOf(update, settings(wrong))).toBe('INVALID_INPUT');
    }
    expect(await admin.ask(update, settings({ otherViewsPerAnswer: 40, holdOutPercent: 10 }))).toEqual({
      updateCommunity: { settings: { otherViewsPerAnswer: 40, holdOutPercent: 10 } },
    });
    expect((await figures())['modelled']).toMatchObject({ value: 12 });
  });

  it('says what may still become of attempts whose days are not over', async () => {
    await back.rows(
      `INSERT INTO ask_attempts (community_id, id, held_out, surveyed, answered_at, answered_kind, answered_id)
       SELECT community_id, gen_random_uuid(), false, false, now() - interval '1 day', 'TOPIC', id FROM topics WHERE id = $1`,
      topics[0],
    );
    expect((await figures({}))['explicit']).toMatchObject({ value: 0, low: 0, high: 1, n: 1 });
  });

  it('opens to its rows, page by page', async () => {
    const variables = { id: community.id, ...WINDOW };
    const read = (list: string, after?: string): Promise<{ deflection: { attempts: Page } }> =>
      lead.ask(ROWS, { ...variables, list, after });
    const pages: object[] = [];
    for (let after: string | undefined; ;) {
      const { nodes, pageInfo } = (await read('DEFLECTED', after)).deflection.attempts;
      pages.push(nodes);
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    const held = (answeredAt: string): object =>
      expect.objectContaining({ answeredAt: new Date(answeredAt).toISOString(), answeredTopic: { id: topics[0] } });
    expect(pages).toEqual([[held(january(14)), held(january(7))], [held(january(5))]]);
    const { attempts, ...others } = (await read('HELD_OUT')).deflection as Record<string, Page>;
    expect(attempts?.nodes).toMatchObject([{ isHeldOut: true }, { isHeldOut: true }]);
    expect(others).toMatchObject({
      surveyAnswers: { nodes: [{ topic: { id: topics[0] } }, { topic: { id: topics[0] } }] },
      viewedTopics: {
        nodes: [
          { topic: { id: topics[0] }, solvedViews: 55, otherViews: 10 },
          { topic: { id: topics[1] }, solvedViews: 0, otherViews: 30 },
        ],
      },
    });
    expect((await read('SAID_ANSWERED')).deflection.attempts.pageInfo.hasNextPage).toBe(true);
    const cursor = (await read('TREATED')).deflection.attempts.pageInfo.endCursor;
    expect(await lead.codeOf(ROWS, { ...variables, list: 'HELD_OUT', after: cursor })).toBe('INVALID_INPUT');
  });

  it('is for leads, of windows that are windows', async () => {
    const rep = await house.founder.member(house.url, community, { role: 'REPRESENTATIVE' });
    const code = (user: TestUser, window: object): Promise<string> =>
      user.codeOf(DEFLECTION, { id: community.id, ...window });
    expect(await code(rep, WINDOW)).toBe('FORBIDDEN');
    expect(await code(house.stranger, WINDOW)).toBe('UNAUTHENTICATED');
    expect(await code(lead, { from: WINDOW.to, to: WINDOW.from })).toBe('INVALID_INPUT');
    expect(await code(lead, { from: '2020-01-01T00:00:00Z', to: WINDOW.to })).toBe('INVALID_INPUT');
    expect(await code(lead, { ...WINDOW, solved: 0 })).toBe('INVALID_INPUT');
  });

  it('dates views by the day, solved ones apart', async () => {
    await back.setTopic(topics[0], `resolution = 'SOLVED', resolved_by = 'ASKER', resolved_at = now()`);
    const [one, two] = topics.map(keyOf) as [string, string];
    const views = house.app.get(TopicViewsService);
    const batchId = newId();
    for (const views2 of [
      { [one]: 3, [two]: 2 },
      { [one]: 3, [two]: 2 },
    ]) {
      await views.write({ communityId: community.key, batchId, views: views2 });
    }
    await views.write({ communityId: community.key, batchId: newId(), views: { [one]: 1 } });
    const rows = await back.rows(
      `SELECT topic_id, solved_views AS solved, other_views AS other FROM topic_view_days
       WHERE day = (now() AT TIME ZONE 'UTC')::date ORDER BY topic_id`,
    );
    expect(rows).toEqual(
      [
        { topic_id: one, solved: 4, other: 0 },
        { topic_id: two, solved: 0, other: 2 },
      ].toSorted((a, b) => a.topic_id.localeCompare(b.topic_id)),
    );
  });

  describe('the survey', () => {
    const token = async (user: TestUser, id: string): Promise<string | null> =>
      (await user.ask<{ topic: { surveyToken: string | null } }>(SURVEY, { id })).topic.surveyToken;
    const answers = async (): Promise<number> =>
      (
        await back.rows<{ n: number }>(`SELECT count(*)::int AS n FROM survey_answers WHERE created_at > '2026-02-01'`)
      )[0]?.n ?? 0;

    it('about a look at a topic is answered once, by whoever has its token', async () => {
      const mine = (await token(house.stranger, topics[0])) ?? '';
      expect(await token(house.stranger, topics[0])).toBe(mine);
      expect(await token(ann, topics[0])).not.toBe(mine);
      const before = await answers();
      const input = { topicId: topics[0], token: mine, answer: 'YES' };
      await Promise.all(Array.from({ length: 50 }, () => house.stranger.ask(ANSWER, { input })));
      expect(await answers()).toBe(before + 1);
      expect(await house.stranger.codeOf(ANSWER, { input: { ...input, answer: 'NO' } })).toBe('ALREADY_DECIDED');
      const forged = [
        { topicId: topics[1] },
        { token: mine.replace(/.$/, '_') },
        { token: '' },
        { token: mine.toUpperCase() },
      ];
      for (const wrong of forged) {
        expect(await house.stranger.codeOf(ANSWER, { input: { ...input, ...wrong } })).toBe('NOT_FOUND');
      }
      expect(await house.stranger.codeOf(ANSWER, { input: { answer: 'NO' } })).toBe('INVALID_INPUT');
    });

    it('about an attempt is answered by whose it is, where it is asked', async () => {
      const start = async (): Promise<{ id: string; token: string; isSurveyed: boolean }> => {
        const input = { communityId: community.id, idempotencyKey: randomUUID() };
        return (
          await house.stranger.ask<{ startAskAttempt: { id: string; token: string; isSurveyed: boolean } }>(START, {
            input,
          })
        ).startAskAttempt;
      };
      const attempt = await start();
      expect(attempt.isSurveyed).toBe(true);
      const input = { attemptId: attempt.id, token: attempt.token, answer: 'PARTLY' };
      for (const query of [ANSWER, ANSWER]) expect(await house.stranger.codeOf(query, { input })).toBe('OK');
      expect(await ann.codeOf(ANSWER, { input: { ...input, token: null } })).toBe('NOT_FOUND');
      expect(await ann.codeOf(ANSWER, { input: { ...input, topicId: topics[0] } })).toBe('INVALID_INPUT');
      await back.rows(
        `UPDATE communities SET settings = settings || '{"surveyPercent": 0}' WHERE id = '${community.key}'`,
      );
      const spared = await start();
      expect(await token(house.stranger, topics[1])).toBeNull();
      expect(
        await house.stranger.codeOf(ANSWER, { input: { ...input, attemptId: spared.id, token: spared.token } }),
      ).toBe('NOT_FOUND');
    });
  });
});
