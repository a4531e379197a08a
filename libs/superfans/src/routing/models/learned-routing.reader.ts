import { Injectable } from '@nestjs/common';
import { Reader } from '@app/database';
import sql from 'sql-template-tag';
import { FIXED_MODEL, type RoutingModel } from '../routing-model';
import type { LearnedRouting } from './learned-routing.entity';

/** Tells by which model people are found. */
@Injectable()
export class LearnedRoutingReader {
  constructor(private readonly reader: Reader) {}

  /** What a community taught; while it is too young, what another one did. */
  async of(communityId: string): Promise<RoutingModel> {
    const row = await this.reader.row<Pick<LearnedRouting, 'model'>>(
      communityId,
      sql`SELECT model FROM learned_routing WHERE community_id = ${communityId}`,
    );
    return row?.model ?? FIXED_MODEL;
  }
}
