import { Field, ObjectType } from '@nestjs/graphql';
import { NodeType } from '../common/node.type';

/** An identity, as only its owner sees it. */
@ObjectType('User', {
  implements: () => [NodeType],
  description: 'An identity: an address and credentials. Only its owner sees it; what others see are members.',
})
export class UserType {
  @Field(() => String, { description: 'The address, lower case.' })
  email: string;

  @Field(() => Boolean, { description: 'Whether it is known that the user reads what is sent there.' })
  emailVerified: boolean;
}
