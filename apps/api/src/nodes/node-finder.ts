import { Injectable, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import {
  AnswersReader,
  ArticlesReader,
  CommentsReader,
  MemberLoader,
  may,
  mayRead,
  ModerationReader,
  ProductLoader,
  TagLoader,
  TopicsReader,
  type Permission,
  type TopicRow,
  type Viewer,
} from '@app/community';
import { DataExportLoader } from '@app/interchange';
import { AnomalyLoader, DisputeLoader } from '@app/reputation';
import { RecognitionLoader } from '@app/superfans';
import { DomainError, GlobalId, NO_COMMUNITY, type BatchLoader, type NodeRef, type Thing } from '@app/kernel';
import type { RequestContext } from '../common/request-context';
import { topicTypeName } from '../topics/topic-type-name';
import { OwnThings } from './own-things';

/** A thing as its loader gives it, with the name of its type in the schema. */
export type FoundNode = object & { readonly __typename: string };

type NodeLoader = BatchLoader<Viewer, string, object>;

/** What reads each kind of thing by key, and leaves out those that the viewer may not have. What is not here is no node. */
const LOADERS: Partial<Record<Thing, Type<NodeLoader>>> = {
  Answer: AnswersReader,
  Article: ArticlesReader,
  Comment: CommentsReader,
  DataExport: DataExportLoader,
  Member: MemberLoader,
  ModerationItem: ModerationReader,
  Product: ProductLoader,
  Recognition: RecognitionLoader,
  ReputationAnomaly: AnomalyLoader,
  ReputationDispute: DisputeLoader,
  Tag: TagLoader,
  Topic: TopicsReader,
};

/** What only some may have at all. */
const NEEDS: Partial<Record<Thing, Permission>> = { ModerationItem: 'curate' };

/** What only who has logged in may have: a key, once leaked, must not lead to it. */
const FOR_SESSIONS: ReadonlySet<Thing> = new Set(['DataExport']);

/** Finds things by their global ids: each in its own community, as the viewer there may see it. */
@Injectable()
export class NodeFinder {
  constructor(
    private readonly modules: ModuleRef,
    private readonly own: OwnThings,
  ) {}

  /** The thing; null where there is none or the viewer may not have it. INVALID_INPUT for what is no id at all. */
  async find(context: RequestContext, id: string): Promise<FoundNode | null> {
    const ref = GlobalId.parse(id);
    if (!ref) throw DomainError.invalid('This is not an id of this API: use an id as the API returned it.');
    const found = await (ref.communityId === NO_COMMUNITY
      ? this.own.find(context, ref)
      : this.inCommunity(context, ref));
    return found && { ...found, __typename: typeNameOf(ref.thing, found) };
  }

  private async inCommunity(context: RequestContext, { thing, communityId, id }: NodeRef): Promise<object | null> {
    const viewer = await context.findViewer(communityId);
    if (!viewer || !mayRead(viewer)) return null;
    if (thing === 'Community') return id === communityId ? viewer.community : null;
    const needed = NEEDS[thing];
    if (needed && !may(viewer, needed)) return null;
    if (FOR_SESSIONS.has(thing) && context.principal.kind !== 'session') return null;
    const loader = LOADERS[thing];
    return loader ? this.modules.get(loader, { strict: false }).load(viewer, id) : null;
  }
}

function typeNameOf(thing: Thing, row: object): string {
  return thing === 'Topic' ? topicTypeName(row as TopicRow) : thing;
}
