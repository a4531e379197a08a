import { ANOMALY_RULES, type FoundAnomaly } from './anomaly';
import { idsOf, type Given } from './confirmations';

/** Groups that are held together by confirmations in both directions, and give hardly any to others. */
export function findRings(given: readonly Given[]): FoundAnomaly[] {
  const byActor = Map.groupBy(given, ({ actorId }) => actorId);
  return mutualGroups(given).flatMap((group) => {
    const of = group.flatMap((member) => byActor.get(member) ?? []);
    const members = new Set(group);
    const inside = of.filter(({ subjectId }) => members.has(subjectId));
    const { ringMembers, ringInside, ringPerMember } = ANOMALY_RULES;
    const closed = inside.length >= ringInside * of.length && inside.length >= ringPerMember * group.length;
    if (group.length < ringMembers || !closed) return [];
    const memberIds = group.toSorted();
    return [
      {
        kind: 'RING' as const,
        key: `RING ${memberIds[0]}`,
        subjectId: null,
        memberIds,
        entryIds: idsOf(inside),
        because: `${group.length} members confirmed each other: ${inside.length} of the ${of.length} confirmations that they gave stayed among them.`,
      },
    ];
  });
}

/** Members who are linked by confirmations in both directions, directly or over others. */
function mutualGroups(given: readonly Given[]): string[][] {
  const pairs = new Set(given.map(({ actorId, subjectId }) => `${actorId} ${subjectId}`));
  const friends = new Map<string, Set<string>>();
  for (const { actorId, subjectId } of given) {
    if (!pairs.has(`${subjectId} ${actorId}`)) continue;
    friends.set(actorId, (friends.get(actorId) ?? new Set()).add(subjectId));
  }
  const seen = new Set<string>();
  return [...friends.keys()].flatMap((start) => {
    if (seen.has(start)) return [];
    const group = [start];
    seen.add(start);
    for (const member of group) {
      for (const friend of friends.get(member) ?? []) {
        if (seen.has(friend)) continue;
        seen.add(friend);
        group.push(friend);
      }
    }
    return [group];
  });
}
