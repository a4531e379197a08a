import type { DemoMember, Minutes } from '../demo-community.types';
import { demoNumber } from '../demo-id';
import type { DemoFollows } from './demo-follows';
import { DemoFounding } from './demo-founding';
import { scenesOf, type DemoScene } from './demo-scene';
import type { DemoStage } from './demo-stage';

/** In which minutes the demo community is founded, and its people come, take on roles, and choose what to follow. */
export class DemoPeopleScenes {
  private readonly founding: DemoFounding;

  constructor(
    private readonly stage: DemoStage,
    private readonly follows: DemoFollows,
    private readonly passwordHash: string,
  ) {
    this.founding = new DemoFounding(stage);
  }

  scenes(): DemoScene[] {
    const { members } = this.stage.cast.demo;
    return [
      { at: 0, play: () => this.founding.found(0) },
      ...members.flatMap((member) => this.life(member)),
      ...this.firstMinute(),
      ...members.flatMap((m) => this.chosen(m)),
    ];
  }

  private life(member: DemoMember): DemoScene[] {
    const [joined, ...roles] = member.roles;
    const by = this.admin().handle;
    return [
      ...scenesOf([joined ?? null], ({ at }) =>
        this.founding.join({ by: member.handle, at }, member, this.passwordHash),
      ),
      ...scenesOf(roles, ({ at }) => this.founding.role({ by, at }, member)),
      ...scenesOf([member.seatAt === null ? null : { at: member.seatAt }], ({ at }) =>
        this.founding.seat({ by, at }, member),
      ),
    ];
  }

  /** What the admin makes in their first minute. */
  private firstMinute(): DemoScene[] {
    const { products, tags } = this.stage.cast.demo;
    const by = this.admin().handle;
    const at = this.stage.cast.joined(by);
    return [
      ...products.map((product, i) => ({ at, play: () => this.founding.product({ by, at }, product, i) })),
      ...tags.map((tag) => ({ at, play: () => this.founding.tag({ by, at }, tag) })),
    ];
  }

  /** Products, words and people are followed within a day of being there: a word, once a topic carries it. */
  private chosen({ handle: by, follows }: DemoMember): DemoScene[] {
    const { products, tags, topics } = this.stage.cast.demo;
    const { cast } = this.stage;
    const choose = (thing: 'product' | 'tag' | 'member', id: string, since: Minutes): DemoScene => {
      const at = Math.max(since, cast.joined(by)) + 1 + demoNumber(`${by} follows ${id}`, 1440);
      return { at, play: () => this.follows.choose({ by, at }, thing, id) };
    };
    return [
      ...products.filter(({ slug }) => follows.products.includes(slug)).map(({ id }) => choose('product', id, 0)),
      ...tags
        .filter(({ name }) => follows.tags.includes(name))
        .map(({ id, name }) => choose('tag', id, topics.find((topic) => topic.tags.includes(name))?.at ?? 0)),
      ...follows.members.map((handle) => choose('member', cast.member(handle).id, cast.joined(handle))),
    ];
  }

  private admin(): DemoMember {
    const admin = this.stage.cast.demo.members.find(({ roles }) => roles[0]?.role === 'ADMIN');
    if (!admin) throw new TypeError('The demo community has nobody to found it.');
    return admin;
  }
}
