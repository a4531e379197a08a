import { bodyTextFault, handleFault, plainTextFault, ROLES, STAFF_ROLES, type Role } from '@app/kernel';
import { PERMISSIONS } from '../access/permission';
import { renderSource } from '../content/source.renderer';
import { statusesOf, TOPIC_KINDS } from '../topics/topic-kind';
import { demoCommunity } from './demo-community';
import type { DemoAct, DemoTopic, Minutes } from './demo-community.types';
import { demoId } from './demo-id';

const { members, topics, articles, tags, products, start, end } = demoCommunity;
const byHandle = new Map(members.map((member) => [member.handle, member]));
const answers = topics.flatMap((topic) => topic.answers);
const posts = topics.flatMap((topic) => [topic, ...repliesTo(topic)]);

function repliesTo(topic: DemoTopic): (DemoAct & { readonly id: string; readonly body: string })[] {
  return [...topic.comments, ...topic.answers, ...topic.answers.flatMap((answer) => answer.comments)];
}

/** The role of a member at a moment, or what is wrong with the act. */
function roleAt({ by, at }: DemoAct): Role | string {
  const held = byHandle.get(by)?.roles.filter((role) => role.at <= at) ?? [];
  return held.at(-1)?.role ?? `${by} is not there at ${at}`;
}

function speaks(act: DemoAct): boolean {
  return PERMISSIONS.speakForCompany.roles.some((role) => role === roleAt(act));
}

function hasSeat({ by, at }: DemoAct): boolean {
  const since = byHandle.get(by)?.seatAt ?? null;
  return since !== null && since <= at;
}

/** The changes that staff make to a topic. */
function curating(topic: DemoTopic): DemoAct[] {
  const { changes, closed, archived, removed, merged } = topic;
  return [...changes, closed, archived, removed, merged].filter((act) => act !== null);
}

function acts(topic: DemoTopic): DemoAct[] {
  const marks = topic.answers.flatMap(({ stars, official }) => [...stars, ...(official ? [official] : [])]);
  return [...repliesTo(topic), ...marks, ...topic.meToos, ...topic.followers, ...topic.statuses, ...curating(topic)];
}

function count<T>(items: readonly T[], key: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return counts;
}

describe('the demo community', () => {
  it('has topics of all kinds, in three languages, in all their states', () => {
    expect(count(topics, ({ kind }) => kind)).toEqual({ QUESTION: 26, PROBLEM: 26, IDEA: 10, PRAISE: 3, UPDATE: 6 });
    expect(count(topics, ({ locale }) => locale)).toEqual({ en: 65, de: 3, fr: 3 });
    expect(topics.filter(({ visibility }) => visibility === 'PRIVATE')).toHaveLength(2);
    expect(topics.filter(({ closed }) => closed)).toHaveLength(3);
    expect(topics.filter(({ archived }) => archived)).toHaveLength(2);
    expect(topics.filter(({ removed }) => removed)).toHaveLength(1);
    expect(topics.filter(({ merged }) => merged)).toHaveLength(3);
    expect(answers.filter(({ official }) => official).length).toBeGreaterThan(30);
    expect(answers.filter(({ solvedAt }) => solvedAt !== null).length).toBeGreaterThan(30);
    const asked = topics.filter(({ kind, merged }) => !merged && kind !== 'UPDATE' && kind !== 'PRAISE');
    expect(asked.filter((topic) => topic.answers.length === 0).length).toBeGreaterThan(5);
  });

  it('has 25 members of all roles, one of them with a seat', () => {
    expect(members).toHaveLength(25);
    expect(new Set(members.map(({ roles }) => roles.at(-1)?.role))).toEqual(new Set(ROLES));
    expect(members.filter(({ seatAt }) => seatAt !== null)).toHaveLength(1);
    for (const { handle, displayName, email, follows } of members) {
      expect([handleFault(handle), plainTextFault(displayName, { min: 1, max: 60 })]).toEqual([null, null]);
      expect(email).toBe(`${handle}@demo.example`);
      expect(follows.members.filter((name) => !byHandle.has(name))).toEqual([]);
    }
    expect(byHandle.size).toBe(25);
  });

  it('gives each thing an id of its own with its time inside', () => {
    const all = [...members.map((member) => ({ ...member, at: member.roles[0]?.at ?? 0 })), ...posts, ...articles];
    for (const { id, at } of all) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(Date.parse(start) + at * 60_000);
    }
    const labels = [...tags, ...tags.flatMap(({ synonyms }) => synonyms), ...products];
    const ids = [...all, ...labels].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(demoId(new Date(start), 'x')).toBe('01999d11-9800-72d7-9164-2b726b044016');
  });

  it('names only products and tags that exist, and no synonyms', () => {
    const slugs = new Set<string>(products.map(({ slug }) => slug));
    const names = new Set(tags.map(({ name }) => name));
    const spelt = tags.flatMap(({ name, synonyms }) => [name, ...synonyms.map((synonym) => synonym.name)]);
    expect(new Set(spelt).size).toBe(spelt.length);
    for (const owner of [...topics, ...members.map(({ follows }) => follows)]) {
      expect(owner.products.filter((slug) => !slugs.has(slug))).toEqual([]);
      expect(owner.tags.filter((name) => !names.has(name))).toEqual([]);
    }
    expect(new Set(topics.flatMap((topic) => topic.tags))).toEqual(names);
    expect(topics.filter((topic) => topic.tags.length === 0)).toEqual([]);
  });
});

