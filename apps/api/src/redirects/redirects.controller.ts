import { Controller, Get, Req, Res } from '@nestjs/common';
import { mayRead, ViewersService } from '@app/community';
import { RedirectsReader } from '@app/interchange';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The name of a community, and the old path with its query. */
const ADDRESS = /^\/r\/([a-z0-9-]{1,63})(\/.*)$/s;
/** Somebody of whom nothing is known: an address leads everybody to the same place. */
const STRANGER = { userId: null, scopes: ['read'], actAs: null } as const;

const NOT_FOUND = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Not found</title></head>
<body><h1>Not found</h1><p>What was at this address is not here, or not for everybody to see.</p></body></html>
`;

/** Leads old addresses on: a web server sends here what it is asked for under the domain of the system before. */
@Controller('r')
export class RedirectsController {
  constructor(
    private readonly viewers: ViewersService,
    private readonly redirects: RedirectsReader,
  ) {}

  /** 301 to the page of what was there; 404 where strangers may see nothing of the kind. */
  @Get('*')
  async follow(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const location = await this.locationOf(request.originalUrl);
    if (location === null) {
      await reply.code(404).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(NOT_FOUND);
      return;
    }
    await reply.code(301).header('cache-control', 'public, max-age=3600').header('location', location).send();
  }

  private async locationOf(address: string): Promise<string | null> {
    const [, slug, path] = ADDRESS.exec(address) ?? [];
    const viewer = slug && path ? await this.viewers.bySlug(slug, STRANGER) : null;
    if (!viewer || !path || !mayRead(viewer)) return null;
    return (await this.redirects.find(viewer, path))?.location ?? null;
  }
}
