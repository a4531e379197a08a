import { Injectable } from '@nestjs/common';
import type { AskToMake, RoutingMoment } from '../../routing/assignment';
import type { RankedPerson } from '../../routing/ranked-person';
import type { RoutedQuestion, RoutedReply } from '../../routing/routed-question';
import type { RoutingMind } from './routing-mind';
import { RoutingMinds } from './routing-mind';

const DAY = 86_400_000;

@Injectable()
export class PlainMinds extends RoutingMinds {
  async open(): Promise<RoutingMind> {
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
        people.set(memberId, { memberId, p, pHere: p, reasons });
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
                place: 'FIRST' as const,
                person,
              })),
          ),
      },
    };
  }
}
