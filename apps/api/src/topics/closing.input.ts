import { Field, InputType } from '@nestjs/graphql';
import { PlainText } from '@app/kernel';
import { NodeId } from '../common/node-id.decorator';

/** A topic that takes no new answers and comments. */
@InputType({ description: 'A topic that takes no new answers and comments from now on.' })
export class CloseTopicInput {
  @NodeId('Topic')
  topicId: string;

  @Field(() => String, { description: 'Why, up to 500 characters; readers see it.' })
  @PlainText({ min: 1, max: 500 })
  reason: string;
}

/** A closed topic to be opened. */
@InputType({ description: 'A closed topic that takes answers and comments again.' })
export class ReopenTopicInput {
  @NodeId('Topic')
  topicId: string;
}

/** A topic that leaves lists and search. */
@InputType({ description: 'A topic that leaves lists and search.' })
export class ArchiveTopicInput {
  @NodeId('Topic')
  topicId: string;

  @Field(() => String, { description: 'What to say about it, up to 500 characters; readers see it.' })
  @PlainText({ min: 1, max: 500 })
  note: string;
}

/** An archived topic to be brought back. */
@InputType({ description: 'An archived topic that comes back into lists and search.' })
export class UnarchiveTopicInput {
  @NodeId('Topic')
  topicId: string;
}
