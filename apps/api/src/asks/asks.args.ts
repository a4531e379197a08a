import { ArgsType, Field } from '@nestjs/graphql';
import type { AskState } from '@app/superfans';
import { NodeId } from '../common/node-id.decorator';
import { PageArgs } from '../common/page.args';
import { AskStateEnum } from './ask.enums';

/** Which of the viewer's asks in which community. */
@ArgsType()
export class MyAsksArgs extends PageArgs {
  @NodeId('Community')
  communityId: string;

  @Field(() => [AskStateEnum], {
    defaultValue: ['WAITING', 'ACCEPTED'],
    description: 'Only asks in one of these states.',
  })
  states: AskState[];
}

/** Which page of which community's escalations. */
@ArgsType()
export class EscalationsArgs extends PageArgs {
  @NodeId('Community')
  communityId: string;
}

/** How the viewer wants to be asked where. */
@ArgsType()
export class RoutingPreferencesArgs {
  @NodeId('Community')
  communityId: string;
}
