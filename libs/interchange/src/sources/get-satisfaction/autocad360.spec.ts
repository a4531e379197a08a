import { join } from 'node:path';
import { FoundIn } from '../../../../../test/support/found-in';
import { gunzipped, realData } from '../../../../../test/support/real-data';
import { GetSatisfactionSource } from './get-satisfaction.source';

const folder = realData('getsatisfaction-autocad360');

interface ApiTopic {
  readonly id: number;
  readonly style: string;
  readonly status: string | null;
  readonly me_too_count: number;
  readonly emotitag?: { readonly face: string; readonly feeling: string };
  readonly user_defined_code: string | false;
  readonly author: { readonly id: number };
  readonly created_at: string;
  readonly at_sfn: string;
}

/** Counts on the file itself, with nothing of the import. */
(folder ? describe : describe.skip)('a real community of Get Satisfaction', () => {
  let topics: readonly ApiTopic[];
  let found: FoundIn;
  beforeAll(async () => {
    topics = (JSON.parse(gunzipped(join(folder ?? '', 'topics.json.gz'))) as { data: ApiTopic[] }).data;
    found = await FoundIn.all(new GetSatisfactionSource(folder ?? ''));
  });

  const shares = (values: readonly unknown[]) =>
    values.reduce<Record<string, number>>((counts, value) => {
      const name = String(value).toUpperCase();
      return { ...counts, [name]: (counts[name] ?? 0) + 1 };
    }, {});

  it('comes whole', () => {
    expect(found.faults).toEqual([]);
    expect(found.of('topic')).toHaveLength(322);
    expect(found.of('topic').map(({ externalId }) => externalId)).toEqual(topics.map(({ id }) => String(id)));
    expect(found.of('member')).toHaveLength(new Set(topics.map(({ author }) => author.id)).size);
    expect(
      found
        .of('member')
        .map(({ externalId }) => externalId)
        .toSorted(),
    ).toEqual([...new Set(topics.map(({ author }) => String(author.id)))].toSorted());
    expect(found.of('topic').map(({ author }) => author)).toEqual(topics.map(({ author }) => String(author.id)));
  });

  it('has its kinds and statuses', () => {
    expect(shares(found.of('topic').map(({ topicKind }) => topicKind))).toEqual(
      shares(topics.map(({ style }) => style)),
    );
    const praised = topics.filter(({ style, status }) => style === 'praise' && status !== null).length;
    const statuses = shares(topics.map(({ style, status }) => (style === 'praise' ? 'none' : (status ?? 'none'))));
    expect(shares(found.of('topic').map(({ status }) => status))).toEqual(statuses);
    expect(found.leftOut['statuses of praise and updates']).toBe(praised);
  });

  it('has its me-toos, without the authors', () => {
    const all = topics.reduce((sum, topic) => sum + topic.me_too_count, 0);
    expect(found.of('topic').reduce((sum, { meTooBase }) => sum + (meTooBase ?? 0), 0)).toBe(all - topics.length);
  });

  it('has its faces and feelings', () => {
    const faces = topics.flatMap(({ emotitag }) => emotitag?.face ?? []);
    expect(shares(found.of('topic').flatMap(({ sentiment }) => sentiment?.face ?? []))).toEqual(shares(faces));
    const feelings = topics.flatMap(({ emotitag }) => emotitag?.feeling.trim() || []);
    expect(found.of('topic').flatMap(({ sentiment }) => sentiment?.feeling ?? [])).toEqual(feelings);
  });

  it('keeps private tags private', () => {
    const codes = topics.flatMap(({ user_defined_code: code }) => code || []);
    expect(found.leftOut['private tags']).toBe(codes.length);
    expect(found.of('topic').flatMap(({ tags }) => tags ?? [])).toEqual([]);
  });

  it('has its dates', () => {
    expect(found.of('topic').map(({ createdAt }) => createdAt)).toEqual(
      topics.map(({ created_at: date }) => new Date(date).toISOString()),
    );
  });

  it('leads each old address to its topic', () => {
    for (const { id, at_sfn: address } of topics) {
      expect(found.redirects[decodeURIComponent(new URL(address).pathname)]).toBe(`topic ${id}`);
    }
  });
});
