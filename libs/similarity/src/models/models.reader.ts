import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import sql from 'sql-template-tag';
import type { SimilarityModel } from './similarity-model.entity';

/** What is told of a version; its bytes are not read for that. */
export type ModelRow = Omit<SimilarityModel, 'communityId' | 'model' | 'halfRight' | 'learnedThrough'>;

/** Bytes of a model that are read at a time: reading several millions at once would hold the event loop. */
const PART = 262_144;
/** Versions that are told of. */
const TOLD = 10;

/** Reads the versions of what a community taught. */
@Injectable()
export class ModelsReader {
  constructor(private readonly reader: Reader) {}

  /** The version in use; null where none is. */
  async serving(communityId: string): Promise<number | null> {
    const row = await this.reader.row<{ version: number }>(
      communityId,
      sql`SELECT version FROM similarity_models WHERE community_id = ${communityId} AND state = 'SERVING'`,
    );
    return row?.version ?? null;
  }

  /** The log-odds at which half of the right suggestions of a version stand; null where that is not known. */
  async halfRight(communityId: string, version: number): Promise<number | null> {
    const row = await this.reader.row<{ halfRight: number | null }>(
      communityId,
      sql`SELECT half_right AS "halfRight" FROM similarity_models
        WHERE community_id = ${communityId} AND version = ${version}`,
    );
    return row?.halfRight ?? null;
  }

  /** The bytes of a version, for who serves it; null where they are no more, or go while they are read. */
  async bytes(communityId: string, version: number): Promise<Buffer | null> {
    const parts: Buffer[] = [];
    for (;;) {
      const row = await this.reader.row<{ part: Buffer | null }>(
        communityId,
        sql`SELECT substring(model FROM ${parts.length * PART + 1}::integer FOR ${PART}::integer) AS part
          FROM similarity_models WHERE community_id = ${communityId} AND version = ${version}`,
      );
      if (!row?.part) return null;
      parts.push(row.part);
      if (row.part.length < PART) return Buffer.concat(parts);
    }
  }

  /** The latest versions, the newest first. */
  latest(communityId: string): Promise<ModelRow[]> {
    return this.reader.rows<ModelRow>(
      communityId,
      sql`SELECT version, state, started_at AS "startedAt", seen_at AS "seenAt", progress, learned_at AS "learnedAt",
          threads, words, figures, reason
        FROM similarity_models WHERE community_id = ${communityId} ORDER BY version DESC LIMIT ${TOLD}`,
    );
  }
}
