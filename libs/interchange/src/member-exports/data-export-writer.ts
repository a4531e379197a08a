import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { JobQueue, Transactor, type Tx } from '@app/database';
import { hashToken } from '@app/identity';
import sql, { raw } from 'sql-template-tag';
import { DataExportLinks } from './data-export-links';
import { DATA_EXPORT_DAYS } from './data-export-state';
import { removalJob, type DataExportRef } from './data-exports.service';
import type { DataOwner, DataSection } from './data-section';
import { OWN_DATA } from './own-data';

const compressed = promisify(gzip);

/** Rows that are fetched at once, and characters that become one piece of the file: what is in memory at any time. */
const ROWS = 200;
const PART = 1_000_000;

/** Writes the file of an export, NDJSON, in pieces that are gzipped each: one after the other they are one gzip file. */
@Injectable()
export class DataExportWriter {
  constructor(
    private readonly transactor: Transactor,
    private readonly links: DataExportLinks,
    private readonly jobs: JobQueue,
  ) {}

  /** All of it in one transaction; nothing where it has been written, or its owner has been erased meanwhile. */
  async write(ref: DataExportRef): Promise<void> {
    await this.transactor.run(ref.communityId, async (tx) => {
      const owner = await tx.row<DataOwner>(sql`
        SELECT m.community_id AS "communityId", m.id AS "memberId", m.user_id AS "userId"
        FROM member_exports e JOIN members m ON m.community_id = e.community_id AND m.id = e.member_id
        WHERE e.community_id = ${ref.communityId} AND e.id = ${ref.exportId} AND e.ready_at IS NULL
          AND m.user_id IS NOT NULL FOR UPDATE OF e`);
      if (!owner) return;
      const bytes = await this.parts(tx, ref, owner);
      const expiresAt = new Date(Date.now() + DATA_EXPORT_DAYS * 86_400_000);
      await tx.rows(sql`
        UPDATE member_exports SET ready_at = now(), expires_at = ${expiresAt}, bytes = ${bytes},
          token_hash = ${hashToken(this.links.tokenOf(ref.exportId))}
        WHERE community_id = ${ref.communityId} AND id = ${ref.exportId}`);
      await this.jobs.add(tx, removalJob(ref, expiresAt));
    });
  }

  /** How many bytes they are. */
  private async parts(tx: Tx, ref: DataExportRef, owner: DataOwner): Promise<number> {
    let [text, number, bytes] = ['', 0, 0];
    const put = async (): Promise<void> => {
      const content = await compressed(text);
      await tx.rows(sql`
        INSERT INTO member_export_parts (community_id, export_id, number, content)
        VALUES (${ref.communityId}, ${ref.exportId}, ${number++}, ${content})`);
      bytes += content.length;
      text = '';
    };
    for (const section of OWN_DATA) {
      for await (const line of this.lines(tx, section, owner)) {
        text += line;
        if (text.length >= PART) await put();
      }
    }
    await put();
    return bytes;
  }

  private async *lines(tx: Tx, { kind, rows }: DataSection, owner: DataOwner): AsyncGenerator<string> {
    await tx.rows(sql`DECLARE own_data NO SCROLL CURSOR FOR ${rows(owner)}`);
    for (;;) {
      const some = await tx.rows<object>(raw(`FETCH ${ROWS} FROM own_data`));
      for (const row of some) yield `${JSON.stringify({ kind, ...row })}\n`;
      if (some.length < ROWS) break;
    }
    await tx.rows(sql`CLOSE own_data`);
  }
}
