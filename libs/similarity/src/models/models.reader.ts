import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import sql from 'sql-template-tag';
import type { SimilarityModel } from './similarity-model.entity';

/** What is told of a version; its bytes are not read for that. */
export type ModelRow = Omit<SimilarityModel, 'communityId' | 'model' | 'learnedThrough'>;

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

  /** The bytes of a version, for who serves it; null where they are no more. */
  async bytes(communityId: string, version: number): Promise<Buffer | null> {
    const row = await this.reader.row<{ model: Buffer | null }>(
      communityId,
      sql`SELECT model FROM similarity_models WHERE community_id = ${communityId} AND version = ${version}`,
    );
    return row?.model ?? null;
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
