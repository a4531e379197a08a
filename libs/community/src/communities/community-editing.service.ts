import { Injectable } from '@nestjs/common';
import { EventLog, Transactor, type Tx } from '@app/database';
import { DomainError } from '@app/kernel';
import sql from 'sql-template-tag';
import { requirePermission } from '../access/may';
import { changesBetween } from '../changes/changes-between';
import type { MemberViewer, Viewer } from '../viewer/viewer';
import { lockCommunity } from './community-for-change';
import { effectiveSettings, type CommunitySettings } from './community-settings';
import type { Community, CommunityVisibility } from './community.entity';

/** What an edit changes of a community: what is absent stays. */
export interface CommunityChange {
  /** The version the edit was made on. */
  readonly version: number;
  readonly name?: string | null;
  readonly locale?: string | null;
  readonly visibility?: CommunityVisibility | null;
  readonly settings?: { readonly [Name in keyof CommunitySettings]?: CommunitySettings[Name] | null } | null;
}

/** Changes what a community is called, who sees it, and how it works. */
@Injectable()
export class CommunityEditingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
  ) {}

  /** The community as it is after the edit; CONFLICT on a version that has passed. */
  async update(viewer: Viewer, change: CommunityChange): Promise<Community> {
    requirePermission(viewer, 'administer');
    return this.transactor.run(viewer.communityId, async (tx) => {
      const community = await lockCommunity(tx, viewer);
      if (community.version !== change.version) throw DomainError.conflict('community', community.version);
      return this.apply(tx, viewer, community, change);
    });
  }

  private async apply(tx: Tx, viewer: MemberViewer, community: Community, change: CommunityChange): Promise<Community> {
    const said = Object.entries(change.settings ?? {}).filter(([, value]) => value != null);
    const next = {
      name: change.name ?? community.name,
      locale: change.locale ?? community.locale,
      visibility: change.visibility ?? community.visibility,
    };
    const settings = { ...community.settings, ...Object.fromEntries(said) };
    const version = community.version + 1;
    await tx.rows(sql`
      UPDATE communities SET name = ${next.name}, locale = ${next.locale}, visibility = ${next.visibility},
        settings = ${JSON.stringify(settings)}::jsonb, version = ${version}
      WHERE id = ${community.id}`);
    await this.events.append(tx, viewer, {
      type: 'community.updated',
      subjectId: community.id,
      data: {
        version,
        ...changesBetween(community, next),
        settings: changesBetween(effectiveSettings(community.settings), effectiveSettings(settings)),
      },
    });
    return { ...community, ...next, settings, version };
  }
}
