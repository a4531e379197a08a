import type { FastifyReply, FastifyRequest } from 'fastify';
import { GlobalId, DomainError } from '@app/kernel';
import { isStaff, type Community, type Credential, type OwnMembership, type Viewer } from '@app/community';
import { ANONYMOUS, type Client, type IdentifiedUser, type Principal, type StartedSession } from '@app/identity';
import type { ContextServices } from './context-opener';

/** The header by which a key names the member it acts for: a Member id. */
export const ACT_AS_HEADER = 'x-act-as';

/** What one GraphQL request knows: who asks, and who that is in each community it touches. */
export class RequestContext {
  private readonly asked = new Map<string, Promise<Viewer | null>>();
  private readonly known = new Map<string, Viewer>();
  private credential: Credential;
  private own: Promise<OwnMembership[]> | null = null;
  private changed = false;

  constructor(
    private who: Principal,
    readonly request: FastifyRequest,
    readonly reply: FastifyReply,
    private readonly services: Omit<ContextServices, 'authenticator'>,
  ) {
    this.credential = credentialOf(who, request.headers[ACT_AS_HEADER]);
  }

  /** Who is behind the request. */
  get principal(): Principal {
    return this.who;
  }

  /** The user behind the request, as they see themselves; null for strangers. */
  get user(): IdentifiedUser | null {
    const { userId: id, email, emailVerified } = this.who;
    return id && email ? { id, email, emailVerified } : null;
  }

  /** What the request says of the program behind it. */
  get client(): Client {
    return { ip: this.request.ip, userAgent: this.request.headers['user-agent'] ?? null };
  }

  /** The budget that a request is measured by. */
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
    return this.remember(communityId, () => this.services.viewers.byCommunityId(communityId, this.credential));
  }

  /** Who asks, in the community with this slug; null where there is none. */
  async findViewerBySlug(slug: string): Promise<Viewer | null> {
    return this.remember(`/${slug}`, () => this.services.viewers.bySlug(slug, this.credential));
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

  /** Who asks, in the community with this key, read anew: after a change of just that. */
  findViewerAgain(communityId: string): Promise<Viewer | null> {
    this.asked.delete(communityId);
    return this.findViewer(communityId);
  }

  /** The communities of the user behind the request, into each of which the request is let by this. */
  async memberships(): Promise<OwnMembership[]> {
    const { userId, actAs } = this.credential;
    if (!userId) return [];
    const found = await this.services.viewers.memberships(userId, this.credential);
    for (const { viewer } of found) this.known.set(viewer.communityId, viewer);
    if (actAs) await this.findViewerAgain(actAs.communityId);
    return found;
  }

  /** The community of this key, where the user behind the request is a member of it. */
  async ownCommunity(communityId: string | null): Promise<Community | null> {
    if (communityId === null) return null;
    this.own ??= this.memberships();
    return (await this.own).find(({ viewer }) => viewer.communityId === communityId)?.viewer.community ?? null;
  }

  /** What follows in this request is asked by who has just logged in; the browser keeps the session. */
  logIn({ principal, token, expiresAt }: StartedSession): void {
    this.services.cookie.set(this.reply, token, expiresAt);
    this.become(principal);
  }

  /** What follows in this request is asked by nobody known. */
  logOut(): void {
    this.services.cookie.clear(this.reply);
    this.become(ANONYMOUS);
  }

  private become(principal: Principal): void {
    this.who = principal;
    this.credential = credentialOf(principal, undefined);
    this.asked.clear();
    this.known.clear();
  }

  private async remember(key: string, find: () => Promise<Viewer | null>): Promise<Viewer | null> {
    let asked = this.asked.get(key);
    if (!asked) {
      asked = find();
      this.asked.set(key, asked);
    }
    const viewer = await asked;
    if (!viewer) return null;
    this.known.set(viewer.communityId, viewer);
    if (isStaff(viewer)) this.services.use.noteStaff(this.who);
    return viewer;
  }
}

function credentialOf(principal: Principal, actAsHeader: unknown): Credential {
  const { userId, scopes } = principal;
  return { userId, scopes, actAs: actAs(principal, actAsHeader) };
}

function actAs(principal: Principal, header: unknown): Credential['actAs'] {
  if (header === undefined) return null;
  const ref = GlobalId.of(header, 'Member');
  if (principal.actsInCommunityId !== ref.communityId) {
    throw new DomainError('FORBIDDEN', 'This key may not act for that member: use a key made for their community.');
  }
  return { communityId: ref.communityId, memberId: ref.id };
}
