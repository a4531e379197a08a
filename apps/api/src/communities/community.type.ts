import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { COMMUNITY_VISIBILITIES, type CommunityVisibility } from '@app/community';
import { asEnum } from '../common/as-enum';
import { DateTime } from '../common/date-time.scalar';
import { NodeType } from '../common/node.type';

export const CommunityVisibilityEnum = asEnum(COMMUNITY_VISIBILITIES);
registerEnumType(CommunityVisibilityEnum, {
  name: 'CommunityVisibility',
  description: 'Whether readers without membership see a community.',
});

/** A brand's space. */
@ObjectType('Community', { implements: () => [NodeType], description: "A brand's space." })
export class CommunityType {
  @Field(() => String, { description: 'The name in addresses.' })
  slug: string;

  @Field(() => String, { description: 'The name that people read.' })
  name: string;

  @Field(() => String, { description: 'The language that topics are in unless they say otherwise, BCP 47.' })
  locale: string;

  @Field(() => CommunityVisibilityEnum, { description: 'Who sees it.' })
  visibility: CommunityVisibility;

  @Field(() => Int, { description: 'Rises with each edit; an edit names the version it was made on.' })
  version: number;

  @Field(() => DateTime, { description: 'When it was founded.' })
  createdAt: Date;
}
