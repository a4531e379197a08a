import type { ReputationRules } from '../../ledger/reputation-rules';
import type { FoundAnomaly } from './anomaly';
import { idsOf, type Given } from './confirmations';

/** One member confirmed another one many times within minutes: what the rules hold. */
export function findBursts(held: readonly Given[], { burstMost, burstMinutes }: ReputationRules): FoundAnomaly[] {
  const pairs = Map.groupBy(held, ({ actorId, subjectId }) => `${actorId}>${subjectId}`);
  return [...pairs].flatMap(([pair, entries]) => {
    const [first] = entries;
    if (!first) return [];
    return [
      {
        kind: 'BURST' as const,
        key: `BURST ${pair}`,
        subjectId: first.subjectId,
        memberIds: [first.actorId],
        entryIds: idsOf(entries),
        because: `One account confirmed one member ${entries.length} times, more than ${burstMost} of them within ${burstMinutes} minutes.`,
      },
    ];
  });
}
