import { ArgsType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { NodeId } from '../common/node-id.decorator';
import { PageArgs } from '../common/page.args';

/** Whose solved topics, and which page of them. */
@ArgsType()
export class SolvedTopicsArgs extends PageArgs {
  @NodeId('Member', { nullable: true, description: 'Who solved them; anybody if not said.' })
  @IsOptional()
  memberId?: string | null;
}
