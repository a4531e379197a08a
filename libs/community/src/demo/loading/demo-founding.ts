import type { DemoAct, DemoMember, DemoProduct, DemoTag, Minutes } from '../demo-community.types';
import { demoId } from '../demo-id';
import { DemoRows } from './demo-rows';
import type { DemoStage } from './demo-stage';

/** What the demo community is made of before anybody says a word: its products, its tags and its people. */
export class DemoFounding {
  constructor(private readonly stage: DemoStage) {}

  /** The community begins; whoever runs the installation has founded it. */
  found(at: Minutes): void {
    const { slug, id } = this.stage.cast.demo;
    this.stage.tellOfItself(at, { type: 'community.founded', subjectId: id, data: { slug } });
  }

  product(act: DemoAct, product: DemoProduct, position: number): void {
    const { id, slug, name, description } = product;
    this.stage.rows.products.set(id, {
      communityId: this.stage.communityId,
      id,
      slug,
      name,
      description,
      position,
      followerCount: 0,
      createdAt: this.stage.cast.moment(act.at),
    });
    this.stage.tell(act, { type: 'product.created', subjectId: id, data: { slug, name, parentId: null } });
  }

  /** A tag, and the words that stand for it. */
  tag(act: DemoAct, { id, name, description, synonyms }: DemoTag): void {
    const { rows, communityId, cast } = this.stage;
    const row = { communityId, topicCount: 0, followerCount: 0, createdAt: cast.moment(act.at) };
    rows.tags.set(id, { ...row, id, name, description });
    for (const synonym of synonyms) {
      rows.tags.set(synonym.id, { ...row, ...synonym, synonymOfId: id });
      const data = { from: null, to: id, topics: 0, followers: 0, synonyms: 0 };
      this.stage.tell(act, { type: 'tag.synonym_made', subjectId: synonym.id, data });
    }
  }

  /** Somebody registers, proves their address, and joins. */
  join(act: DemoAct, member: DemoMember, passwordHash: string): void {
    const { rows, cast, texts, communityId } = this.stage;
    const createdAt = cast.moment(act.at);
    const { id, handle, displayName, email, title, bio, locale } = member;
    const { role } = cast.viewer(act);
    const userId = demoId(createdAt, `user ${handle}`);
    rows.users.push({ id: userId, email, emailVerifiedAt: createdAt, passwordHash, createdAt });
    rows.members.set(id, {
      communityId,
      id,
      userId,
      handle,
      displayName,
      role,
      seat: false,
      title,
      bio: texts.source(bio),
      bioHtml: texts.html(bio),
      locale,
      followerCount: 0,
      createdAt,
    });
    this.stage.tell(act, { type: 'member.joined', subjectId: id, data: { handle, role } });
  }

  /** An admin gives a member the role that they hold from this minute on. */
  role(act: DemoAct, { id, handle }: DemoMember): void {
    const member = DemoRows.known(this.stage.rows.members, id);
    const from = member.role;
    member.role = this.stage.cast.viewer({ by: handle, at: act.at }).role;
    this.stage.tell(act, { type: 'member.role_set', subjectId: id, data: { from, to: member.role } });
  }

  /** An admin gives a member a moderation seat. */
  seat(act: DemoAct, { id }: DemoMember): void {
    DemoRows.known(this.stage.rows.members, id).seat = true;
    this.stage.tell(act, { type: 'member.seat_granted', subjectId: id, data: { from: false, to: true } });
  }
}
