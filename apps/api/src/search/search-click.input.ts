import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { GlobalId, type NodeRef } from '@app/kernel';
import type { ClickSearch } from '@app/search';
import { Transform } from 'class-transformer';
import { Max, Min } from 'class-validator';
import { NodeId } from '../common/node-id.decorator';

/** Something that was found was opened. */
@InputType({ description: 'Something that a search found was opened.' })
export class RecordSearchClickInput {
  @NodeId('Search', { description: 'The searchId of the search, up to a day old.' })
  searchId: string;

  @Field(() => ID, { description: 'The id of the topic or article that was opened.' })
  @Transform(({ value }: { value: unknown }) => GlobalId.of(value, 'Topic', 'Article'))
  nodeId: NodeRef;

  @Field(() => Int, { description: 'Its place among what was found, from 1.' })
  @Min(1)
  @Max(1_000)
  position: number;

  /** As the service takes it. */
  static toClick({ searchId, nodeId, position }: RecordSearchClickInput): ClickSearch {
    return { searchId, kind: nodeId.thing === 'Topic' ? 'TOPIC' : 'ARTICLE', thingId: nodeId.id, position };
  }
}
