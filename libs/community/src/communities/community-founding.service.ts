import { Injectable } from '@nestjs/common';
import { EventLog, Transactor } from '@app/database';
import { Invitations } from '@app/identity';
import { DomainError, emailFault, newId, normaliseEmail } from '@app/kernel';
import sql from 'sql-template-tag';
import { suggestedHandles } from '../joining/suggested-handles';
import { Member } from '../members/member.entity';
import { communityFault } from './community-fault';

/** A community to be. */
export interface NewCommunity {
  readonly slug: string;
  readonly name: string;
  /** BCP 47. */
  readonly locale: string;
  /** The address of its first admin. */
  readonly adminEmail: string;
}

/** A community that has just begun. */
export interface FoundedCommunity {
  readonly communityId: string;
  /** The secret of a link by which the admin sets a password; null for who has one. */
  readonly token: string | null;
}

/** Begins communities: for whoever runs the installation. */
@Injectable()
export class CommunityFoundingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly invitations: Invitations,
    private readonly events: EventLog,
  ) {}

  /** The community with its first admin, who becomes a user where they are none. NAME_TAKEN for a slug in use. */
  async found(community: NewCommunity): Promise<FoundedCommunity> {
    const { slug, locale } = community;
    const name = community.name.trim();
    const adminEmail = normaliseEmail(community.adminEmail);
    const fault = faultOf({ slug, name, locale, adminEmail });
    if (fault) throw DomainError.invalid(fault);
    const communityId = newId();
    const id = newId();
    return this.transactor.run(communityId, async (tx) => {
      const made = await tx.row(sql`
        INSERT INTO communities (id, slug, name, locale, visibility) VALUES (${communityId}, ${slug}, ${name}, ${locale}, 'PUBLIC')
        ON CONFLICT (slug) DO NOTHING RETURNING id`);
      if (!made) throw new DomainError('NAME_TAKEN', `There is a community "${slug}" already: choose another slug.`);
      const { userId, token } = await this.invitations.invite(tx, adminEmail);
      const displayName = adminEmail.slice(0, adminEmail.indexOf('@')).slice(0, 60);
      const [handle = 'admin'] = suggestedHandles(displayName);
      await tx.insert(Member, { communityId, id, userId, handle, displayName, role: 'ADMIN' });
      const system = { communityId, memberId: null, role: null, actingUserId: null };
      await this.events.append(
        tx,
        system,
        { type: 'community.founded', subjectId: communityId, data: { slug } },
        { type: 'member.joined', subjectId: id, data: { handle, role: 'ADMIN' } },
      );
      return { communityId, token };
    });
  }
}

function faultOf({ adminEmail, ...community }: NewCommunity): string | null {
  const emailWrong = emailFault(adminEmail);
  return communityFault(community) ?? (emailWrong && `The address of the admin ${emailWrong}.`);
}
