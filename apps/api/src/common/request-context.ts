import type { FastifyReply, FastifyRequest } from 'fastify';
import { GlobalId, DomainError } from '@app/kernel';
import type { Credential, Viewer, ViewersService } from '@app/community';
import type { Principal } from '@app/identity';

/** The header by which a key names the member it acts for: a Member id. */
export const ACT_AS_HEADER = 'x-act-as';

/** What one GraphQL request knows: who asks, and who that is in each community it touches. */
export class RequestContext {
  private readonly asked = new Map<string, Promise<Viewer | null>>();
  private readonly known = new Map<string, Viewer>();
  private readonly credential: Credential;
  private changed = false;

  constructor(
    readonly principal: Principal,
    readonly request: FastifyRequest,
    readonly reply: FastifyReply,
    private readonly viewers: ViewersService,
  ) {
    this.credential = {
      userId: principal.userId,
      scopes: principal.scopes,
      actAs: actAs(principal, request.headers[ACT_AS_HEADER]),
    };
  }

  /** The budget a request is measured by: security.md's kinds of viewer. */
  get limitKind(): 'anonymous' | 'member' | 'key' {
    return this.principal.kind === 'session' ? 'member' : this.principal.kind;
  }

  /** Names the request in logs and in answers that report a fault of ours. */
  get requestId(): string {
    return this.request.id;
  }

  /** Whose budget it is. */
  get limitKey(): string {
    return this.principal.keyId ?? this.principal.userId ?? this.request.ip;
  }

  /** Who asks, in the community with this key; null where there is none. */
  async findViewer(communityId: string): Promise<Viewer | null> {
    return this.remember(communityId, () => this.viewers.byCommunityId(communityId, this.credential));
  }

  /** Who asks, in the community with this slug; null where there is none. */
  async findViewerBySlug(slug: string): Promise<Viewer | null> {
    return this.remember(`/${slug}`, () => this.viewers.bySlug(slug, this.credential));
  }

  /** Who asks, in a community that this request has already been let into. */
  viewerOf(communityId: string): Viewer {
    const viewer = this.known.get(communityId);
    if (!viewer) throw DomainError.notFound('community');
    return viewer;
  }

  /** Said before each change: who the viewer is, and what loaders know, is read anew after the one before it. */
  beginChange(): void {
    if (this.changed) this.asked.clear();
    this.changed = true;
  }

  private async remember(key: string, find: () => Promise<Viewer | null>): Promise<Viewer | null> {
    let asked = this.asked.get(key);
    if (!asked) {
      asked = find();
      this.asked.set(key, asked);
    }
    const viewer = await asked;
    if (viewer) this.known.set(viewer.communityId, viewer);
    return viewer;
  }
}

function actAs(principal: Principal, header: unknown): Credential['actAs'] {
  if (header === undefined) return null;
  const ref = GlobalId.of(header, 'Member');
  if (principal.actsInCommunityId !== ref.communityId) {
    throw new DomainError('FORBIDDEN', 'This key may not act for that member: use a key made for their community.');
  }
  return { communityId: ref.communityId, memberId: ref.id };
}
