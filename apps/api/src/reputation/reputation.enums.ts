import { registerEnumType } from '@nestjs/graphql';
import { CONFIRMATIONS, DECISIONS, LINE_STANDINGS } from '@app/reputation';
import { asEnum } from '../common/as-enum';

export const ConfirmationEnum = asEnum(CONFIRMATIONS);
registerEnumType(ConfirmationEnum, {
  name: 'ConfirmationKind',
  description: "What says that somebody's help helped.",
  valuesMap: {
    STAR: { description: 'A star for an answer.' },
    SOLVED: { description: '"This solved it", by whoever asked.' },
    OFFICIAL: { description: 'An answer is what the company says.' },
    DUPLICATE: { description: 'A duplicate was linked to its original, and that was confirmed.' },
    DONE: { description: 'Work in a tag space was confirmed by who pitched it.' },
  },
});

export const DecisionEnum = asEnum(DECISIONS);
registerEnumType(DecisionEnum, {
  name: 'ReputationDecisionKind',
  description: 'What was decided about a line, or about a decision before.',
  valuesMap: {
    REVERSAL: { description: 'It no longer counts; of a reversal: what that took is given back.' },
    RELEASE: { description: 'A held line counts after all.' },
    KEPT: { description: 'It was looked into, and stays as it is.' },
  },
});

export const LineStandingEnum = asEnum(LINE_STANDINGS);
registerEnumType(LineStandingEnum, {
  name: 'ReputationLineStanding',
  description: 'Whether a line counts, or why it does not.',
  valuesMap: {
    COUNTS: { description: 'It counts.' },
    REVERSED: { description: 'The mark was taken back, or a lead reversed it.' },
    HELD: { description: 'It came in a burst, and waits for a lead.' },
    SAME_PERSON: { description: 'Both sides are one person.' },
    OWN_TOPIC: { description: 'The topic is their own.' },
    NO_TRUST: { description: 'Nobody whose word counts vouches for who gave it.' },
  },
});
