import { Injectable } from '@nestjs/common';
import { Reader, Transactor } from '@app/database';
import { hashToken, isToken } from '@app/identity';
import { GlobalId } from '@app/kernel';
import sql from 'sql-template-tag';
import type { DataExportRef } from './data-exports.service';

/** A file that is there to be fetched. */
export interface DataExportFile {
  /** The community's name in addresses. */
  readonly slug: string;
  readonly bytes: number;
  /** Its pieces, each read when it is asked for. */
  parts(): AsyncIterable<Buffer>;
}

/** Gives the files of exports to whoever has their link, for as long as they are there. */
@Injectable()
export class DataExportFiles {
  constructor(
    private readonly reader: Reader,
    private readonly transactor: Transactor,
  ) {}

  /**
   * Null for everything but the very secret of an export that is ready and not over.
   * @param id the global id of the export
   */
  async find(id: string, token: string): Promise<DataExportFile | null> {
    const ref = GlobalId.parse(id);
    if (ref?.thing !== 'DataExport' || !isToken('export', token)) return null;
    const { communityId } = ref;
    const found = await this.reader.row<{ slug: string; bytes: number; parts: number }>(
      communityId,
      sql`SELECT c.slug, e.bytes, (SELECT count(*)::int FROM member_export_parts p
            WHERE p.community_id = e.community_id AND p.export_id = e.id) AS parts
          FROM member_exports e JOIN communities c ON c.id = e.community_id
          WHERE e.community_id = ${communityId} AND e.id = ${ref.id} AND e.token_hash = ${hashToken(token)}
            AND e.expires_at > now()`,
    );
    if (!found) return null;
    const { slug, bytes, parts } = found;
    return { slug, bytes, parts: () => this.parts({ communityId, exportId: ref.id }, parts) };
  }

  /** Takes an export away, with its file. */
  async remove({ communityId, exportId }: DataExportRef): Promise<void> {
    await this.transactor.run(communityId, (tx) =>
      tx.rows(sql`DELETE FROM member_exports WHERE community_id = ${communityId} AND id = ${exportId}`),
    );
  }

  private async *parts({ communityId, exportId }: DataExportRef, count: number): AsyncGenerator<Buffer> {
    for (let number = 0; number < count; number++) {
      const part = await this.reader.row<{ content: Buffer }>(
        communityId,
        sql`SELECT content FROM member_export_parts
            WHERE community_id = ${communityId} AND export_id = ${exportId} AND number = ${number}`,
      );
      if (!part) throw new Error('The file was taken away while it was sent.');
      yield part.content;
    }
  }
}
