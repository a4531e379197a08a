import type { Fields } from '../rows/fields';
import type { Findings } from '../rows/findings';
import type { DumpTable } from './dump-table';
import { COMMUNITY_USER } from './named-people';

/** What a profile says that a member's does not. */
const LEFT_OUT: readonly (readonly [string, string])[] = [
  ['Reputation', 'reputations of users'],
  ['WebsiteUrl', 'web addresses of users'],
  ['Location', 'locations of users'],
  ['ProfileImageUrl', 'pictures of users'],
];

/** Accounts become members. How helpful they are is measured here, so their reputation stays behind. */
export class UsersTable implements DumpTable {
  read(row: Fields, findings: Findings): void {
    const externalId = row.id('Id');
    if (externalId === COMMUNITY_USER) return findings.leaveOut('the account that owns community posts');
    findings.attempt(externalId, () => {
      const bio = row.text('AboutMe');
      findings.record({
        kind: 'member',
        externalId,
        name: row.line('DisplayName') ?? `user${externalId}`,
        ...(bio !== null && { bio: { text: bio, format: 'HTML' } }),
        createdAt: row.instant('CreationDate'),
      });
      findings.record({ kind: 'redirect', path: `/users/${externalId}`, to: { member: externalId } });
      for (const [field, name] of LEFT_OUT) if (row.has(field)) findings.leaveOut(name);
    });
  }
}
