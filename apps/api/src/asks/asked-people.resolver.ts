import { Context, Extensions, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { TopicRow } from '@app/community';
import { AskedPeopleLoader, type AskedPerson } from '@app/superfans';
import type { RequestContext } from '../common/request-context';
import { TopicType } from '../topics/topic.type';
import { AskedPersonType } from './asked-person.type';

/** Who was asked about a topic. */
@Resolver(() => TopicType)
export class AskedPeopleResolver {
  constructor(private readonly asked: AskedPeopleLoader) {}

  @ResolveField(() => [AskedPersonType], {
    nullable: true,
    description:
      'Who was asked whether they can answer it, and why, in the order in which they were. For whoever asked it and for staff; null for others.',
  })
  @Extensions({ listSize: 5 })
  askedPeople(@Parent() topic: TopicRow, @Context() context: RequestContext): Promise<AskedPerson[] | null> {
    return this.asked.load(context.viewerOf(topic.communityId), topic.id);
  }
}
