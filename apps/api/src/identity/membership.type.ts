import { Field, ObjectType } from '@nestjs/graphql';
import type { Community, Member } from '@app/community';
import { CommunityType } from '../communities/community.type';
import { MemberType } from '../members/member.type';

/** One community of a user. */
@ObjectType('Membership', { description: 'A community that a user is a member of, and who they are there.' })
export class MembershipType {
  @Field(() => CommunityType, { description: 'The community.' })
  community: Community;

  @Field(() => MemberType, { description: 'Who the user is there.' })
  member: Member;
}
