import { Field, InputType, Int } from '@nestjs/graphql';
import type { TagChange } from '@app/community';
import { PlainText } from '@app/kernel';
import { IsOptional } from 'class-validator';
import { NodeId } from '../common/node-id.decorator';

/** A change of a tag. */
@InputType({ description: 'A change of a tag; what is left out stays.' })
export class UpdateTagInput implements TagChange {
  @NodeId('Tag')
  tagId: string;

  @Field(() => Int, { description: 'The version that the edit was made on.' })
  version: number;

  @Field(() => String, { nullable: true, description: 'The word, 1 to 50 characters; stored in lower case.' })
  @IsOptional()
  @PlainText({ min: 1, max: 50 })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'When to use it, up to 500 characters of plain text.' })
  @IsOptional()
  @PlainText({ min: 0, max: 500 })
  description?: string | null;
}

/** Which tag is another word for which. */
@InputType({ description: 'Which tag is another word for which.' })
export class MakeSynonymInput {
  @NodeId('Tag', { description: 'The tag that becomes a synonym.' })
  tagId: string;

  @NodeId('Tag', { description: 'The tag that stays; of a synonym, the tag that it stands for.' })
  ofTagId: string;
}

/** Which synonym. */
@InputType({ description: 'Which synonym.' })
export class RemoveSynonymInput {
  @NodeId('Tag')
  tagId: string;
}
