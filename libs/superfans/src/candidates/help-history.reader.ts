import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import sql from 'sql-template-tag';
import type { PastPost, PastThread } from './past-help';
import { replyWords } from './reply-words';

/** So many threads are read at a time. */
const PART = 300;
const FIRST = '00000000-0000-0000-0000-000000000000';

interface TopicRow {
  readonly id: string;
  readonly askerId: string;
  readonly askedAt: Date;
  readonly locale: string;
  readonly imported: boolean;
}

interface PostRow {
  readonly id: string;
  readonly topicId: string;
  readonly authorId: string;
  readonly at: Date;
  readonly answer: boolean;
  readonly body: string;
}

/** What members flagged away counts until staff have decided: otherwise three accounts could make anybody's help vanish. */
const STANDS = ['VISIBLE', 'HIDDEN'];

/** Reads who helped in the threads of a community; texts are looked at and not kept. */
@Injectable()
export class HelpHistoryReader {
  constructor(private readonly reader: Reader) {}

  /** The threads in which something happened since then, in parts. What is held, removed or taken back says nothing. */
  async *threads(communityId: string, since: Date): AsyncGenerator<PastThread[]> {
    for (let after = FIRST; ;) {
      const topics = await this.reader.rows<TopicRow>(
        communityId,
        sql`SELECT t.id, t.author_id AS "askerId", t.created_at AS "askedAt", t.locale,
            substring(t.id::text FROM 15 FOR 1) = '8' AS imported FROM topics t
          WHERE t.community_id = ${communityId} AND t.id > ${after} AND t.last_activity_at >= ${since}
            AND t.state = ANY (${STANDS}::text[]) AND t.merged_into_id IS NULL
          ORDER BY t.id LIMIT ${PART}`,
      );
      if (topics.length > 0) yield await this.withPosts(communityId, topics);
      const last = topics.at(-1);
      if (!last || topics.length < PART) return;
      after = last.id;
    }
  }

  /** When each member who ever answered somebody else did so first. */
  async firstAnswers(communityId: string): Promise<Map<string, number>> {
    const rows = await this.reader.rows<{ memberId: string; at: Date }>(
      communityId,
      sql`SELECT a.author_id AS "memberId", min(a.created_at) AS at FROM answers a
        JOIN topics t ON t.community_id = a.community_id AND t.id = a.topic_id
        WHERE a.community_id = ${communityId} AND a.state = ANY (${STANDS}::text[]) AND NOT a.follow_up AND t.state = ANY (${STANDS}::text[])
          AND t.merged_into_id IS NULL GROUP BY a.author_id`,
    );
    return new Map(rows.map(({ memberId, at }) => [memberId, at.getTime()]));
  }

  private async withPosts(communityId: string, topics: readonly TopicRow[]): Promise<PastThread[]> {
    const ids = topics.map(({ id }) => id);
    const [answers, comments] = await this.reader.round<[PostRow[], PostRow[]]>(communityId, [
      sql`SELECT a.id, a.topic_id AS "topicId", a.author_id AS "authorId", a.created_at AS at, NOT a.follow_up AS answer,
            a.body FROM answers a
          WHERE a.community_id = ${communityId} AND a.topic_id = ANY (${ids}::uuid[]) AND a.state = ANY (${STANDS}::text[])`,
      sql`SELECT c.id, c.topic_id AS "topicId", c.author_id AS "authorId", c.created_at AS at, false AS answer, c.body
          FROM comments c
          WHERE c.community_id = ${communityId} AND c.topic_id = ANY (${ids}::uuid[]) AND c.state = ANY (${STANDS}::text[])`,
    ]);
    const byTopic = Map.groupBy([...answers, ...comments], ({ topicId }) => topicId);
    return topics.map((topic) => threadOf(topic, byTopic.get(topic.id) ?? []));
  }
}

function threadOf({ id, askerId, askedAt, locale, imported }: TopicRow, rows: readonly PostRow[]): PastThread {
  const asked = askedAt.getTime();
  const posts = rows.map((row): PastPost => {
    // Sources now and then date a reply before its question.
    const at = Math.max(row.at.getTime(), asked);
    return { id: row.id, authorId: row.authorId, at, answer: row.answer, words: replyWords(row.body, locale) };
  });
  posts.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return { id, askerId, askedAt: asked, imported, posts };
}
