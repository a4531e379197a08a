import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { KeyScope } from '@app/identity';
import { DateTime } from '../common/date-time.scalar';
import { NodeType } from '../common/node.type';

export const KeyScopeEnum = { READ: 'read', WRITE: 'write', ADMIN: 'admin' } as const;
registerEnumType(KeyScopeEnum, {
  name: 'KeyScope',
  description: 'What a key may be used for. None includes another, and every key has READ.',
  valuesMap: {
    READ: { description: 'To read what its owner may read.' },
    WRITE: { description: 'To ask, answer, comment, and all else that members and staff do with posts.' },
    ADMIN: { description: 'To administer, where its owner is an admin.' },
  },
});

/** A key for a user's programs. */
@ObjectType('ApiKey', { implements: () => [NodeType], description: "A key for a user's own programs." })
export class ApiKeyType {
  @Field(() => String, { description: 'What its owner calls it.' })
  name: string;

  @Field(() => [KeyScopeEnum], { description: 'What it may be used for.' })
  scopes: KeyScope[];

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was last used, to within a few minutes.' })
  lastUsedAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it ends; null where it does not.' })
  expiresAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was revoked.' })
  revokedAt: Date | null;
}
