import { Field, ObjectType } from '@nestjs/graphql';

/** Where something is that was elsewhere before. */
@ObjectType('Redirect', { description: 'Where something is that had another address before it came here.' })
export class RedirectType {
  @Field(() => String, { description: 'The whole address of the page that it has now.' })
  location: string;
}
