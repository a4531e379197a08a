import { Injectable } from '@nestjs/common';
import { isMember, mayRead, type MemberViewer, type Viewer } from '@app/community';
import { EventLog, JobQueue, Reader, selectList, Transactor, type Tx } from '@app/database';
import { requireSession, type Principal } from '@app/identity';
import { DomainError, newId } from '@app/kernel';
import sql from 'sql-template-tag';
import { DATA_EXPORT_DAYS, DATA_EXPORT_HOURS } from './data-export-state';
import { MemberExport } from './member-export.entity';

/** The task that writes the file of an export; its payload is a {@link DataExportRef}. */
export const WRITE_DATA_EXPORT_TASK = 'write_data_export';
/** The task that takes it away again. */
export const REMOVE_DATA_EXPORT_TASK = 'remove_data_export';

/** Which export a job is about. */
export interface DataExportRef {
  readonly communityId: string;
  readonly exportId: string;
}

const MOST_A_DAY = 3;

/** The job that removes an export: there is one for each, whenever it is to be done. */
export function removalJob(ref: DataExportRef, runAt: Date) {
  return { task: REMOVE_DATA_EXPORT_TASK, payload: { ...ref }, key: `remove_data_export:${ref.exportId}`, runAt };
}

/** Lets members have what is known of them: also those who are suspended, and nobody but themselves. */
@Injectable()
export class DataExportsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly reader: Reader,
    private readonly jobs: JobQueue,
    private readonly events: EventLog,
  ) {}

  /** Begins an export; the one that is running, where one is. RATE_LIMITED after three within a day. */
  async request(principal: Principal, viewer: Viewer | null): Promise<MemberExport> {
    const member = requireOneself(principal, viewer);
    return this.transactor.run(member.communityId, async (tx) => {
      await tx.rows(sql`
        SELECT FROM members WHERE community_id = ${member.communityId} AND id = ${member.memberId} FOR NO KEY UPDATE`);
      const lately = await this.lately(tx, member);
      const running = lately.find(({ readyAt }) => readyAt === null);
      if (running) return running;
      const oldest = lately[MOST_A_DAY - 1];
      if (oldest) throw tooMany(oldest);
      return this.begin(tx, member);
    });
  }

  /** The viewer's own, the newest first. */
  async list(principal: Principal, viewer: Viewer | null): Promise<MemberExport[]> {
    const { communityId, memberId } = requireOneself(principal, viewer);
    return this.reader.rows<MemberExport>(
      communityId,
      sql`SELECT ${selectList(MemberExport, 'e')} FROM member_exports e
          WHERE e.community_id = ${communityId} AND e.member_id = ${memberId} ORDER BY e.created_at DESC, e.id DESC LIMIT 50`,
    );
  }

  private lately(tx: Tx, { communityId, memberId }: MemberViewer): Promise<MemberExport[]> {
    return tx.rows<MemberExport>(sql`
      SELECT ${selectList(MemberExport, 'e')} FROM member_exports e
      WHERE e.community_id = ${communityId} AND e.member_id = ${memberId}
        AND e.created_at > now() - make_interval(hours => ${DATA_EXPORT_HOURS})
      ORDER BY e.created_at DESC, e.id DESC LIMIT ${MOST_A_DAY}`);
  }

  private async begin(tx: Tx, member: MemberViewer): Promise<MemberExport> {
    const ref: DataExportRef = { communityId: member.communityId, exportId: newId() };
    const made = await tx.row<MemberExport>(sql`
      INSERT INTO member_exports AS e (community_id, id, member_id)
      VALUES (${ref.communityId}, ${ref.exportId}, ${member.memberId}) RETURNING ${selectList(MemberExport, 'e')}`);
    if (!made) throw new TypeError('An export was not made.');
    await this.jobs.add(tx, { task: WRITE_DATA_EXPORT_TASK, payload: { ...ref } });
    // Sooner where it becomes ready.
    await this.jobs.add(tx, removalJob(ref, new Date(Date.now() + (DATA_EXPORT_DAYS + 2) * 86_400_000)));
    await this.events.append(tx, member, { type: 'member.data_exported', subjectId: member.memberId });
    return made;
  }
}

function requireOneself(principal: Principal, viewer: Viewer | null): MemberViewer {
  requireSession(principal);
  if (!viewer || (!isMember(viewer) && !mayRead(viewer))) throw DomainError.notFound('community');
  if (!isMember(viewer)) throw new DomainError('FORBIDDEN', 'Join this community first.');
  return viewer;
}

function tooMany({ createdAt }: MemberExport): DomainError {
  const free = createdAt.getTime() + DATA_EXPORT_HOURS * 3_600_000;
  return new DomainError('RATE_LIMITED', `You have had ${MOST_A_DAY} exports within a day: fetch one of them.`, {
    retryAfterSeconds: Math.max(1, Math.ceil((free - Date.now()) / 1000)),
  });
}
