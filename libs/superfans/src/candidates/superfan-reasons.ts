import type { HelpFigures } from './help-figures';
import { DAY } from './past-help';
import { LOOK_BACK, type Rhythm, type SuperfanStage, type SuperfanState } from './superfan-state';

/** What a candidate is told of in words. */
export interface Grounds {
  readonly stage: SuperfanStage;
  readonly state: SuperfanState;
  readonly figures: HelpFigures;
  readonly rhythm: Rhythm;
  readonly firstAnswerAt: number;
  readonly asOf: number;
}

const WEEK = 7 * DAY;
/** Whoever says "you" so often, on the average, speaks to the asker; ln(1 + 1). */
const SPEAKING = Math.log1p(1);

/** Why somebody is a candidate, for leads: what they did in counts, then where it is going. */
export function superfanReasons(grounds: Grounds): string[] {
  return [...helpReasons(grounds), ...rhythmReasons(grounds)];
}

function helpReasons({ stage, figures, firstAnswerAt, asOf }: Grounds): string[] {
  const { days, threads, unheardThreads, thanks, quietThreads, sharing, addressing, lastAt } = figures;
  const window = stage === 'ESTABLISHED' ? ` of the last ${LOOK_BACK}` : '';
  const reasons = [`answered on ${count(days, 'day')}${window}, in ${count(threads, 'thread')}`];
  const week = lastAt === null ? 1 : Math.floor((lastAt - firstAnswerAt) / WEEK) + 1;
  if (stage === 'EARLY' && week >= 2) reasons.push(`still here in week ${week}`);
  const months = Math.floor((asOf - firstAnswerAt) / (30 * DAY));
  if (stage === 'ESTABLISHED' && months >= 3) reasons.push(`first answered ${months} months ago`);
  if (thanks > 0) reasons.push(`thanked ${times(thanks)}`);
  if (quietThreads >= 2) reasons.push(`helps where few do: nobody or one other before them in ${quietThreads} threads`);
  if (unheardThreads > 0)
    reasons.push(
      `${count(unheardThreads, 'thread')} more of askers with whom nobody else has dealt, which do not count`,
    );
  if (sharing === 0 && addressing >= SPEAKING) reasons.push('speaks to the asker, never of having the same problem');
  return reasons;
}

function rhythmReasons({ state, rhythm }: Grounds): string[] {
  const { silence, usualPause, recent, usual } = rhythm;
  const habit = Math.round(usual ?? 0);
  switch (state) {
    case 'AT_RISK':
      return [
        usualPause === null
          ? `silent for ${count(silence, 'day')}`
          : `silent for ${count(silence, 'day')}, usually back within ${count(usualPause, 'day')}`,
      ];
    case 'FADING':
      return [`answered on ${count(recent, 'day')} of the last 30, usually on ${habit}`];
    case 'RISING':
      return usual === null ? [] : [`answered on ${count(recent, 'day')} of the last 30, usually on ${habit}`];
    case 'STEADY':
      return [];
  }
}

function times(n: number): string {
  return n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`;
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
