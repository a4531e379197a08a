import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { EventLog, Reader, Transactor } from '@app/database';
import sql from 'sql-template-tag';
import { READ_WORDS } from '../learning/example';
import { ModelsReader } from '../models/models.reader';
import { WordVectors } from '../vectors/word-vectors';
import { beginningOf } from '../words/unicode-words';
import { BurstFinder, DAY, USUAL_DAYS, type Burst, type HeardTopic, type Voice } from './burst-finder';

/** Told once of each burst: which topics, how many came, how many would on a usual day. */
export const TOPIC_BURST = 'topic.burst';
/** How often it is looked at most. */
const LOOK_EVERY = '5 minutes';
/** A burst that goes on is told once in so long a time. */
const SAME_BURST = '7 days';
/** Topics that are compared, the latest. */
const MOST_TOPICS = 5_000;
/** Texts that are read at once. */
const AT_ONCE = 100;

interface VoiceRow extends Omit<Voice, 'at'> {
  readonly topicId: string;
  readonly at: Date;
}

/** Tells when more people than usual come with one thing. */
@Injectable()
export class BurstsService {
  constructor(
    private readonly reader: Reader,
    private readonly transactor: Transactor,
    private readonly events: EventLog,
    private readonly models: ModelsReader,
  ) {}

  /** Looks for bursts of the last day, at most every five minutes. */
  async look(communityId: string): Promise<void> {
    if (!(await this.isDue(communityId))) return;
    const now = Date.now();
    const topics = await this.heard(communityId, new Date(now - (USUAL_DAYS + 1) * DAY));
    if (topics.length === 0) return;
    for (const burst of await new BurstFinder(topics, now).find()) await this.tell(communityId, burst);
  }

  private async isDue(communityId: string): Promise<boolean> {
    const row = await this.transactor.run(communityId, (tx) =>
      tx.row(
        sql`INSERT INTO similarity_progress (community_id, bursts_checked_at) VALUES (${communityId}, now())
          ON CONFLICT (community_id) DO UPDATE SET bursts_checked_at = now()
            WHERE similarity_progress.bursts_checked_at IS NULL
              OR similarity_progress.bursts_checked_at < now() - ${LOOK_EVERY}::interval
          RETURNING community_id`,
      ),
    );
    return row !== null;
  }

  /** Topics that everybody may find and that somebody came with since, each with who and when. */
  private async heard(communityId: string, since: Date): Promise<HeardTopic[]> {
    const rows = await this.reader.rows<VoiceRow>(
      communityId,
      sql`SELECT v."topicId", v."memberId", v.at FROM (
          SELECT t.id AS "topicId", t.author_id AS "memberId", t.created_at AS at FROM topics t
            WHERE t.community_id = ${communityId} AND t.created_at >= ${since} AND ${LISTED}
          UNION ALL
          SELECT m.topic_id, m.member_id, m.created_at FROM me_toos m JOIN topics t
            ON t.community_id = ${communityId} AND t.id = m.topic_id
            WHERE m.community_id = ${communityId} AND m.created_at >= ${since} AND m.member_id <> t.author_id AND ${LISTED}
        ) v ORDER BY v.at DESC LIMIT ${MOST_TOPICS}`,
    );
    if (!rows.some(({ at }) => at.getTime() > Date.now() - DAY)) return [];
    const byTopic = Map.groupBy(rows, ({ topicId }) => topicId);
    const vectors = await this.vectors(communityId, [...byTopic.keys()]);
    return [...byTopic].flatMap(([id, voices]): HeardTopic[] => {
      const vector = vectors.get(id);
      if (!vector) return [];
      return [{ id, vector, voices: voices.map(({ at, memberId }) => ({ at: at.getTime(), memberId })) }];
    });
  }

  private async vectors(communityId: string, topicIds: readonly string[]): Promise<Map<string, Float32Array>> {
    const words = await this.words(communityId);
    const vectors = new Map<string, Float32Array>();
    for (let at = 0; at < topicIds.length; at += AT_ONCE) {
      const texts = await this.reader.rows<{ id: string; title: string; body: string }>(
        communityId,
        sql`SELECT t.id, t.title, left(t.body, 3000) AS body FROM topics t
          WHERE t.community_id = ${communityId} AND t.id = ANY (${topicIds.slice(at, at + AT_ONCE)}::uuid[])`,
      );
      for (const { id, title, body } of texts) {
        vectors.set(id, words.embed(`${title} ${beginningOf(body, READ_WORDS.body)}`));
      }
      await setImmediate();
    }
    return vectors;
  }

  /** What the community taught; without it each topic is like itself only. */
  private async words(communityId: string): Promise<WordVectors> {
    const version = await this.models.serving(communityId);
    const bytes = version === null ? null : await this.models.bytes(communityId, version);
    return bytes ? WordVectors.fromBuffer(bytes) : new WordVectors([], new Float32Array());
  }

  /** Tells of a burst, unless one with a topic of it was told lately: then it is the same. */
  private async tell(communityId: string, { subjectId, ...data }: Burst): Promise<void> {
    await this.transactor.run(communityId, async (tx) => {
      await tx.rows(sql`SELECT pg_advisory_xact_lock(hashtextextended('bursts:' || ${communityId}::text, 0))`);
      const told = await tx.row(
        sql`SELECT 1 FROM domain_events e WHERE e.community_id = ${communityId} AND e.type = ${TOPIC_BURST}
          AND e.created_at > now() - ${SAME_BURST}::interval AND e.data->'topicIds' ?| ${data.topicIds}::text[] LIMIT 1`,
      );
      if (told) return;
      const system = { communityId, memberId: null, role: null, actingUserId: null };
      await this.events.append(tx, system, { type: TOPIC_BURST, subjectId, data });
    });
  }
}

/** What stands in the lists of everybody, under the alias `t`. */
const LISTED = sql`t.state = 'VISIBLE' AND t.visibility = 'PUBLIC' AND t.archived_at IS NULL AND t.merged_into_id IS NULL`;
