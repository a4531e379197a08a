import { InputType } from '@nestjs/graphql';
import { NodeId } from '../common/node-id.decorator';

/** A session to end. */
@InputType({ description: 'A session to end.' })
export class RevokeSessionInput {
  @NodeId('Session')
  sessionId: string;
}

/** A key to revoke. */
@InputType({ description: 'A key to revoke.' })
export class RevokeApiKeyInput {
  @NodeId('ApiKey')
  apiKeyId: string;
}
