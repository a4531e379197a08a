import { AskMaking, RoutingRounds } from '@app/superfans';
import { LiveRouting } from '../../../libs/superfans/src/asks/serving/live-routing';
import { keyOf } from '../backstage';
import { Conversation } from '../conversation';
import type { TestCommunity } from '../founder';
import type { TestApp } from '../test-app';
import type { TestUser } from '../test-user';

/** What somebody was asked. */
export interface AskSeen {
  readonly id: string;
  readonly state: string;
  readonly why: string[];
  readonly topic: { readonly id: string } | null;
}

/** A community in which people are asked whether they can answer, and the worker's part in it. */
export class RoutingHouse {
  readonly say: Conversation;

  constructor(
    private readonly house: TestApp,
    readonly community: TestCommunity,
  ) {
    this.say = new Conversation(community);
  }

  /** Somebody who has answered so many questions here, of a product where one is given. */
  async helper(answered = 3, productIds: string[] = []): Promise<TestUser> {
    const [asker, helper] = [await this.member(), await this.member()];
    for (let i = 0; i < answered; i++) await this.say.answer(helper, await this.say.ask(asker, { productIds }));
    return helper;
  }

  member(more: object = {}): Promise<TestUser> {
    return this.house.founder.member(this.house.url, this.community, more);
  }

  /** The key of a topic that was asked and routed just now. */
  async routed(author: TestUser, more: object = {}): Promise<string> {
    const id = await this.say.ask(author, more);
    await this.route(id);
    return id;
  }

  /** What the worker does when a topic was asked. */
  route(topicId: string): Promise<void> {
    return this.rounds.route({ communityId: this.community.key, topicId: keyOf(topicId) });
  }

  /** What it does when time has passed, or somebody has replied. */
  round(): Promise<void> {
    return this.rounds.hold(this.community.key);
  }

  /** The keys of those who were asked about a topic. */
  async asked(topicId: string): Promise<string[]> {
    const rows = await this.sql<{ id: string }>('SELECT member_id AS id FROM topic_asks WHERE topic_id = $1', topicId);
    return rows.map(({ id }) => id);
  }

  async asksOf(user: TestUser, states?: string[]): Promise<AskSeen[]> {
    const { myAsks } = await user.ask<{ myAsks: { nodes: AskSeen[] } }>(
      `query ($id: ID!${states ? ', $states: [AskState!]!' : ''}) {
        myAsks(communityId: $id, first: 100${states ? ', states: $states' : ''}) { nodes { id state why topic { id } } } }`,
      { id: this.community.id, states },
    );
    return myAsks.nodes;
  }

  /** How likely the router takes somebody to answer a question of which it knows nothing. */
  chanceOf(user: TestUser): Promise<number> {
    const live = this.house.app.get(LiveRouting, { strict: false });
    return live.of(this.community.key).withMemory(async ({ mind }) => {
      const question = { topicId: '', askerId: '', at: Date.now(), productIds: [], tagIds: [], words: 9, like: [] };
      const ranked = mind.ranker.rank(question, Date.now());
      return ranked.find(({ memberId }) => memberId === keyOf(user.memberId))?.p ?? 0;
    });
  }

  sql<Row extends object>(text: string, ...ids: string[]): Promise<Row[]> {
    return this.house.founder.sql<Row>(this.community.key, text, ids.map(keyOf));
  }

  get making(): AskMaking {
    return this.house.app.get(AskMaking, { strict: false });
  }

  private get rounds(): RoutingRounds {
    return this.house.app.get(RoutingRounds, { strict: false });
  }
}
