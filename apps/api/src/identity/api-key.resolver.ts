import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { KeyIssuingService, type Community, type Viewer } from '@app/community';
import { ApiKeysService, type ApiKey, type CreatedApiKey } from '@app/identity';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import type { RequestContext } from '../common/request-context';
import { CommunityType } from '../communities/community.type';
import { ApiKeyType } from './api-key.type';
import { CreateApiKeyInput } from './create-api-key.input';
import { CreateApiKeyPayloadType } from './create-api-key-payload.type';
import { RevokeApiKeyInput } from './revoking.input';

/** Makes and revokes keys. */
@Resolver(() => ApiKeyType)
export class ApiKeyResolver {
  constructor(
    private readonly issuing: KeyIssuingService,
    private readonly keys: ApiKeysService,
  ) {}

  @Mutation(() => CreateApiKeyPayloadType, {
    description: 'Makes a key for your programs. The address must be verified. Its text is shown this once.',
  })
  @Allow('session')
  createApiKey(
    @Args('input') input: CreateApiKeyInput,
    @CurrentViewer() viewer: Viewer | null,
    @Context() { principal }: RequestContext,
  ): Promise<CreatedApiKey> {
    return this.issuing.create(principal, viewer, input);
  }

  @Mutation(() => ApiKeyType, { description: 'Revokes one of your own keys, for good.' })
  @Allow('session')
  revokeApiKey(
    @Args('input') { apiKeyId }: RevokeApiKeyInput,
    @Context() { principal }: RequestContext,
  ): Promise<ApiKey> {
    return this.keys.revoke(principal, apiKeyId);
  }

  @ResolveField(() => CommunityType, {
    nullable: true,
    description: 'The community whose members it may act for; null where it acts for its owner only.',
  })
  actsIn(@Parent() { actsInCommunityId }: ApiKey, @Context() context: RequestContext): Promise<Community | null> {
    return context.ownCommunity(actsInCommunityId);
  }
}
