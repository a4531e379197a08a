import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { PlainText, TEXT_LIMITS } from '@app/kernel';
import type { NewRecognition, RecognitionKind } from '@app/superfans';
import { IsOptional } from 'class-validator';
import { IdempotencyKey } from '../common/idempotency-key.decorator';
import { NodeId } from '../common/node-id.decorator';
import { PageArgs } from '../common/page.args';
import { RecognitionKindEnum } from './recognition.type';

/** Whom to recognise, how, and why. */
@InputType({ description: 'Whom to recognise, how, and why.' })
export class RecogniseMemberInput implements NewRecognition {
  @NodeId('Member')
  memberId: string;

  @IdempotencyKey()
  idempotencyKey: string;

  @Field(() => RecognitionKindEnum, { description: 'How.' })
  kind: RecognitionKind;

  @Field(() => String, { nullable: true, description: 'What the badge says, 1 to 40 characters; for badges only.' })
  @IsOptional()
  @PlainText({ min: 1, max: 40 })
  badge?: string | null;

  @Field(() => String, { description: 'Why, to the member: 1 to 500 characters of plain text.' })
  @PlainText({ min: 1, max: TEXT_LIMITS.summary })
  note: string;
}

/** A badge to be taken back. */
@InputType({ description: 'A badge to be taken back.' })
export class WithdrawBadgeInput {
  @NodeId('Recognition')
  recognitionId: string;
}

/** Whose recognitions, and which page of them. */
@ArgsType()
export class RecognitionsArgs extends PageArgs {
  @NodeId('Community')
  communityId: string;

  @NodeId('Member', { nullable: true, description: 'Whose; your own if not said. Those of others are for leads.' })
  @IsOptional()
  memberId?: string | null;
}
