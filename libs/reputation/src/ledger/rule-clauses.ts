import type { Confirmation } from './entry-kind';
import type { ReputationRules } from './reputation-rules';

/** One figure of the rules, and what it does, in words. */
export interface RuleClause {
  /** The same in all versions. */
  readonly name: string;
  readonly value: number;
  readonly text: string;
}

const CONFIRMED: Readonly<Record<Confirmation, string>> = {
  STAR: 'a star for an answer',
  SOLVED: '"this solved it", said by whoever asked',
  OFFICIAL: 'an answer that the company marks as official',
  DUPLICATE: 'a duplicate linked to its original, once the asker or staff confirm it',
  DONE: 'work done in a tag space, confirmed by who pitched it',
};

/** The rules of one version, figure by figure. */
export function clausesOf(rules: ReputationRules): RuleClause[] {
  const { points, burstMost, burstMinutes, repeatFactor, overlapDiscount } = rules;
  return [
    ...(Object.keys(CONFIRMED) as Confirmation[]).map((kind) => ({
      name: `points.${kind.toLowerCase()}`,
      value: points[kind],
      text: `${points[kind]} points for ${CONFIRMED[kind]}.`,
    })),
    {
      name: 'repeatFactor',
      value: repeatFactor,
      text: `Each further confirmation of one kind from the same member to the same member is worth ${repeatFactor} times the one before.`,
    },
    {
      name: 'burstMost',
      value: burstMost,
      text: `More than ${burstMost} confirmations from one member to another within ${burstMinutes} minutes are held until a lead has looked at them.`,
    },
    {
      name: 'burstMinutes',
      value: burstMinutes,
      text: `A burst is what comes within ${burstMinutes} minutes.`,
    },
    {
      name: 'overlapDiscount',
      value: overlapDiscount,
      text: `Friends who all vouch for each other count once: where all of a member's trust comes from members who confirm the same help, ${overlapDiscount} of their word is taken off; where a part of it does, that part of this.`,
    },
    ...trustClauses(rules),
  ];
}

function trustClauses({ trust: { carry, reach, spread, fadesInDays } }: ReputationRules): RuleClause[] {
  return [
    {
      name: 'trust.carry',
      value: carry,
      text: `For each point that words that count gave you, you may hand out ${carry}. Who hands out more has a word that weighs less.`,
    },
    {
      name: 'trust.reach',
      value: reach,
      text: `A point from those from whom all trust comes vouches like ${reach}.`,
    },
    {
      name: 'trust.spread',
      value: spread,
      text: `Of all that you may hand out, no more than one part in ${spread} goes to the same member.`,
    },
    {
      name: 'trust.fadesInDays',
      value: fadesInDays,
      text: `What a point vouches for fades: after ${fadesInDays} days to 37 in 100.`,
    },
  ];
}
