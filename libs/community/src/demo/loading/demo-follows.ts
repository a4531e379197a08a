import type { FollowReason } from '../../follows/follow.entity';
import type { DemoAct } from '../demo-community.types';
import { demoId } from '../demo-id';
import { DemoRows } from './demo-rows';
import type { DemoStage } from './demo-stage';

/** The things that can be followed: which rows they are, and the column of follows that names one. */
const FOLLOWED = {
  topic: ['topics', 'topicId'],
  tag: ['tags', 'tagId'],
  product: ['products', 'productId'],
  member: ['members', 'personId'],
} as const;

type Thing = keyof typeof FOLLOWED;

/** Who wants to hear of what in the demo community, and why. */
export class DemoFollows {
  constructor(private readonly stage: DemoStage) {}

  /** Somebody chooses to follow a thing. */
  choose(act: DemoAct, thing: Thing, id: string): void {
    if (this.add(act, thing, id, 'CHOSE')) this.stage.tell(act, { type: `${thing}.followed`, subjectId: id });
  }

  /** Somebody follows a topic because they take part in it. */
  takePart(act: DemoAct, topicId: string, reason: FollowReason): void {
    this.add(act, 'topic', topicId, reason);
  }

  /** Whether it is new. Who follows already keeps their reason, unless it came with a me too. */
  private add({ by, at }: DemoAct, thing: Thing, id: string, reason: FollowReason): boolean {
    const { rows, cast, communityId } = this.stage;
    const memberId = cast.member(by).id;
    const key = `${id} ${memberId}`;
    const known = rows.follows.get(key);
    if (known) {
      if (known.reason === 'ME_TOO') known.reason = reason;
      return false;
    }
    const createdAt = cast.moment(at);
    const [table, column] = FOLLOWED[thing];
    const row = { communityId, id: demoId(createdAt, `follow ${key}`), memberId, reason, createdAt };
    rows.follows.set(key, { ...row, topicId: null, movedFromId: null, [column]: id });
    DemoRows.known<{ followerCount: number }>(rows[table], id).followerCount += 1;
    return true;
  }
}
