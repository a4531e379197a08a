import type { InterchangeRecord } from '@app/interchange';
import { communityRows } from '../support/community-rows';
import { ImportWorld } from '../support/import-world';
import { changedSample, SAMPLE_RECORDS } from '../support/sample-records';

const LATER = '2020-02-01T10:00:00.000Z';

describe('publishing an import again', () => {
  let world: ImportWorld;

  beforeAll(async () => {
    world = await ImportWorld.begin();
  });

  afterAll(async () => {
    await world.end();
  });

  it('changes nothing the second time', async () => {
    const first = await world.imported('twice');
    const before = await communityRows(world.founder, { key: first.communityId });
    const second = await world.imported('twice');
    expect(second.communityId).toBe(first.communityId);
    expect(await communityRows(world.founder, { key: first.communityId })).toEqual(before);
    for (const [kind, outcome] of Object.entries(second.kinds)) {
      expect({ kind, ...outcome }).toEqual({
        kind,
        added: 0,
        updated: 0,
        kept: 0,
        unchanged: first.kinds[kind as 'topic']?.added,
      });
    }
  });

  it('adds what is new of a source that has grown, and counts it with what was there', async () => {
    const { communityId: id } = await world.imported('grown');
    const more: InterchangeRecord[] = [
      { kind: 'answer', externalId: '25', topic: '12', author: '2', body: { text: 'Glue it.' }, createdAt: LATER },
      { kind: 'comment', externalId: '35', on: { post: '24' }, author: '3', body: { text: 'Hm.' }, createdAt: LATER },
      { kind: 'mark', mark: 'SOLVED', answer: '24', createdAt: LATER },
      { kind: 'mark', mark: 'STAR', answer: '24', by: '1', createdAt: LATER },
      { kind: 'vote', on: { post: '20' }, day: '2020-01-07', up: 5 },
      { kind: 'meToo', topic: '11', member: '4', createdAt: LATER },
    ];
    const grown = SAMPLE_RECORDS.filter((record) => record.kind !== 'vote' || record.day !== '2020-01-07');
    const outcome = await world.imported('grown', [...grown, ...more]);
    expect(outcome.kinds.answer).toEqual({ added: 1, updated: 0, unchanged: 5, kept: 0 });
    expect(outcome.kinds.vote).toEqual({ added: 0, updated: 1, unchanged: 3, kept: 0 });
    expect(await world.one(id, `resolved_at, last_activity_at FROM topics WHERE title = 'It leaks'`)).toEqual({
      resolved_at: new Date(LATER),
      last_activity_at: new Date(LATER),
    });
    expect(await world.one(id, `star_count FROM answers WHERE body = 'Warm it.'`)).toEqual({ star_count: 10 });
  });

  it('takes over what the source says otherwise, and keeps what it said', async () => {
    const { communityId: id } = await world.imported('changed');
    const outcome = await world.imported(
      'changed',
      changedSample('10', { body: { text: 'It is warm here.' }, tags: ['ale'], viewCount: 20 }),
    );
    expect(outcome.kinds.topic).toEqual({ added: 0, updated: 1, unchanged: 2, kept: 0 });
    expect(await world.one(id, `body, version, view_count FROM topics WHERE slug = 'why-does-it-not-ferment'`)).toEqual(
      {
        body: 'It is warm here.',
        version: 2,
        view_count: 20,
      },
    );
    const bodies = await world.founder.sql<{ body: string }>(
      id,
      `SELECT r.body FROM revisions r JOIN topics t ON t.id = r.topic_id WHERE t.slug = 'why-does-it-not-ferment' ORDER BY r.version`,
    );
    expect(bodies.map(({ body }) => body)).toEqual(['Cold.', 'It is warm here.']);
    const again = await world.imported(
      'changed',
      changedSample('10', { body: { text: 'It is warm here.' }, tags: ['ale'], viewCount: 20 }),
    );
    expect(again.kinds.topic).toEqual({ added: 0, updated: 0, unchanged: 3, kept: 0 });
  });

  it('takes over what an article says otherwise, and keeps what it said and what members say of it', async () => {
    const { communityId: id } = await world.imported('articles');
    await world.founder.sql(id, 'DELETE FROM article_votes WHERE NOT still_right');
    await world.founder.sql(id, 'UPDATE article_votes SET still_right = false');
    const said = (kind: string, body: string): InterchangeRecord[] =>
      SAMPLE_RECORDS.map((record) => (record.kind === kind ? { ...record, body: { text: body } } : record));
    const outcome = await world.imported('articles', said('article', 'Wait long.'));
    expect(outcome.kinds.article).toEqual({ added: 0, updated: 2, unchanged: 0, kept: 0 });
    expect(outcome.kinds.articleVote).toEqual({ added: 0, updated: 0, unchanged: 2, kept: 0 });
    const versions = `SELECT a.slug, r.version, r.title, r.body, r.editor_id = a.author_id AS own
      FROM article_revisions r JOIN articles a ON a.id = r.article_id ORDER BY a.slug, r.version`;
    expect(await world.founder.sql(id, versions)).toEqual([
      { slug: 'how-to-brew', version: 1, title: 'Brewing', body: '', own: null },
      { slug: 'how-to-brew', version: 2, title: 'How to brew', body: 'Wait long.', own: null },
      { slug: 'how-to-cool', version: 1, title: 'How to cool', body: 'Ice.', own: true },
      { slug: 'how-to-cool', version: 2, title: 'How to cool', body: 'Wait long.', own: true },
    ]);
    expect(await world.one(id, `still_right_count, not_right_count FROM articles WHERE slug = 'how-to-brew'`)).toEqual({
      still_right_count: 0,
      not_right_count: 1,
    });
  });

  it('keeps what was edited here, and leaves erased members alone', async () => {
    const { communityId: id } = await world.imported('edited');
    await world.founder.sql(id, `UPDATE topics SET body = 'Ours.', version = 2 WHERE title = 'Sell hops'`);
    await world.founder.sql(
      id,
      `WITH gone AS (UPDATE members SET display_name = 'Former member', erased_at = now() WHERE handle = 'dan' RETURNING id)
       UPDATE external_records e SET external_id = NULL FROM gone WHERE e.id = gone.id`,
    );
    const records = changedSample('11', { body: { text: 'Theirs.' } }).map((record) =>
      record.kind === 'member' && record.externalId === '4' ? { ...record, name: 'Daniel' } : record,
    );
    const outcome = await world.imported('edited', records);
    expect(outcome.kinds.topic).toEqual({ added: 0, updated: 0, unchanged: 2, kept: 1 });
    expect(outcome.kinds.member).toEqual({ added: 0, updated: 0, unchanged: 4, kept: 1 });
    expect(await world.one(id, `body FROM topics WHERE title = 'Sell hops'`)).toEqual({ body: 'Ours.' });
    expect(await world.one(id, `display_name FROM members WHERE handle = 'dan'`)).toEqual({
      display_name: 'Former member',
    });
  });

  it('gives what comes of a claimed member to whoever claimed it, and an erased one nothing to follow', async () => {
    const { communityId: id } = await world.imported('claimed');
    await world.founder.sql(
      id,
      `UPDATE members m SET merged_into_id = c.id, erased_at = now() FROM members c WHERE c.handle = 'cleo' AND m.handle = 'dan'`,
    );
    const outcome = await world.imported('claimed', [
      ...SAMPLE_RECORDS,
      { kind: 'answer', externalId: '25', topic: '12', author: '4', body: { text: 'Glue it.' }, createdAt: LATER },
      { kind: 'follow', member: '4', followed: { tag: 'lager' }, createdAt: LATER },
    ]);
    expect(outcome.rejects).toEqual([]);
    expect(
      await world.one(id, `m.handle FROM answers a JOIN members m ON m.id = a.author_id WHERE a.body = 'Glue it.'`),
    ).toEqual({ handle: 'cleo' });
    await world.founder.sql(id, `UPDATE members SET merged_into_id = NULL WHERE handle = 'dan'`);
    const later = await world.imported('claimed', [
      ...SAMPLE_RECORDS,
      { kind: 'follow', member: '4', followed: { product: 'pot' }, createdAt: LATER },
    ]);
    expect(later.rejected).toEqual([
      { name: 'Whoever was erased follows nothing, and is followed by nobody.', count: 1 },
    ]);
  });
});
