import { request } from 'node:http';
import { GlobalId, newId } from '@app/kernel';
import { storedPath } from '@app/community';
import { Backstage, keyOf } from '../support/backstage';
import { Conversation } from '../support/conversation';
import type { TestCommunity } from '../support/founder';
import { mutation } from '../support/mutation';
import { TestApp } from '../support/test-app';
import type { TestUser } from '../support/test-user';

const HOME = 'https://help.example.com';
const FIND = `query ($slug: String!, $path: String!) { community(slug: $slug) { redirect(path: $path) {
  location target { __typename id } } } }`;

/** Ways to have a browser sent elsewhere, where a redirect trusts what it was asked for. */
const ATTACKS = [
  '//evil.example',
  '//evil.example/old/topic',
  '/\\evil.example',
  '/\\/evil.example',
  '/%2f%2fevil.example',
  '/%5cevil.example',
  '/https:evil.example',
  '/https://evil.example/',
  '/javascript:alert(1)',
  '/old/topic%0d%0aset-cookie:%20a=b',
  '/old/topic%0d%0alocation:%20https://evil.example',
  '/old/topic%00',
  '/..%2f..%2fevil',
  '/@evil.example',
  '/?to=//evil.example',
  `/${'x'.repeat(12_000)}`,
];

describe('old addresses', () => {
  let house: TestApp;
  let ours: TestCommunity;
  let backstage: Backstage;
  let ann: TestUser;
  let rep: TestUser;
  let id: Record<'topic' | 'answer' | 'comment' | 'product' | 'member', string>;

  beforeAll(async () => {
    house = await TestApp.start({ PUBLIC_URL: HOME });
    ours = await house.founder.community();
    backstage = new Backstage(house, ours);
    ann = await house.founder.member(house.url, ours);
    rep = await house.founder.member(house.url, ours, { role: 'REPRESENTATIVE' });
    const say = new Conversation(ours);
    const topic = await say.ask(ann, { title: 'Why is it cold?' });
    const answer = await say.answer(rep, topic);
    const comment = await say.comment(ann, { answerId: answer });
    id = { topic, answer, comment, product: await house.founder.product(ours), member: ann.memberId };
    const targets = {
      topic: 'TOPIC',
      answer: 'ANSWER',
      comment: 'COMMENT',
      product: 'PRODUCT',
      member: 'MEMBER',
    } as const;
    for (const [thing, target] of Object.entries(targets)) await lead(`/old/${thing}`, target, id[thing as 'topic']);
  });
  afterAll(() => house.stop());

  const lead = async (path: string, target: string, to: string): Promise<unknown> =>
    house.founder.sql(ours.key, 'INSERT INTO redirects VALUES ($1, $2, $3, $4)', [
      ours.key,
      storedPath(path),
      target,
      keyOf(to),
    ]);
  /** What the HTTP server answers to a path as it stands, which `fetch` would put right before it is sent. */
  const answered = (path: string, method = 'GET'): Promise<{ status: number; location: string | null; text: string }> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(house.url);
      request({ hostname, port, method, path }, (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => {
          const { statusCode = 0, headers } = response;
          resolve({ status: statusCode, location: headers.location ?? null, text });
        });
      })
        .on('error', reject)
        .end();
    });
  const follow = (path: string, at = ours): ReturnType<typeof answered> => answered(`/r/${at.slug}${path}`);
  const find = async (user: TestUser, path: string): Promise<unknown> =>
    (await user.ask<{ community: { redirect: unknown } }>(FIND, { slug: ours.slug, path })).community.redirect;
  const pathOf = async (topicId: string): Promise<string> => {
    const [row] = await backstage.rows<{ code: string; slug: string }>(
      'SELECT code, slug FROM topics WHERE id = $1',
      topicId,
    );
    return `${HOME}/c/${ours.slug}/topics/${row?.code}/${row?.slug}`;
  };

  it('lead to the page of what was there', async () => {
    const topic = await pathOf(id.topic);
    const [member] = await backstage.rows<{ handle: string }>('SELECT handle FROM members WHERE id = $1', id.member);
    const [product] = await backstage.rows<{ slug: string }>('SELECT slug FROM products WHERE id = $1', id.product);
    const pages = {
      topic: ['Question', topic],
      answer: ['Answer', `${topic}#${id.answer}`],
      comment: ['Comment', `${topic}#${id.comment}`],
      member: ['Member', `${HOME}/c/${ours.slug}/people/${member?.handle}`],
      product: ['Product', `${HOME}/c/${ours.slug}/products/${product?.slug}`],
    };
    for (const [thing, [typename, location]] of Object.entries(pages)) {
      expect(await follow(`/old/${thing}`)).toEqual({ status: 301, location, text: '' });
      const target = { __typename: typename, id: id[thing as 'topic'] };
      expect(await find(house.stranger, `/old/${thing}`)).toEqual({ location, target });
    }
    for (const path of [
      '/old/topic/',
      '/old/topic?utm_source=mail',
      '/old/topic/?page=2',
      '/old/%74opic',
      '/en-us/old/topic',
    ])
      expect([path, await follow(path)]).toEqual([path, { status: 301, location: topic, text: '' }]);
    await expect(answered(`/r/${ours.slug}/old/topic`, 'HEAD')).resolves.toMatchObject({
      status: 301,
      location: topic,
    });
    expect((await answered(`/r/${ours.slug}/old/topic`, 'POST')).status).toBe(404);
  });

  it('tell pages apart by their query where the system before did', async () => {
    const say = new Conversation(ours);
    const [one, two] = [await say.ask(ann), await say.ask(ann)];
    await lead('/viewtopic.php?f=1&t=1', 'TOPIC', one);
    await lead('/viewtopic.php?f=1&t=2', 'TOPIC', two);
    await lead('/t5/m-p/4711', 'TOPIC', one);
    await lead('/forum/café/', 'TOPIC', two);
    expect((await follow('/viewtopic.php?f=1&t=1')).location).toBe(await pathOf(one));
    expect((await follow('/viewtopic.php?f=1&t=2')).location).toBe(await pathOf(two));
    expect((await follow('/viewtopic.php?f=1&t=3')).status).toBe(404);
    expect((await follow('/t5/Heating/Why-is-it-cold/m-p/4711#M12')).location).toBe(await pathOf(one));
    expect((await follow('/t5/Heating/Why-is-it-cold/td-p/4711/highlight/true?x=y')).location).toBe(await pathOf(one));
    expect((await follow('/forum/caf%C3%A9')).location).toBe(await pathOf(two));
  });

  it('lead to what things were merged into', async () => {
    const say = new Conversation(ours);
    const [duplicate, target] = [await say.ask(ann), await say.ask(rep)];
    const moved = await say.answer(rep, duplicate);
    await lead('/old/duplicate', 'TOPIC', duplicate);
    await lead('/old/moved', 'ANSWER', moved);
    await rep.ask(mutation('mergeTopic'), { input: { topicId: duplicate, intoId: target } });
    const location = await pathOf(target);
    expect((await follow('/old/duplicate')).location).toBe(location);
    expect(await find(ann, '/old/duplicate')).toEqual({ location, target: { __typename: 'Question', id: target } });
    expect((await follow('/old/moved')).location).toBe(`${location}#${moved}`);
  });

  it('lead nowhere where there is nothing, or nothing for strangers', async () => {
    const say = new Conversation(ours);
    const [secret, removed] = [await say.ask(ann, { visibility: 'PRIVATE' }), await say.ask(ann)];
    await lead('/old/secret', 'TOPIC', secret);
    await lead('/old/removed', 'TOPIC', removed);
    await lead('/old/under', 'ANSWER', await say.answer(rep, secret));
    await backstage.setTopic(removed, `state = 'REMOVED'`);
    await backstage.rows(`INSERT INTO redirects VALUES ('${ours.key}', '/old/lost', 'TOPIC', '${newId()}')`);
    const article = newId();
    await backstage.rows(
      `INSERT INTO articles (community_id, id, slug, title, body, body_html, locale, state)
       VALUES ('${ours.key}', '${article}', 'set-up', 'Set up', '', '', 'en', 'DRAFT')`,
    );
    await backstage.rows(`INSERT INTO redirects VALUES ('${ours.key}', '/old/article', 'ARTICLE', '${article}')`);
    for (const path of ['/old/secret', '/old/removed', '/old/under', '/old/lost', '/old/article', '/old', '/', '']) {
      const found = await follow(path);
      expect([path, found.status, found.location]).toEqual([path, 404, null]);
      expect(found.text).not.toContain('old');
      expect(await find(house.stranger, path)).toBeNull();
    }
    expect(await find(ann, '/old/secret')).toMatchObject({ target: { id: secret } });
    expect(await find(rep, '/old/article')).toEqual({
      location: `${HOME}/c/${ours.slug}/articles/set-up`,
      target: { __typename: 'Article', id: GlobalId.encode('Article', ours.key, article) },
    });
    await backstage.rows(`UPDATE articles SET state = 'PUBLISHED'`);
    expect((await follow('/old/article')).status).toBe(301);
  });

  it('belong to their community', async () => {
    const theirs = await house.founder.community();
    const closed = await house.founder.community({}, 'MEMBERS_ONLY');
    for (const at of [theirs, closed, { ...ours, slug: 'nowhere' }, { ...ours, slug: 'NO%2f' }])
      expect((await follow('/old/topic', at)).status).toBe(404);
    await house.founder.sql(ours.key, `UPDATE communities SET visibility = 'MEMBERS_ONLY' WHERE id = '${ours.key}'`);
    expect((await follow('/old/topic')).status).toBe(404);
    expect(await find(ann, '/old/topic')).toMatchObject({ target: { id: id.topic } });
    await house.founder.sql(ours.key, `UPDATE communities SET visibility = 'PUBLIC' WHERE id = '${ours.key}'`);
  });

  it.each(ATTACKS.map((path) => [path.slice(0, 60), path]))(
    'stay on this installation, whoever asks for %s',
    async (_, path) => {
      const topic = await pathOf(id.topic);
      for (const before of ['/r/', `/r/${ours.slug}`, `/r/${ours.slug}/`, `/r//${ours.slug}`]) {
        const { status, location } = await answered(before + path);
        expect([400, 404]).toContain(status === 301 && location === topic ? 404 : status);
        expect([null, topic]).toContain(location);
      }
      const found = await find(house.stranger, path.replace('%00', '\0'));
      expect([null, topic]).toContain((found as { location: string } | null)?.location ?? null);
    },
  );
});
