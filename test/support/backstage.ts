import { GlobalId } from '@app/kernel';
import { Conversation } from './conversation';
import type { TestCommunity } from './founder';
import type { TestApp } from './test-app';
import type { TestUser } from './test-user';

/** The key in a global id. */
export function keyOf(id: string): string {
  return GlobalId.parse(id)?.id ?? '';
}

/** Looks at a community, and changes it, behind the API's back. */
export class Backstage {
  constructor(
    private readonly house: TestApp,
    private readonly community: TestCommunity,
  ) {}

  /** Rows of the community; `ids` are global, their keys are the statement's parameters. */
  rows<Row extends object>(text: string, ...ids: string[]): Promise<Row[]> {
    return this.house.founder.sql<Row>(this.community.key, text, ids.map(keyOf));
  }

  /** Changes a topic. */
  async setTopic(topicId: string, change: string): Promise<void> {
    await this.rows(`UPDATE topics SET ${change} WHERE id = $1`, topicId);
  }

  /** Changes the state of an answer. */
  async setAnswerState(answerId: string, state: string): Promise<void> {
    await this.rows(`UPDATE answers SET state = '${state}' WHERE id = $1`, answerId);
  }

  /** What has been told of a thing, oldest first; every event says who did it and in which role. */
  async eventsOf(id: string): Promise<string[]> {
    const told = await this.rows<{ type: string }>(
      `SELECT type FROM domain_events
       WHERE subject_id = $1 AND actor_id IS NOT NULL AND actor_role IS NOT NULL ORDER BY id`,
      id,
    );
    return told.map(({ type }) => type);
  }

  /** The codes of a call on a topic that is closed, archived, merged away, removed, and private to somebody else. */
  async codesByState(user: TestUser, topicId: string, query: string, input: object): Promise<string[]> {
    const stranger = await this.house.founder.member(this.house.url, this.community);
    const elsewhere = await new Conversation(this.community).ask(stranger);
    const [before] = await this.rows<{ author_id: string }>('SELECT author_id FROM topics WHERE id = $1', topicId);
    const states: [string, string][] = [
      ['closed_at = now()', 'closed_at = NULL'],
      ['archived_at = now()', 'archived_at = NULL'],
      [`merged_into_id = '${keyOf(elsewhere)}'`, 'merged_into_id = NULL'],
      [`state = 'REMOVED'`, `state = 'VISIBLE'`],
      [
        `visibility = 'PRIVATE', author_id = '${keyOf(stranger.memberId)}'`,
        `visibility = 'PUBLIC', author_id = '${before?.author_id}'`,
      ],
    ];
    const codes: string[] = [];
    for (const [change, back] of states) {
      await this.setTopic(topicId, change);
      codes.push(await user.codeOf(query, { input }));
      await this.setTopic(topicId, back);
    }
    return codes;
  }
}
