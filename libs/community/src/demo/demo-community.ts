import type {
  DemoAct,
  DemoAnswer,
  DemoArticle,
  DemoComment,
  DemoCommunity,
  DemoMember,
  DemoTopic,
  Minutes,
} from './demo-community.types';
import { ARTICLES } from './demo-articles';
import {
  day,
  days,
  type AnswerDraft,
  type ArticleDraft,
  type CommentDraft,
  type MemberDraft,
  type TopicDraft,
} from './demo-drafts';
import { demoId, demoNumber } from './demo-id';
import { MEMBERS } from './demo-members';
import { PRODUCTS, TAGS } from './demo-products';
import { TOPICS } from './topics/all.topics';

/** What every demo member logs in with. It is public, and of no use outside a demo. */
export const DEMO_PASSWORD = 'welcome-to-halvora';

/** The address of a demo member. */
export function demoEmail(handle: string): string {
  return `${handle}@demo.example`;
}

const START = '2025-10-01T00:00:00.000Z';
const END = day(400, '12:00');
const REVIEW_AFTER = days(180);

function id(at: Minutes, name: string): string {
  return demoId(new Date(Date.parse(START) + at * 60_000), name);
}

function words(text = ''): string[] {
  return text.split(' ').filter(Boolean);
}

const JOINED = new Map(MEMBERS.map(({ handle, roles }) => [handle, roles[0]?.[1] ?? 0]));

/** Acts that are told without their time: each is done at a minute of its own, while the topic can be acted on. */
interface Crowd {
  readonly handles: string | undefined;
  readonly name: string;
  readonly from: Minutes;
  /** Most come within so many minutes; who joins later comes later. */
  readonly within: Minutes;
  readonly until: Minutes;
}

function acts({ handles, name, from, within, until }: Crowd): DemoAct[] {
  return words(handles)
    .map((by) => {
      const start = Math.max(from, JOINED.get(by) ?? 0) + 1;
      return { by, at: start + demoNumber(`${name} ${by}`, Math.max(1, Math.min(within, until - start))) };
    })
    .toSorted((a, b) => a.at - b.at);
}

/** The last minute in which people can mark, follow and star: then a topic is put away, or the story ends. */
function lastMinute({ at, archived, removed, merged }: TopicDraft): Minutes {
  return Math.min(END, ...[archived, removed, merged].map((act) => (act ? at + act.after : END)));
}

function comments(drafts: readonly CommentDraft[] | undefined, topic: TopicDraft, name: string): DemoComment[] {
  return (drafts ?? []).map(({ by, after, body }, i) => {
    const at = topic.at + after;
    return { id: id(at, `${name} comment ${i}`), by, at, body };
  });
}

function answer(draft: AnswerDraft, topic: TopicDraft, index: number): DemoAnswer {
  const name = `${topic.key} answer ${index}`;
  const at = topic.at + draft.after;
  const mark = draft.official;
  const markedAt = topic.at + (mark?.after ?? 0);
  return {
    id: id(at, name),
    by: draft.by,
    at,
    body: draft.body,
    comments: comments(draft.comments, topic, name),
    stars: acts({
      handles: draft.stars,
      name: `${name} star`,
      from: at,
      within: days(9),
      until: lastMinute(topic),
    }),
    solvedAt: draft.solved === undefined ? null : topic.at + draft.solved,
    official: mark
      ? { by: mark.by, at: markedAt, owner: mark.owner ?? mark.by, reviewAt: markedAt + REVIEW_AFTER }
      : null,
  };
}

function later<T extends { readonly after: Minutes }>(topic: TopicDraft, act: T | undefined) {
  if (!act) return null;
  const { after, ...rest } = act;
  return { ...rest, at: topic.at + after };
}

function topic(draft: TopicDraft): DemoTopic {
  const { key, kind, by, at, title, body } = draft;
  const until = lastMinute(draft);
  const meToos = acts({ handles: draft.meToos, name: `${key} me too`, from: at, within: days(25), until });
  const answers = (draft.answers ?? []).map((item, index) => answer(item, draft, index));
  const [face, feeling] = draft.feels ?? [];
  return {
    id: id(at, `topic ${key}`),
    key,
    kind,
    by,
    at,
    locale: draft.locale ?? 'en',
    title,
    body,
    products: words(draft.products),
    productVersion: draft.version ?? null,
    tags: words(draft.tags),
    sentiment: face ? { face, feeling: feeling ?? null } : null,
    visibility: draft.isPrivate ? 'PRIVATE' : 'PUBLIC',
    views: draft.isPrivate ? 6 : 20 + demoNumber(`${key} views`, 90) + 60 * meToos.length + 25 * answers.length,
    meToos,
    followers: acts({ handles: draft.followers, name: `${key} follower`, from: at, within: days(12), until }),
    answers,
    comments: comments(draft.comments, draft, key),
    statuses: (draft.statuses ?? []).map(([status, who, after]) => ({ status, by: who, at: at + after })),
    changes: (draft.changes ?? []).map((change) => ({ by: change.by, was: change.was, at: at + change.after })),
    closed: later(draft, draft.closed),
    archived: later(draft, draft.archived),
    removed: later(draft, draft.removed),
    merged: later(draft, draft.merged),
  };
}

function article({ slug, by, at, locale, right, wrong, products, ...texts }: ArticleDraft): DemoArticle {
  const votes = (handles: string | undefined, vote: 'YES' | 'NO') =>
    acts({ handles, name: `${slug} ${vote}`, from: at, within: days(200), until: END }).map((act) => ({
      ...act,
      vote,
    }));
  const all = [...votes(right, 'YES'), ...votes(wrong, 'NO')].toSorted((a, b) => a.at - b.at);
  const place = { id: id(at, `article ${slug}`), slug, by, at, locale: locale ?? 'en' };
  return { ...place, ...texts, products: words(products), reviewAt: at + REVIEW_AFTER, votes: all };
}

function member(draft: MemberDraft): DemoMember {
  const joined = draft.roles[0]?.[1] ?? 0;
  return {
    id: id(joined, `member ${draft.handle}`),
    handle: draft.handle,
    displayName: draft.name,
    email: demoEmail(draft.handle),
    title: draft.title ?? '',
    bio: draft.bio ?? '',
    locale: draft.locale ?? 'en',
    roles: draft.roles.map(([role, at]) => ({ role, at })),
    seatAt: draft.seatAt ?? null,
    follows: { products: words(draft.products), tags: words(draft.tags), members: words(draft.members) },
  };
}

/**
 * Halvora, a made-up maker of home devices, and thirteen months of its community: what a first start shows, and what
 * tests and trials can rely on. The same on every machine.
 */
export const demoCommunity: DemoCommunity = {
  id: id(0, 'community halvora'),
  slug: 'halvora',
  name: 'Halvora Community',
  locale: 'en',
  start: START,
  end: END,
  products: PRODUCTS.map((product) => ({ ...product, id: id(0, `product ${product.slug}`) })),
  tags: TAGS.map(([name, description, ...synonyms]) => ({
    id: id(0, `tag ${name}`),
    name,
    description,
    synonyms: synonyms.map((synonym) => ({ id: id(0, `tag ${synonym}`), name: synonym })),
  })),
  members: MEMBERS.map(member),
  topics: TOPICS.map(topic).toSorted((a, b) => a.at - b.at),
  articles: ARTICLES.map(article).toSorted((a, b) => a.at - b.at),
};
