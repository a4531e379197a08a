import { ArgsType, Field } from '@nestjs/graphql';
import type { SuperfanRequest, SuperfanStage, SuperfanState } from '@app/superfans';
import { NodeId } from '../common/node-id.decorator';
import { PageArgs } from '../common/page.args';
import { SuperfanStageEnum, SuperfanStateEnum } from './superfan.type';

/** Which candidates of which community, and which page of them. */
@ArgsType()
export class SuperfansArgs extends PageArgs implements SuperfanRequest {
  @NodeId('Community', { description: 'The community.' })
  communityId: string;

  @Field(() => SuperfanStateEnum, { nullable: true, description: 'Only those of this state.' })
  state?: SuperfanState | null;

  @Field(() => SuperfanStageEnum, { nullable: true, description: 'Only newcomers, or only all others.' })
  stage?: SuperfanStage | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'People of the company who help, instead of members who do.',
  })
  employees: boolean;
}
