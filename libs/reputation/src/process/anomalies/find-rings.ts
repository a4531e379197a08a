import { ANOMALY_RULES, type FoundAnomaly } from './anomaly';
import { idsOf, type Given } from './confirmations';

/** Members whom somebody in a ring confirms, and who confirm them. */
const PARTNERS = 2;

/** Groups that are held together by confirmations in both directions, and give hardly any to others. */
export function findRings(given: readonly Given[]): FoundAnomaly[] {
  const byActor = Map.groupBy(given, ({ actorId }) => actorId);
  return mutualGroups(given).flatMap((linked) => {
    const group = closedPart(linked, byActor);
    const of = group.flatMap((member) => byActor.get(member) ?? []);
    const members = new Set(group);
    const inside = of.filter(({ subjectId }) => members.has(subjectId));
    const { ringMembers, ringPerMember } = ANOMALY_RULES;
    if (group.length < ringMembers || inside.length < ringPerMember * group.length) return [];
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

/**
 * Those of a group who keep to it themselves. Nobody is in a ring because its members confirm them and they once confirmed
 * one of these; and no ring is hidden by somebody like that, who confirms many others.
 */
function closedPart(group: readonly string[], byActor: ReadonlyMap<string, readonly Given[]>): string[] {
  let members = new Set(group);
  for (;;) {
    const kept = [...members].filter((member) => {
      const of = byActor.get(member) ?? [];
      const inside = of.filter(({ subjectId }) => members.has(subjectId));
      const partners = new Set(inside.map(({ subjectId }) => subjectId));
      return inside.length >= ANOMALY_RULES.ringInside * of.length && partners.size >= PARTNERS;
    });
    if (kept.length === members.size) return kept;
    members = new Set(kept);
  }
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
