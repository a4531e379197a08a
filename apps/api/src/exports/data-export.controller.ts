import { Readable } from 'node:stream';
import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import { DataExportFiles } from '@app/interchange';
import type { FastifyReply } from 'fastify';

/** Sends the files of exports to whoever has their secret link. */
@Controller('exports')
export class DataExportController {
  constructor(private readonly files: DataExportFiles) {}

  /** The file as a download; 404 for everything that is not the very link of a file that is there. */
  @Get(':id/:token')
  async fetch(@Param('id') id: string, @Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    void reply.header('cache-control', 'no-store').header('x-robots-tag', 'noindex');
    const file = await this.files.find(id, token);
    if (!file) throw new NotFoundException();
    await reply
      .header('content-type', 'application/gzip')
      .header('content-disposition', `attachment; filename="my-data-${file.slug}.ndjson.gz"`)
      .header('content-length', file.bytes)
      .send(Readable.from(file.parts()));
  }
}
