import type { Ref } from '../../format/record-parts';
import type { Fields } from '../rows/fields';
import type { Findings } from '../rows/findings';

/** The account that owns what nobody else does. */
export const COMMUNITY_USER = '-1';

/** Whose posts and comments are: accounts, and people whose account is gone and of whom a name is left. */
export class NamedPeople {
  private readonly names = new Set<string>();

  /** The member; null where nothing says who it was. A name that is met for the first time becomes a member. */
  whose(row: Fields, idField: string, nameField: string, findings: Findings): Ref | null {
    const id = row.maybeId(idField);
    if (id === COMMUNITY_USER) return null;
    if (id !== null) return id;
    const name = row.line(nameField);
    if (name === null) return null;
    const externalId = `name:${name}`;
    if (!this.names.has(name)) {
      this.names.add(name);
      findings.record({ kind: 'member', externalId, name });
    }
    return externalId;
  }
}
