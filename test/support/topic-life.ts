import { randomUUID } from 'node:crypto';
import { Conversation } from './conversation';
import { counterDrift } from './counter-drift';
import type { TestCommunity } from './founder';
import { mutation } from './mutation';
import type { TestApp } from './test-app';
import type { TestUser } from './test-user';

const STATE = `id kind status version title state stateReason visibility resolution resolvedBy answerCount replyCount
  meTooCount followerCount closedAt closedReason archivedAt archivedNote lastActivityAt tags { name topicCount }
  mergedInto { id }`;
const TOPIC = `query ($id: ID!) { topic(id: $id) { ${STATE} products { id }
  answers(first: 20) { nodes { id body isOfficial isSolution isFollowUp commentCount author { id } } }
  comments(first: 20) { nodes { id body } }
  events(first: 20) { nodes { kind data actorRole otherTopic { id } } } } }`;
const LIST = 'query ($slug: String!) { community(slug: $slug) { topics(first: 50) { nodes { id } } } }';

/** A topic as these tests read it. */
export type TopicState = Record<string, unknown> & { id: string; version: number; lastActivityAt: string };

/** An event as a topic's history tells it. */
export interface ToldEvent {
  readonly kind: string;
  readonly data: Record<string, unknown>;
  readonly actorRole: string;
  readonly otherTopic: { readonly id: string } | null;
}

/** Somebody of each sort, and what they do to topics. */
export class TopicLife {
  readonly talk: Conversation;
  ann: TestUser;
  ben: TestUser;
  rep: TestUser;
  /** A customer with a moderation seat. */
  seat: TestUser;
  employee: TestUser;
  /** An admin of another community. */
  foreigner: TestUser;

  private constructor(
    readonly house: TestApp,
    readonly community: TestCommunity,
  ) {
    this.talk = new Conversation(community);
  }

  static async begin(house: TestApp): Promise<TopicLife> {
    const life = new TopicLife(house, await house.founder.community());
    life.ann = await life.member();
    life.ben = await life.member();
    life.rep = await life.member({ role: 'REPRESENTATIVE' });
    life.seat = await life.member({ seat: true });
    life.employee = await life.member({ role: 'EMPLOYEE' });
    life.foreigner = await house.founder.member(house.url, await house.founder.community(), { role: 'ADMIN' });
    return life;
  }

  member(options: object = {}): Promise<TestUser> {
    return this.house.founder.member(this.house.url, this.community, options);
  }

  /** Runs a mutation that returns a topic; throws where it is refused. */
  async change(user: TestUser, name: string, input: object): Promise<TopicState> {
    return Object.values(await user.ask<Record<string, TopicState>>(mutation(name, STATE), { input }))[0] as TopicState;
  }

  /** The code that a mutation is refused with. */
  refused(user: TestUser, name: string, input: object): Promise<string> {
    return user.codeOf(mutation(name), { input });
  }

  async read(user: TestUser, id: string): Promise<TopicState | null> {
    return (await user.ask<{ topic: TopicState | null }>(TOPIC, { id })).topic;
  }

  async listed(user: TestUser, id: string): Promise<boolean> {
    const found = await user.ask<{ community: { topics: { nodes: TopicState[] } } }>(LIST, {
      slug: this.community.slug,
    });
    return found.community.topics.nodes.some((topic) => topic.id === id);
  }

  async node(user: TestUser, id: string): Promise<unknown> {
    return (await user.ask<{ node: unknown }>('query ($id: ID!) { node(id: $id) { id } }', { id })).node;
  }

  /** What an answer would meet. */
  answerCode(user: TestUser, topicId: string): Promise<string> {
    return this.refused(user, 'answer', { topicId, idempotencyKey: randomUUID(), body: 'Try again.' });
  }

  async history(id: string): Promise<ToldEvent[]> {
    const topic = await this.read(this.rep, id);
    return (topic?.['events'] as { nodes: ToldEvent[] } | undefined)?.nodes ?? [];
  }

  /** What others meet: members, employees without a seat, people of other communities, and strangers. */
  async codesOfOthers(name: string, input: object): Promise<string[]> {
    const others = [this.ann, this.employee, this.foreigner, this.house.stranger];
    return Promise.all(others.map((other) => this.refused(other, name, input)));
  }

  /** Counters, marks and derived values of the community that its rows do not bear out. */
  faults(): Promise<object[]> {
    return counterDrift(this.house.founder, this.community.key);
  }
}

/** What others meet where a thing is for staff. */
export const STAFF_ONLY = ['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'UNAUTHENTICATED'];
