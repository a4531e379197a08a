import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import sql from 'sql-template-tag';
import { ConfiguredEmbedder } from './configured-embedder';

/** What a pretrained model says of a topic or an article. */
export interface StoredEmbedding {
  readonly id: string;
  /** Of length 1. */
  readonly vector: Float32Array;
  readonly revision: number;
}

interface Row {
  readonly id: string;
  readonly vector: Buffer;
  readonly revision: string;
}

/** Reads what a pretrained model has said so far. */
@Injectable()
export class EmbeddingsReader {
  constructor(
    private readonly reader: Reader,
    private readonly configured: ConfiguredEmbedder,
  ) {}

  /** Up to `limit` of the model in use behind a revision, oldest first; from the beginning behind 0; none without a model. */
  async since(communityId: string, revision: number, limit: number): Promise<StoredEmbedding[]> {
    const embedder = this.configured.current;
    if (!embedder) return [];
    const rows = await this.reader.rows<Row>(
      communityId,
      sql`SELECT e.id, e.vector, e.revision FROM text_embeddings e
        WHERE e.community_id = ${communityId} AND e.revision > ${revision} AND e.embedder = ${embedder.name}
        ORDER BY e.revision LIMIT ${limit}`,
    );
    return rows.map(({ id, vector, revision: step }) => ({
      id,
      vector: new Float32Array(Uint8Array.from(vector).buffer),
      revision: Number(step),
    }));
  }
}
