import { ObjectType } from '@nestjs/graphql';

/** What marking an answer as official has done; its fields are read by the keys it carries. */
@ObjectType('MarkOfficialPayload', { description: 'What marking an answer as official has done.' })
export class MarkOfficialPayload {}
