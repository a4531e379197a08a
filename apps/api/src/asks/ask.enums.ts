import { registerEnumType } from '@nestjs/graphql';
import { ASK_STATES, PASS_REASONS } from '@app/superfans';
import { asEnum } from '../common/as-enum';

export const AskStateEnum = asEnum(ASK_STATES);
registerEnumType(AskStateEnum, {
  name: 'AskState',
  description: 'What has become of an ask.',
  valuesMap: {
    WAITING: { description: 'It waits for a word.' },
    SNOOZED: { description: 'It is put off.' },
    ACCEPTED: { description: 'They will answer.' },
    PASSED: { description: 'They will not.' },
    ANSWERED: { description: 'They have answered.' },
    ENDED: { description: 'Somebody else has answered, or the topic no longer waits.' },
  },
});

export const PassReasonEnum = asEnum(PASS_REASONS);
registerEnumType(PassReasonEnum, {
  name: 'PassReason',
  description: 'Why somebody passes an ask on. Nobody reads it: it teaches whom to ask.',
  valuesMap: {
    NOT_MY_FIELD: { description: 'It is not what they know about: ask them less about the like.' },
    NO_TIME: { description: 'Not now.' },
    OTHER: { description: 'Something else.' },
  },
});
