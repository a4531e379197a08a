import type { Fields } from '../rows/fields';
import type { Findings } from '../rows/findings';
import { KnownIds } from '../rows/known-ids';
import type { DiscoursePost } from './discourse-post';

/** The people of the posts: each becomes one member. A user who was deleted there has neither id nor name. */
export class DiscoursePeople {
  private readonly known = new KnownIds();
  private readonly told = new Map<string, string>();

  /** The member's external id; null where the source has forgotten who it was, or never had anybody. */
  author({ fields, isSystem }: DiscoursePost, findings: Findings): string | null {
    const id = fields.maybeId('user_id');
    const username = fields.line('username');
    if (id === null || isSystem || username === null) return null;
    const name = fields.line('name') ?? username;
    const title = fields.line('user_title');
    const staff = fields.flag('admin') || fields.flag('moderator') || fields.flag('staff');
    if (!this.known.add(id)) return id;
    findings.record({
      kind: 'member',
      externalId: id,
      name,
      handle: username,
      // Whoever moderates there is shown as staff here; what they may do is for an admin of this community to say.
      role: staff ? 'EMPLOYEE' : 'CUSTOMER',
      ...(title && { title }),
    });
    findings.record({ kind: 'redirect', path: `/u/${username}`, to: { member: id } });
    return id;
  }

  /** Somebody of whom only the name is told, here: what they have written may tell more of them later. */
  mentioned(person: Fields | null): string | null {
    const id = person?.maybeId('id') ?? null;
    const username = person?.line('username') ?? null;
    if (id === null || username === null || id.startsWith('-')) return null;
    this.told.set(id, person?.line('name') ?? username);
    return id;
  }

  /** Gives those who were mentioned and have written nothing. */
  rest(findings: Findings): void {
    for (const [id, name] of this.told) {
      if (this.known.add(id)) findings.record({ kind: 'member', externalId: id, name });
    }
  }
}
