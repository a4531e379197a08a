import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { DataExportFiles, DataExportWriter } from '@app/interchange';
import { GlobalId } from '@app/kernel';
import { Backstage, keyOf } from '../support/backstage';
import { Conversation } from '../support/conversation';
import type { TestCommunity } from '../support/founder';
import { IdentityHouse } from '../support/identity/identity-house';
import { IDENTITY } from '../support/identity/identity-operations';
import { mutation } from '../support/mutation';
import type { TestUser } from '../support/test-user';

const FIELDS = 'id state createdAt readyAt expiresAt bytes url';
const EXPORT = mutation('exportMyData', FIELDS);
const MINE = `query ($id: ID!) { myDataExports(communityId: $id) { ${FIELDS} } }`;
const NODE = `query ($id: ID!) { node(id: $id) { id ... on DataExport { ${FIELDS} } } }`;
const HOST = 'https://help.example.com';

interface DataExport {
  id: string;
  state: string;
  bytes: number | null;
  url: string | null;
}
type Line = { kind: string } & Record<string, unknown>;

describe('taking one’s own data along', () => {
  let house: IdentityHouse;
  let ours: TestCommunity;
  let backstage: Backstage;

  beforeAll(async () => {
    house = await IdentityHouse.open();
    ours = await house.api.founder.community();
    backstage = new Backstage(house.api, ours);
  });
  afterAll(() => house.close());

  const member = (options: object = {}): Promise<TestUser> => house.api.founder.member(house.url, ours, options);
  const ask = async (user: TestUser): Promise<DataExport> =>
    (await user.ask<{ exportMyData: DataExport }>(EXPORT, { input: { communityId: ours.id } })).exportMyData;
  const mine = async (user: TestUser): Promise<DataExport[]> =>
    (await user.ask<{ myDataExports: DataExport[] }>(MINE, { id: ours.id })).myDataExports;
  const ready = async (user: TestUser): Promise<DataExport & { url: string }> => {
    for (let i = 0; i < 200; i++) {
      const [last] = await mine(user);
      if (last?.url) return { ...last, url: last.url.replace(HOST, house.url) };
      await pause(25);
    }
    throw new Error('The export does not become ready.');
  };
  const fetched = async (url: string): Promise<Buffer> => Buffer.from(await (await fetch(url)).arrayBuffer());
  const linesOf = (file: Buffer): Line[] =>
    gunzipSync(file)
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);

  it('gives all that is theirs, and nothing that is of others', async () => {
    const [ann, ben, rep] = [await member(), await member(), await member({ role: 'REPRESENTATIVE' })];
    const say = new Conversation(ours);
    const call = (user: TestUser, name: string, input: object, type?: string): Promise<unknown> =>
      user.ask(mutation(name, '__typename', type), { input });
    const topic = await say.ask(ann, { title: 'mine 1', body: 'mine 2', tags: ['light'] });
    const his = await say.ask(ben, { title: 'foreign 1', body: 'foreign 2', visibility: 'PUBLIC' });
    const answer = await say.answer(ann, his, 'mine 3');
    const hisAnswer = await say.answer(ben, topic, 'foreign 3');
    await say.comment(ben, { answerId: answer }, 'foreign 4');
    await say.comment(ann, { topicId: his }, 'mine 4');
    await call(ann, 'editTopic', { topicId: topic, version: 1, body: 'mine 5' });
    await call(rep, 'editTopic', { topicId: topic, version: 2, title: 'mine 1, shorter' });
    await call(ann, 'starAnswer', { answerId: hisAnswer }, 'StarInput');
    await call(ann, 'markSolved', { answerId: hisAnswer }, 'SolvedMarkInput');
    await call(ben, 'starAnswer', { answerId: answer }, 'StarInput');
    const { createArticle } = await rep.ask<{ createArticle: { id: string } }>(mutation('createArticle', 'id'), {
      input: {
        communityId: ours.id,
        idempotencyKey: randomUUID(),
        title: 'foreign 8',
        body: 'foreign 9',
        state: 'PUBLISHED',
      },
    });
    await call(ann, 'voteArticle', { articleId: createArticle.id, vote: 'NO' });
    await call(ann, 'meToo', { topicId: his });
    await call(ann, 'follow', { id: ben.memberId });
    await call(ben, 'follow', { id: ann.memberId });
    const flag = 'mutation ($input: FlagInput!) { flag(input: $input) }';
    await ann.ask(flag, { input: { postId: hisAnswer, reason: 'OTHER', note: 'mine 6' } });
    await ben.ask(flag, { input: { postId: answer, reason: 'OTHER', note: 'foreign 5' } });
    const profile = (name: string) => ({ communityId: ours.id, version: 1, displayName: name, bio: name, title: name });
    await call(ann, 'updateProfile', profile('mine 7'));
    await call(ben, 'updateProfile', profile('foreign 6'));
    await call(rep, 'suspendMember', { memberId: ann.memberId, reason: 'mine 8' });
    await call(rep, 'suspendMember', { memberId: ben.memberId, reason: 'foreign 7' });

    for (const [who, query] of [
      [ann, 'mine 9'],
      [ben, 'foreign 8'],
    ] as const)
      await backstage.rows(
        `INSERT INTO searches VALUES ('${ours.key}', gen_random_uuid(), '${query}', 0, false, $1, now())`,
        who.memberId,
      );

    const asked = await ask(ann);
    expect(asked).toMatchObject({ state: 'RUNNING', url: null, bytes: null });
    const { url, bytes, state } = await ready(ann);
    expect(state).toBe('READY');
    const response = await fetch(url);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-type': 'application/gzip',
      'content-disposition': `attachment; filename="my-data-${ours.slug}.ndjson.gz"`,
      'content-length': String(bytes),
    });
    const file = Buffer.from(await response.arrayBuffer());
    expect(file).toHaveLength(bytes ?? 0);
    const text = gunzipSync(file).toString();
    for (let n = 1; n <= 9; n++) expect(text).toContain(`mine ${n}`);
    expect(/.{0,60}foreign \d.{0,20}/.exec(text)?.[0]).toBeUndefined();
    expect(text).not.toMatch(/ah[skle]_|token|hash|password/i);
    const lines = linesOf(file);
    const counts = Object.groupBy(lines, ({ kind }) => kind);
    expect(Object.fromEntries(Object.entries(counts).map(([kind, some]) => [kind, some?.length]))).toEqual({
      profile: 1,
      account: 1,
      session: 1,
      topic: 1,
      answer: 1,
      comment: 1,
      revision: 4,
      star: 1,
      solvedMark: 1,
      meToo: 2,
      articleVote: 1,
      follow: 3,
      flag: 1,
      reputation: 1,
      search: 1,
      eventAboutMe: 4,
      eventByMe: expect.any(Number),
    });
    expect(lines.find(({ kind }) => kind === 'topic')).toMatchObject({
      id: keyOf(topic),
      title: 'mine 1, shorter',
      body: 'mine 5',
      tags: ['light'],
    });
    const ledger = lines.filter(({ kind }) => kind === 'reputation');
    expect(ledger).toMatchObject([{ entry: 'STAR', postId: keyOf(answer), topicId: keyOf(his), refusal: null }]);
    expect(JSON.stringify(ledger)).not.toContain(keyOf(ben.memberId));
    expect(lines.filter(({ kind }) => kind === 'eventByMe').flatMap(({ data }) => data ?? [])).toEqual([]);
    for (const other of [ben, rep]) {
      expect(text).not.toContain(
        (await backstage.rows<{ handle: string }>('SELECT handle FROM members WHERE id = $1', other.memberId))[0]
          ?.handle,
      );
    }
  });

  it('runs once at a time, and three times a day', async () => {
    const user = await member();
    const first = await Promise.all(Array.from({ length: 50 }, () => ask(user)));
    expect(new Set(first.map(({ id }) => id)).size).toBeLessThanOrEqual(3);
    await ready(user);
    for (let n = (await mine(user)).length; n < 3; n++) {
      await ask(user);
      await ready(user);
      while ((await mine(user)).some(({ state }) => state === 'RUNNING')) await pause(25);
    }
    const { errors } = await user.send(EXPORT, { input: { communityId: ours.id } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) });
    expect(await mine(user)).toHaveLength(3);
  });

  it('is put together in pieces', async () => {
    const user = await member();
    const key = keyOf(user.memberId);
    const size = 700;
    await backstage.rows(
      `INSERT INTO topics (community_id, id, code, slug, kind, title, body, body_html, author_id, author_role, locale, last_activity_at)
       SELECT '${ours.key}', gen_random_uuid(), 'x-' || n, 'x', 'QUESTION', 'Topic ' || n,
         (SELECT string_agg(md5(n || '-' || k), ' ') FROM generate_series(1, 100) k), '', '${key}', 'CUSTOMER', 'en', now()
       FROM generate_series(1, ${size}) n`,
    );
    await ask(user);
    const { id, url } = await ready(user);
    const parts = await backstage.rows<{ n: number }>(
      'SELECT count(*)::int AS n FROM member_export_parts WHERE export_id = $1',
      id,
    );
    expect(parts[0]?.n).toBeGreaterThan(2);
    const titles = linesOf(await fetched(url)).flatMap(({ kind, title }) => (kind === 'topic' ? [String(title)] : []));
    expect(new Set(titles).size).toBe(size);
  });

  it('is fetched by its own link alone, for a week', async () => {
    const [user, other] = [await member(), await member()];
    await ask(user);
    await ask(other);
    const { id, url } = await ready(user);
    const token = url.split('/').at(-1) ?? '';
    const theirs = await ready(other);
    const statusOf = async (path: string, init: RequestInit = {}): Promise<number> =>
      (await fetch(`${house.url}/exports/${path}`, init)).status;
    expect(await statusOf(`${id}/${token}`, { method: 'HEAD' })).toBe(200);
    for (const path of [
      `${theirs.id}/${token}`,
      `${id}/${token.slice(0, -1)}${token.endsWith('A') ? 'E' : 'A'}`,
      `${id}/${token.slice(0, -1)}`,
      `${id}/%00`,
      `${keyOf(id)}/${token}`,
      `${GlobalId.encode('Member', ours.key, keyOf(id))}/${token}`,
      `${id}/`,
      id,
      `${id}/${token}/x`,
      `..%2f${id}/${token}`,
    ])
      expect([path, await statusOf(path)]).toEqual([path, 404]);
    expect(await statusOf(`${id}/${token}`, { method: 'POST' })).toBe(404);
    const [row] = await backstage.rows<{ token_hash: string }>(
      'SELECT token_hash FROM member_exports WHERE id = $1',
      id,
    );
    expect(await statusOf(`${id}/${row?.token_hash}`)).toBe(404);

    await backstage.rows(`UPDATE member_exports SET expires_at = now() - interval '1 second' WHERE id = $1`, id);
    expect(await statusOf(`${id}/${token}`)).toBe(404);
    expect((await mine(user))[0]).toMatchObject({ state: 'EXPIRED', url: null });
    const [job] = await backstage.rows<{ days: number }>(
      `SELECT round(extract(epoch FROM run_at - now()) / 86400)::int AS days FROM graphile_worker.jobs WHERE key LIKE '%' || $1`,
      id,
    );
    expect(job).toEqual({ days: 7 });
    await house.api.app.get(DataExportFiles).remove({ communityId: ours.key, exportId: keyOf(id) });
    expect(await backstage.rows('SELECT FROM member_export_parts WHERE export_id = $1', id)).toEqual([]);
    await house.api.app.get(DataExportWriter).write({ communityId: ours.key, exportId: keyOf(id) });
    expect(await mine(user)).toEqual([]);
  });

  it('is for members who have logged in, also suspended ones, and seen by nobody else', async () => {
    const user = await member({ suspended: true });
    const { id } = await ask(user);
    const admin = await member({ role: 'ADMIN' });
    await expect(user.ask(NODE, { id })).resolves.toMatchObject({ node: { id } });
    const input = {
      idempotencyKey: randomUUID(),
      name: 'K',
      scopes: ['READ', 'WRITE', 'ADMIN'],
      actsInCommunityId: ours.id,
    };
    const { createApiKey } = await admin.ask<{ createApiKey: { token: string } }>(IDENTITY.CREATE_KEY, { input });
    const acting = house.bearer(createApiKey.token, { 'x-act-as': user.memberId });
    for (const somebody of [house.stranger(), admin, acting]) {
      await expect(somebody.ask(NODE, { id })).resolves.toEqual({ node: null });
    }
    const codes = async (somebody: TestUser, at = ours): Promise<string[]> => [
      await somebody.codeOf(EXPORT, { input: { communityId: at.id } }),
      await somebody.codeOf(MINE, { id: at.id }),
    ];
    expect(await codes(acting)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    expect(await codes(house.stranger())).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
    expect(await codes(admin, await house.api.founder.community())).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    expect(await codes(admin, await house.api.founder.community({}, 'MEMBERS_ONLY'))).toEqual([
      'NOT_FOUND',
      'NOT_FOUND',
    ]);
    expect(await mine(admin)).toEqual([]);
  });
});
