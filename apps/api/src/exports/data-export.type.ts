import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DATA_EXPORT_STATES } from '@app/interchange';
import { asEnum } from '../common/as-enum';
import { DateTime } from '../common/date-time.scalar';
import { NodeType } from '../common/node.type';

export const DataExportStateEnum = asEnum(DATA_EXPORT_STATES);
registerEnumType(DataExportStateEnum, {
  name: 'DataExportState',
  description: 'How far an export of own data has come.',
  valuesMap: {
    RUNNING: { description: 'It is being put together.' },
    READY: { description: 'It can be fetched.' },
    EXPIRED: { description: 'Its time is over.' },
    FAILED: { description: 'It did not become ready within a day: ask for another one.' },
  },
});

/** What a community knows of a member, for themselves. */
@ObjectType('DataExport', {
  implements: () => [NodeType],
  description: 'What the community knows of the viewer, as a file for themselves. Nobody else sees that there is one.',
})
export class DataExportType {
  @Field(() => DateTime, { description: 'When it was asked for.' })
  createdAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it became ready.' })
  readyAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Until when it can be fetched: 7 days after it became ready.' })
  expiresAt: Date | null;

  @Field(() => Int, { nullable: true, description: 'The size of the file in bytes, once it is ready.' })
  bytes: number | null;
}
