import { Injectable } from '@nestjs/common';
import { EventLog, Transactor, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { requirePermission } from '../access/may';
import { MarkdownRenderer } from '../content/markdown.renderer';
import type { MemberViewer, Viewer } from '../viewer/viewer';
import { handleFaultOf, lockMember } from './member-for-change';

/** What a member changes about themselves: what is absent stays. */
export interface ProfileChange {
  /** The version the edit was made on. */
  readonly version: number;
  readonly handle?: string | null;
  readonly displayName?: string | null;
  readonly title?: string | null;
  /** Markdown. */
  readonly bio?: string | null;
  /** BCP 47; null goes back to the community's. */
  readonly locale?: string | null;
}

const FIELDS = ['handle', 'displayName', 'title', 'bio', 'locale'] as const;

/** Lets members say who they are. */
@Injectable()
export class ProfileService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
    private readonly renderer: MarkdownRenderer,
  ) {}

  /** Changes the viewer's own profile; CONFLICT on a version that has passed, HANDLE_TAKEN for another's handle. */
  async update(viewer: Viewer, change: ProfileChange): Promise<void> {
    requirePermission(viewer, 'participate');
    const html = change.bio ? (await this.renderer.render(change.bio)).html : '';
    await this.transactor
      .run(viewer.communityId, (tx) => this.apply(tx, viewer, change, html))
      .catch((error: unknown) => {
        throw handleFaultOf(error);
      });
  }

  private async apply(tx: Tx, viewer: MemberViewer, change: ProfileChange, html: string): Promise<void> {
    const member = await lockMember(tx, viewer, viewer.memberId);
    if (member.version !== change.version) throw DomainError.conflict('profile', member.version);
    const handle = change.handle ?? member.handle;
    await tx.rows(sql`
      UPDATE members SET handle = ${handle}, display_name = ${change.displayName ?? member.displayName},
        title = ${change.title ?? member.title}, bio = ${change.bio ?? member.bio},
        bio_html = ${change.bio == null ? member.bioHtml : html},
        locale = ${change.locale === undefined ? member.locale : change.locale}, version = version + 1
      WHERE community_id = ${viewer.communityId} AND id = ${viewer.memberId}`);
    await this.events.append(tx, viewer, {
      type: 'member.profile_updated',
      subjectId: viewer.memberId,
      data: {
        version: member.version + 1,
        fields: FIELDS.filter((name) => change[name] !== undefined),
        ...(handle === member.handle ? {} : { handle: { from: member.handle, to: handle } }),
      },
    });
  }
}
