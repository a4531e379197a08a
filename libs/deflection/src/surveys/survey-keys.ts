import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { effectiveSettings, type Viewer } from '@app/community';
import { KeyedHash, type Client } from '@app/identity';
import { keyFrom, shareOf } from '../sampling/drawn';

/** Days for which the survey about a look at a topic can be answered. */
export const SURVEY_DAYS = 7;

const DAY_MS = 86_400_000;
const TOKEN = /^ahv_([0-9a-f]{32})([0-9a-z]{4})([\w-]{43})$/;

/** A look at the page of a topic. */
export interface TopicLook {
  readonly communityId: string;
  readonly topicId: string;
}

/**
 * The survey about looks at topics: one question for each person, topic and day, for a share of them. Whom it was
 * put to is stored nowhere: the token that is handed out says which question it answers, and cannot be made up.
 */
@Injectable()
export class SurveyKeys {
  constructor(private readonly hash: KeyedHash) {}

  /** What the question is answered by; null where this look is not asked. */
  tokenFor(viewer: Viewer, topicId: string, client: Client): string | null {
    const { communityId } = viewer;
    const { surveyPercent } = effectiveSettings(viewer.community.settings);
    const day = Math.floor(Date.now() / DAY_MS);
    const who = viewer.memberId ?? viewer.userId ?? `${client.ip} ${client.userAgent ?? ''}`;
    const bits = this.hash.of('survey', `look\n${communityId}\n${topicId}\n${day}\n${who}`);
    if (shareOf(bits) * 100 >= surveyPercent) return null;
    const id = keyFrom(bits).replaceAll('-', '');
    const stamp = day.toString(36).padStart(4, '0');
    return `ahv_${id}${stamp}${this.sign({ communityId, topicId }, id, stamp)}`;
  }

  /** The key of the question that a token answers; null where it was not made for this topic, or its time is over. */
  questionOf(token: string, look: TopicLook): string | null {
    const [, id = '', stamp = '', signature = ''] = TOKEN.exec(token) ?? [];
    if (!timingSafeEqual(Buffer.from(signature.padEnd(43)), Buffer.from(this.sign(look, id, stamp)))) return null;
    const age = Math.floor(Date.now() / DAY_MS) - Number.parseInt(stamp, 36);
    return age <= SURVEY_DAYS
      ? [id.slice(0, 8), id.slice(8, 12), id.slice(12, 16), id.slice(16, 20), id.slice(20)].join('-')
      : null;
  }

  private sign({ communityId, topicId }: TopicLook, id: string, stamp: string): string {
    return this.hash.of('survey', `token\n${communityId}\n${topicId}\n${id}\n${stamp}`);
  }
}
