import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * The cookie of a browser's session. Over https its name makes browsers hold it to this very host, and no script reads
 * it. Browsers take such a cookie over https only, so an installation on http (a developer's machine) has a plain one.
 */
export class SessionCookie {
  readonly name: string;
  private readonly options;

  /** @param publicUrl the address that people open */
  constructor(publicUrl: string) {
    const secure = publicUrl.startsWith('https:');
    this.name = secure ? '__Host-sid' : 'sid';
    this.options = { path: '/', httpOnly: true, secure, sameSite: 'lax' } as const;
  }

  /** The secret in a request's cookie, or null. */
  read({ cookies }: FastifyRequest): string | null {
    return cookies[this.name] || null;
  }

  set(reply: FastifyReply, token: string, expires: Date): void {
    void reply.setCookie(this.name, token, { ...this.options, expires });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.options);
  }
}