describe.each(articles.map((article) => [article.slug, article] as const))('the article %s', (slug, article) => {
  it('is written by who may write it, in texts that the API would take', () => {
    expect(speaks(article)).toBe(true);
    expect(slug).toMatch(/^[a-z0-9][a-z0-9-]{1,79}$/);
    expect(plainTextFault(article.title, { min: 1, max: 300 })).toBeNull();
    expect(plainTextFault(article.summary, { min: 1, max: 500 })).toBeNull();
    expect(renderSource(article.body)).toHaveProperty('html');
    const known = new Set<string>(products.map((product) => product.slug));
    expect(article.products.filter((product) => !known.has(product))).toEqual([]);
  });

  it('is judged once each by members who were there', () => {
    const { votes } = article;
    expect(votes.map(({ at }) => at)).toEqual(votes.map(({ at }) => at).toSorted((a, b) => a - b));
    expect(new Set(votes.map(({ by }) => by)).size).toBe(votes.length);
    for (const vote of votes) {
      expect(PERMISSIONS.participate.roles).toContain(roleAt(vote));
      expect(vote.at).toBeGreaterThan(article.at);
      expect(vote.at).toBeLessThanOrEqual(end);
    }
  });
});

describe.each(topics.map((topic) => [topic.key, topic] as const))('the topic %s', (_key, topic) => {
  const { kind, by, at, statuses, meToos, closed, archived, merged, removed } = topic;

  it('holds texts that the API would take', () => {
    expect(plainTextFault(topic.title, { min: 1, max: 300 })).toBeNull();
    expect(plainTextFault(topic.sentiment?.feeling ?? 'fine', { min: 1, max: 80 })).toBeNull();
    for (const { body } of [topic, ...repliesTo(topic)]) {
      expect(bodyTextFault(body)).toBeNull();
      expect(renderSource(body)).toHaveProperty('html');
    }
  });

  it('is told in order, within the time of the community', () => {
    const ordered = (moments: readonly { readonly at: Minutes }[]): void => {
      const times = moments.map((moment) => moment.at);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
    };
    for (const list of [topic.answers, topic.comments, statuses, meToos, topic.followers, topic.changes]) ordered(list);
    for (const act of acts(topic)) {
      expect(act.at).toBeGreaterThan(at);
      expect(act.at).toBeLessThanOrEqual(end);
    }
    for (const answer of topic.answers) {
      ordered(answer.comments);
      const { solvedAt, official, stars, comments } = answer;
      for (const moment of [...stars, ...comments]) expect(moment.at).toBeGreaterThan(answer.at);
      expect(Math.min(solvedAt ?? end, official?.at ?? end)).toBeGreaterThanOrEqual(answer.at);
      expect(solvedAt ?? end).toBeLessThanOrEqual(end);
    }
  });

  it('is not answered after it was closed, archived, removed or merged', () => {
    const last = Math.min(...[closed, archived, removed, merged].map((act) => act?.at ?? end));
    for (const reply of repliesTo(topic)) expect(reply.at).toBeLessThanOrEqual(last);
    const away = Math.min(...[archived, removed, merged].map((act) => act?.at ?? end));
    for (const act of [...meToos, ...topic.followers, ...topic.answers.flatMap(({ stars }) => stars)])
      expect(act.at).toBeLessThanOrEqual(away);
    if (merged)
      expect(topics.find(({ key }) => key === merged.into)).toMatchObject({ merged: null, removed: null, kind });
  });

  it('is acted on by members who were there, as their role lets them', () => {
    expect(TOPIC_KINDS).toContain(kind);
    for (const act of [topic, ...acts(topic)]) expect(PERMISSIONS.participate.roles).toContain(roleAt(act));
    if (kind === 'UPDATE') expect(speaks(topic)).toBe(true);
    for (const { official } of topic.answers) {
      if (official) expect([speaks(official), speaks({ by: official.owner, at: official.at })]).toEqual([true, true]);
    }
    for (const act of [...statuses, ...curating(topic)])
      expect([act, speaks(act) || hasSeat(act)]).toEqual([act, true]);
    for (const { status } of statuses) expect(statusesOf(kind)).toContain(status);
  });

  it('holds each mark once, and none on one’s own', () => {
    const once = (handles: readonly string[]): void => expect(new Set(handles).size).toBe(handles.length);
    once([by, ...meToos.map((act) => act.by)]);
    once(topic.followers.map((act) => act.by));
    for (const answer of topic.answers) {
      once([answer.by, ...answer.stars.map((star) => star.by)]);
      expect(answer.by).not.toBe(by);
    }
    expect(topic.answers.filter(({ official }) => official).length).toBeLessThanOrEqual(1);
  });

  it('is seen by its author and staff alone where it is private', () => {
    if (topic.visibility === 'PUBLIC') return;
    for (const act of acts(topic)) expect([by, ...STAFF_ROLES]).toContain(act.by === by ? by : roleAt(act));
  });
});
