import { Injectable } from '@nestjs/common';
import { EventLog, Reader, Transactor } from '@app/database';
import sql from 'sql-template-tag';
import { effectiveSettings, type CommunitySettings } from '../communities/community-settings';
import { isCompanyAddress } from './company-domain';

interface CustomerOf {
  readonly communityId: string;
  readonly settings: Partial<CommunitySettings>;
}

/** Knows the people of a company by their address, also when it is verified after they have joined. */
@Injectable()
export class EmployeeRecognitionService {
  constructor(
    private readonly reader: Reader,
    private readonly transactor: Transactor,
    private readonly events: EventLog,
  ) {}

  /** Makes the user EMPLOYEE where they are CUSTOMER of the company that their verified address is of. */
  async recognise(userId: string): Promise<void> {
    const [user] = await this.reader.globalRows<{ email: string }>(
      sql`SELECT email FROM users WHERE id = ${userId} AND email_verified_at IS NOT NULL`,
    );
    if (!user) return;
    const [customerOf] = await this.reader.ownRound<[CustomerOf[]]>(userId, [
      sql`SELECT m.community_id AS "communityId", c.settings FROM members m JOIN communities c ON c.id = m.community_id
          WHERE m.user_id = ${userId} AND m.role = 'CUSTOMER'`,
    ]);
    for (const { communityId, settings } of customerOf) {
      if (isCompanyAddress(user.email, effectiveSettings(settings))) await this.promote(communityId, userId);
    }
  }

  private async promote(communityId: string, userId: string): Promise<void> {
    const system = { communityId, memberId: null, role: null, actingUserId: null };
    const data = { from: 'CUSTOMER', to: 'EMPLOYEE', because: 'VERIFIED_COMPANY_ADDRESS' };
    await this.transactor.run(communityId, async (tx) => {
      const member = await tx.row<{ id: string }>(sql`
        UPDATE members SET role = 'EMPLOYEE'
        WHERE community_id = ${communityId} AND user_id = ${userId} AND role = 'CUSTOMER' RETURNING id`);
      if (member) await this.events.append(tx, system, { type: 'member.role_set', subjectId: member.id, data });
    });
  }
}
