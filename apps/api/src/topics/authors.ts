import { Injectable } from '@nestjs/common';
import { MemberLoader, MemberNamesLoader, type Viewer } from '@app/community';
import type { Selection } from '../common/selection';
import { AUTHOR_FIELDS } from '../common/shown-fields';
import { attach } from '../graphql/attached-first';

/** What somebody wrote. */
export interface Authored {
  readonly authorId: string;
}

/** Reads the authors of what a page shows, all in one statement. */
@Injectable()
export class Authors {
  constructor(
    private readonly members: MemberLoader,
    private readonly names: MemberNamesLoader,
  ) {}

  /**
   * Attaches its author to each row; `selections` is what the query asks for of the rows, `alone` that no resolver
   * below will read members: it would find them read already, if they were read whole.
   */
  async attachTo(
    viewer: Viewer,
    rows: readonly Authored[],
    selections: readonly Selection[],
    alone: boolean,
  ): Promise<void> {
    const namesDo = alone && selections.every((selection) => selection.below('author').isWithin(AUTHOR_FIELDS));
    const loader = namesDo ? this.names : this.members;
    const ids = [...new Set(rows.map(({ authorId }) => authorId))];
    const found = await Promise.all(ids.map((id) => loader.load(viewer, id)));
    const authors = new Map(ids.map((id, i) => [id, found[i]]));
    for (const row of rows) attach(row, 'author', authors.get(row.authorId) ?? null);
  }
}
