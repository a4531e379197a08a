import { ANOMALY_RULES, type FoundAnomaly } from './anomaly';
import { idsOf, type Given } from './confirmations';

/** Accounts whose confirmations are all of one member, by whom: those of whom it has to be asked what else they do. */
export function oneWayAccounts(given: readonly Given[]): ReadonlyMap<string, ReadonlySet<string>> {
  const bySubject = new Map<string, Set<string>>();
  for (const [actor, entries] of Map.groupBy(given, ({ actorId }) => actorId)) {
    const subjects = new Set(entries.map(({ subjectId }) => subjectId));
    const [subject] = subjects;
    // Somebody who asked says what solved it: that is what askers do.
    if (subjects.size !== 1 || subject === undefined || entries.some(({ kind }) => kind !== 'STAR')) continue;
    bySubject.set(subject, (bySubject.get(subject) ?? new Set()).add(actor));
  }
  return bySubject;
}

/**
 * Many accounts that have never written anything and star one member only.
 * @param silent accounts that have written nothing
 */
export function findOneWay(given: readonly Given[], silent: ReadonlySet<string>): FoundAnomaly[] {
  const { oneWayAccounts: many, oneWayEager } = ANOMALY_RULES;
  const byActor = Map.groupBy(given, ({ actorId }) => actorId);
  return [...oneWayAccounts(given)].flatMap(([subjectId, actors]) => {
    const memberIds = [...actors].filter((actor) => silent.has(actor)).toSorted();
    const eager = memberIds.filter((actor) => (byActor.get(actor)?.length ?? 0) > 1);
    if (memberIds.length < many && eager.length < oneWayEager) return [];
    const stars = memberIds.flatMap((actor) => byActor.get(actor) ?? []);
    return [
      {
        kind: 'ONE_WAY' as const,
        key: `ONE_WAY ${subjectId}`,
        subjectId,
        memberIds,
        entryIds: idsOf(stars),
        because: `${memberIds.length} accounts that have written nothing gave ${stars.length} stars, all of them to one member.`,
      },
    ];
  });
}
