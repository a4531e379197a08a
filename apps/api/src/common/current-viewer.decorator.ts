import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Viewer } from '@app/community';
import type { RequestContext } from './request-context';
import { scopeOf } from './scope-of';

/** The viewer in the community that the operation's arguments name; the guard has let them in. */
export const CurrentViewer = createParamDecorator(
  async (_: unknown, execution: ExecutionContext): Promise<Viewer | null> => {
    const graphql = GqlExecutionContext.create(execution);
    const context = graphql.getContext<RequestContext>();
    const scope = scopeOf(graphql.getArgs());
    if (!scope) return null;
    return 'slug' in scope ? context.findViewerBySlug(scope.slug) : context.findViewer(scope.communityId);
  },
);
