import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import { mayRead, PERMISSIONS, requirePermission, type Permission, type Scope, type Viewer } from '@app/community';
import { requireSession, requireUser } from '@app/identity';
import { DomainError } from '@app/kernel';
import type { GraphQLResolveInfo } from 'graphql';
import { ALLOW, type Access } from './allow.decorator';
import type { RequestContext } from './request-context';
import { scopeOf } from './scope-of';

/** Lets an operation run only where it declares who may run it, and the viewer is one of them. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    if (execution.getType<string>() !== 'graphql') return true;
    const access = this.reflector.get<Access | undefined>(ALLOW, execution.getHandler());
    const graphql = GqlExecutionContext.create(execution);
    const context = graphql.getContext<RequestContext>();
    const args = graphql.getArgs<Record<string, unknown>>();
    // One document may hold several changes: each is judged by, and shows, what the ones before it left.
    const change = graphql.getInfo<GraphQLResolveInfo>().parentType.name === 'Mutation';
    if (change) context.beginChange();
    if (!access) throw DomainError.forbidden('do this');
    requireScope(context, scopeFor(access, change));
    if (access === 'anyone') return true;
    if (access === 'user' || access === 'session') return requireKnown(context, access);
    const viewer = await viewerIn(context, args);
    if (!viewer || !mayRead(viewer)) throw DomainError.notFound('community');
    if (access !== 'reader') requirePermission(viewer, access);
    return true;
  }
}

function requireKnown({ principal }: RequestContext, access: 'user' | 'session'): boolean {
  if (access === 'user') requireUser(principal);
  else requireSession(principal);
  return true;
}

/** What a key must be good for to run an operation; null where it need be good for nothing. */
function scopeFor(access: Access, change: boolean): Scope | null {
  if (access in PERMISSIONS) return PERMISSIONS[access as Permission].scope;
  if (!change) return 'read';
  return access === 'user' ? 'write' : null;
}

function requireScope({ principal }: RequestContext, scope: Scope | null): void {
  if (scope === null || principal.scopes.includes(scope)) return;
  throw new DomainError('FORBIDDEN', `This key lacks the scope ${scope.toUpperCase()}: use one that has it.`);
}

async function viewerIn(context: RequestContext, args: Record<string, unknown>): Promise<Viewer | null> {
  const scope = scopeOf(args);
  if (!scope) throw DomainError.invalid('Say what this is about: give the id of a community, or of something in it.');
  return 'slug' in scope ? context.findViewerBySlug(scope.slug) : context.findViewer(scope.communityId);
}
