import { Column, Entity, ForeignKey } from 'typeorm';
import { Community } from '@app/community';
import { CommunityKey, Moment } from '@app/database';
import type { RoutingModel } from '../routing-model';

/** What a community taught about who answers what: weights of figures, nothing about anybody. */
@Entity('learned_routing')
@ForeignKey(() => Community, ['communityId'], ['id'], { name: 'learned_routing_community_fk' })
export class LearnedRouting {
  @CommunityKey('learned_routing_pkey')
  communityId: string;

  @Column('jsonb')
  model: RoutingModel;

  @Moment('learned_at')
  learnedAt: Date;
}
