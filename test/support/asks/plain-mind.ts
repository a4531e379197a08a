import type { AskToMake, RoutingMoment } from '../../../libs/superfans/src/routing/assignment';
import type { RankedPerson } from '../../../libs/superfans/src/routing/ranked-person';
import type { RoutedQuestion, RoutedReply } from '../../../libs/superfans/src/routing/routed-question';
import { LikeThreads } from '../../../libs/superfans/src/asks/serving/like-threads';
import type { RoutingMind } from '../../../libs/superfans/src/asks/serving/routing-mind';
import { RouterMinds } from '../../../libs/superfans/src/asks/serving/router-minds';

const DAY = 86_400_000;

/**
 * A mind that asks whoever has helped here, the most helpful first, as many as may be: these tests are about who may be
 * asked, and not about who is best.
 */
export function plainMind(): RoutingMind {
  const questions = new Map<string, RoutedQuestion>();
  const replies: RoutedReply[] = [];
  const rank = (question: RoutedQuestion, now: number): RankedPerson[] => {
    const people = new Map<string, RankedPerson>();
    for (const { memberId, topicId, at } of replies) {
      if (memberId === question.askerId) continue;
      const before = people.get(memberId);
      const about = questions.get(topicId);
      const same = about?.productIds.some((id) => question.productIds.includes(id)) ? 1 : 0;
      const reasons = {
        similarAnswered: 0,
        answeredLately: (before?.reasons.answeredLately ?? 0) + (now - at < 60 * DAY ? 1 : 0),
        sameProduct: (before?.reasons.sameProduct ?? 0) + same,
        lastReplyAt: Math.max(at, before?.reasons.lastReplyAt ?? 0),
      };
      const p = 1 - Math.exp(-0.1 * (reasons.answeredLately + reasons.sameProduct));
      people.set(memberId, { memberId, p, reasons });
    }
    return [...people.values()].toSorted((a, b) => b.p - a.p);
  };
  return {
    record: {
      asked: (question) => void questions.set(question.topicId, question),
      replied: (reply) => void replies.push(reply),
      askMade: () => undefined,
      askPassed: () => undefined,
      forget: () => undefined,
    },
    ranker: { rank },
    assignment: {
      decide: (moment: RoutingMoment): AskToMake[] =>
        moment.open.flatMap(({ question, asked }) =>
          rank(question, moment.now)
            .filter(({ memberId }) => (moment.people.get(memberId)?.asksLeft ?? 0) > 0)
            .filter(({ memberId }) => !asked.some((one) => one.memberId === memberId))
            .slice(0, Math.max(0, moment.caps.perQuestion - asked.length))
            .map((person) => ({
              topicId: question.topicId,
              memberId: person.memberId,
              at: moment.now,
              p: person.p,
              place: 'FIRST' as const,
              person,
            })),
        ),
    },
  };
}

/** Lets all communities be routed by plain minds, and says that nothing is like anything. */
export function routePlainly(): void {
  jest.spyOn(RouterMinds.prototype, 'open').mockImplementation(async () => plainMind());
  jest.spyOn(LikeThreads.prototype, 'of').mockImplementation(async () => ({ byWords: false, threads: [] }));
}
