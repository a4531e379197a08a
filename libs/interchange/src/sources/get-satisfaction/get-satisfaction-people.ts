import { storedPath } from '@app/community';
import type { Fields } from '../rows/fields';
import type { Findings } from '../rows/findings';
import { KnownIds } from '../rows/known-ids';
import { roleOf } from './get-satisfaction.terms';

/** The people of a dump: each stands in everything that they have written, and becomes one member. */
export class GetSatisfactionPeople {
  private readonly known = new KnownIds();

  /** The member's external id; null where the source has forgotten who it was. */
  author(post: Fields, findings: Findings): string | null {
    const author = post.inner('author');
    return author?.has('id') ? this.member(author, findings) : null;
  }

  /** Gives a member when they are met for the first time. */
  member(person: Fields, findings: Findings): string {
    const id = person.id('id');
    const name = person.line('name') ?? person.line('nick') ?? person.line('canonical_name') ?? `Member ${id}`;
    if (!this.known.add(id)) return id;
    const joined = findings.optional('dates of joining that are none', () => person.maybeInstant('member_since'));
    const role = findings.optional('roles that are none', () => roleOf(person, person.line('title'))) ?? 'CUSTOMER';
    findings.record({ kind: 'member', externalId: id, name, role, ...(joined && { createdAt: joined }) });
    const path = storedPath(person.line('at_sfn') ?? '');
    if (path !== null && path !== '/') findings.record({ kind: 'redirect', path, to: { member: id } });
    return id;
  }
}
