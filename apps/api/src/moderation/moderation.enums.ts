import { registerEnumType } from '@nestjs/graphql';
import { FLAG_REASONS, MODERATION_CAUSES, MODERATION_DECISIONS } from '@app/community';
import { asEnum } from '../common/as-enum';

export const FlagReasonEnum = asEnum(FLAG_REASONS);
registerEnumType(FlagReasonEnum, {
  name: 'FlagReason',
  description: 'Why a member thinks that a post should not stand.',
});

export const ModerationCauseEnum = asEnum(MODERATION_CAUSES);
registerEnumType(ModerationCauseEnum, {
  name: 'ModerationCause',
  description: 'What brought a post into the queue.',
  valuesMap: {
    FIRST_POST: { description: 'It is one of the first posts of a new member, and waits for approval.' },
    FLAGS: { description: 'Members flagged it.' },
  },
});

export const ModerationDecisionEnum = asEnum(MODERATION_DECISIONS);
registerEnumType(ModerationDecisionEnum, { name: 'ModerationDecision', description: 'What staff decided.' });
