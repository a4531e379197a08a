import { Injectable } from '@nestjs/common';
import { ApiKeysService, SessionsService } from '@app/identity';
import { BatchLoader, type NodeRef } from '@app/kernel';
import type { RequestContext } from '../common/request-context';

type Owned = object & { readonly id: string };
type OwnList = 'Session' | 'ApiKey';

/** Finds what belongs to a user and to no community: for its owner, and for nobody else. */
@Injectable()
export class OwnThings extends BatchLoader<RequestContext, OwnList, readonly Owned[]> {
  constructor(
    private readonly sessions: SessionsService,
    private readonly keys: ApiKeysService,
  ) {
    super();
  }

  /** The thing; null where it is not the viewer's own. Sessions and keys are not shown to keys. */
  async find(context: RequestContext, { thing, id }: NodeRef): Promise<Owned | null> {
    if (thing === 'User') return context.user?.id === id ? context.user : null;
    if (context.principal.kind !== 'session' || (thing !== 'Session' && thing !== 'ApiKey')) return null;
    return (await this.load(context, thing))?.find((owned) => owned.id === id) ?? null;
  }

  protected async findMany(
    { principal }: RequestContext,
    lists: readonly OwnList[],
  ): Promise<ReadonlyMap<string, readonly Owned[]>> {
    const read = (list: OwnList): Promise<Owned[]> =>
      list === 'Session' ? this.sessions.list(principal) : this.keys.list(principal);
    return new Map(await Promise.all(lists.map(async (list) => [list, await read(list)] as const)));
  }
}
