import { Controller, Get, Res, type BeforeApplicationShutdown } from '@nestjs/common';
import { Reader } from '@app/database';
import type { FastifyReply } from 'fastify';
import sql from 'sql-template-tag';
import { setTimeout as after } from 'node:timers/promises';

/** How long the database may take to say that it is there. */
const PATIENCE_MS = 500;

/** What a probe is told. */
interface Health {
  readonly status: 'ok' | 'unavailable';
  readonly database?: 'up' | 'down';
  readonly node?: string;
}

/** Tells whoever watches over the process how it is. */
@Controller('health')
export class HealthController implements BeforeApplicationShutdown {
  private stopping = false;

  constructor(private readonly reader: Reader) {}

  beforeApplicationShutdown(): void {
    this.stopping = true;
  }

  /** The process answers; says nothing of what stands behind it. */
  @Get('live')
  live(): Health {
    return { status: 'ok', node: process.version };
  }

  /** Requests may be sent here: 503 while the database is away, or the process is about to stop. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Health> {
    const database = (await this.reachesDatabase()) ? 'up' : 'down';
    const ready = database === 'up' && !this.stopping;
    void reply.code(ready ? 200 : 503).header('cache-control', 'no-store');
    return { status: ready ? 'ok' : 'unavailable', database };
  }

  private async reachesDatabase(): Promise<boolean> {
    const answer = this.reader.globalRows(sql`SELECT 1`).then(
      () => true,
      () => false,
    );
    return Promise.race([answer, after(PATIENCE_MS, false, { ref: false })]);
  }
}
