import { Injectable } from '@nestjs/common';
import { DatabaseError, EventLog, selectList, Transactor, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { requirePermission } from '../access/may';
import { changesBetween } from '../changes/changes-between';
import type { MemberViewer, Viewer } from '../viewer/viewer';
import { Tag } from './tag.entity';

/** What an edit changes of a tag: what is absent stays. */
export interface TagChange {
  readonly tagId: string;
  /** The version the edit was made on. */
  readonly version: number;
  readonly name?: string | null;
  readonly description?: string | null;
}

/** Keeps what tags are called and say. */
@Injectable()
export class TagsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
  ) {}

  /** Changes what the edit names; CONFLICT on a version that has passed, NAME_TAKEN for another tag's name. */
  async update(viewer: Viewer, change: TagChange): Promise<void> {
    requirePermission(viewer, 'curate');
    await this.transactor
      .run(viewer.communityId, (tx) => this.apply(tx, viewer, change))
      .catch((error: unknown) => {
        throw DatabaseError.violates(error, 'tags_name_key')
          ? new DomainError('NAME_TAKEN', 'There is a tag of this name: make one a synonym of the other instead.')
          : error;
      });
  }

  private async apply(tx: Tx, viewer: MemberViewer, change: TagChange): Promise<void> {
    const tag = await tx.row<Tag>(
      sql`SELECT ${selectList(Tag, 'g')} FROM tags g
          WHERE g.community_id = ${viewer.communityId} AND g.id = ${change.tagId} FOR NO KEY UPDATE`,
    );
    if (!tag) throw DomainError.notFound('tag');
    if (tag.version !== change.version) throw DomainError.conflict('tag', tag.version);
    const next = {
      name: change.name?.toLowerCase() ?? tag.name,
      description: change.description ?? tag.description,
    };
    await tx.rows(sql`
      UPDATE tags SET name = ${next.name}, description = ${next.description}, version = version + 1
      WHERE community_id = ${viewer.communityId} AND id = ${tag.id}`);
    await this.events.append(tx, viewer, {
      type: 'tag.updated',
      subjectId: tag.id,
      data: { version: tag.version + 1, ...changesBetween(tag, next) },
    });
  }
}
