import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ROLES, type Role } from '@app/kernel';
import { asEnum } from '../common/as-enum';
import { connectionOf } from '../common/connection.type';
import { DateTime } from '../common/date-time.scalar';
import { NodeType } from '../common/node.type';
import { FollowableType } from '../follows/followable.type';

export const RoleEnum = asEnum(ROLES);
registerEnumType(RoleEnum, {
  name: 'Role',
  description: "A member's role in a community.",
  valuesMap: {
    ALUM: { description: 'Has left the company: no rights, old posts keep the label.' },
    CUSTOMER: { description: 'Asks, answers, comments.' },
    CHAMPION: { description: 'A customer whom the company recognises.' },
    EMPLOYEE: { description: 'Works for the company; a badge only.' },
    REPRESENTATIVE: { description: 'Speaks for the company.' },
    LEAD: { description: 'Leads support: sees superfans, insights and value.' },
    ADMIN: { description: 'Runs the community.' },
  },
});

/** A person in a community, as others see them. */
@ObjectType('Member', { implements: () => [NodeType, FollowableType], description: 'A person in a community.' })
export class MemberType {
  @Field(() => String, { description: 'The name in addresses and mentions; lower case, unique in the community.' })
  handle: string;

  @Field(() => String, { description: 'The name that others read.' })
  displayName: string;

  @Field(() => RoleEnum, { description: 'What they are in the community today.' })
  role: Role;

  @Field(() => Boolean, { name: 'hasSeat', description: 'Whether they hold a moderation seat.' })
  seat: boolean;

  @Field(() => String, { description: 'Their job or function, in their own words.' })
  title: string;

  @Field(() => String, { description: 'What they say about themselves, Markdown.' })
  bio: string;

  @Field(() => String, { description: 'What they say about themselves, safe HTML.' })
  bioHtml: string;

  @Field(() => Int, { description: 'How many members follow them.' })
  followerCount: number;

  @Field(() => Int, { description: 'Rises with each edit; an edit names the version it was made on.' })
  version: number;

  @Field(() => DateTime, { name: 'joinedAt', description: 'When they joined.' })
  createdAt: Date;
}

export const MemberConnection = connectionOf('Member', () => MemberType);
