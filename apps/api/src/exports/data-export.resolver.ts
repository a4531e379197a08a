import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '@app/community';
import {
  dataExportState,
  DataExportLinks,
  DataExportsService,
  type DataExportState,
  type MemberExport,
} from '@app/interchange';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import type { RequestContext } from '../common/request-context';
import { DataExportStateEnum, DataExportType } from './data-export.type';
import { ExportMyDataInput } from './export-my-data.input';

/** Gives people what is known of them. */
@Resolver(() => DataExportType)
export class DataExportResolver {
  constructor(
    private readonly exports: DataExportsService,
    private readonly links: DataExportLinks,
  ) {}

  @Mutation(() => DataExportType, {
    description:
      'Has all put together that the community and the installation know of the viewer: profile, posts, marks, follows, flags, sessions, events. Returns the export that is running, where one is; RATE_LIMITED after three within a day. Also for suspended members.',
  })
  @Allow('session')
  exportMyData(
    @Args('input') _: ExportMyDataInput,
    @CurrentViewer() viewer: Viewer | null,
    @Context() { principal }: RequestContext,
  ): Promise<MemberExport> {
    return this.exports.request(principal, viewer);
  }

  @Query(() => [DataExportType], { description: "The viewer's own exports of a community, the newest first." })
  @Allow('session')
  myDataExports(
    @Args('communityId', { type: () => ID, description: 'The id of a Community.' }) _: string,
    @CurrentViewer() viewer: Viewer | null,
    @Context() { principal }: RequestContext,
  ): Promise<MemberExport[]> {
    return this.exports.list(principal, viewer);
  }

  @ResolveField(() => DataExportStateEnum, { description: 'How far it has come.' })
  state(@Parent() row: MemberExport): DataExportState {
    return dataExportState(row);
  }

  @ResolveField(() => String, {
    nullable: true,
    description:
      'Where the file is fetched, gzipped NDJSON, while the state is READY. Whoever has the address gets the file: it holds a secret.',
  })
  url(@Parent() row: MemberExport): string | null {
    return dataExportState(row) === 'READY' ? this.links.urlOf(row) : null;
  }
}
