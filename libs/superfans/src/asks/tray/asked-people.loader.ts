import { Injectable } from '@nestjs/common';
import { isStaff, type Viewer } from '@app/community';
import { Reader } from '@app/database';
import { BatchLoader } from '@app/kernel';
import sql from 'sql-template-tag';
import type { AskPlace } from '../../routing/assignment';
import { reasonsInWords, type AskReasons } from '../asking/ask-reasons';

/** Somebody who was asked whether they can answer a topic, as its asker and staff see it. */
export interface AskedPerson {
  readonly communityId: string;
  readonly memberId: string;
  /** Why they were asked, in words, what speaks for them most first. */
  readonly why: readonly string[];
  readonly askedAt: Date;
}

interface Asked {
  readonly topicId: string;
  readonly people: { memberId: string; place: AskPlace; reasons: AskReasons; askedAt: string }[];
}

/**
 * Reads who was asked about topics, by the topic's key: for whoever asked the topic, and for staff. Others find none, and
 * nobody learns how likely anyone was to answer: they stand in the order in which they were asked.
 */
@Injectable()
export class AskedPeopleLoader extends BatchLoader<Viewer, string, AskedPerson[]> {
  constructor(private readonly reader: Reader) {
    super();
  }

  protected async findMany(viewer: Viewer, topicIds: readonly string[]): Promise<ReadonlyMap<string, AskedPerson[]>> {
    const { communityId, memberId } = viewer;
    const rows = await this.reader.rows<Asked>(
      communityId,
      sql`SELECT t.id AS "topicId", (
            SELECT coalesce(json_agg(json_build_object('memberId', a.member_id, 'place', a.place, 'reasons', a.reasons,
              'askedAt', a.created_at) ORDER BY a.created_at, a.id), '[]')
            FROM topic_asks a WHERE a.community_id = t.community_id AND a.topic_id = t.id) AS people
          FROM topics t WHERE t.community_id = ${communityId} AND t.id = ANY (${topicIds}::uuid[])
            AND (t.author_id = ${memberId} OR ${isStaff(viewer)}::boolean)`,
    );
    return new Map(
      rows.map(({ topicId, people }) => [
        topicId,
        people.map(({ memberId: asked, place, reasons, askedAt }) => ({
          communityId,
          memberId: asked,
          why: reasonsInWords(reasons, place),
          askedAt: new Date(askedAt),
        })),
      ]),
    );
  }
}
