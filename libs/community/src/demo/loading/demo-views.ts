import type { DemoTopic, Minutes } from '../demo-community.types';
import type { DemoStage } from './demo-stage';

const WEEK = 7 * 1440;

/** How often topics of the demo community were looked at: most in their first weeks, told in a batch per week. */
export class DemoViews {
  constructor(private readonly stage: DemoStage) {}

  /** The minutes in which a batch is told. */
  moments(): Minutes[] {
    const { end } = this.stage.cast.demo;
    return Array.from({ length: Math.ceil(end / WEEK) }, (_, week) => Math.min(end, (week + 1) * WEEK));
  }

  /** The views of the week that ends now. */
  tell(at: Minutes): void {
    const { communityId, cast } = this.stage;
    const views: Record<string, number> = {};
    for (const topic of cast.demo.topics) {
      const count = this.until(topic, at) - this.until(topic, (Math.ceil(at / WEEK) - 1) * WEEK);
      if (count === 0) continue;
      views[topic.id] = count;
      this.stage.topic(topic.id).viewCount += count;
    }
    this.stage.tellOfItself(at, { type: 'topics.viewed', subjectId: communityId, data: views });
  }

  /** Views until a minute: in each week after the first the share of the first, divided by the week's number. */
  private until({ at, views, archived, merged, removed }: DemoTopic, minute: Minutes): number {
    const { end } = this.stage.cast.demo;
    const last = Math.min(end, ...[archived, merged, removed].map((act) => act?.at ?? end));
    const first = Math.floor(at / WEEK);
    const weeks = Math.ceil(last / WEEK) - first;
    const passed = Math.min(Math.ceil(minute / WEEK) - first, weeks);
    return Math.floor(views * (harmonic(passed) / harmonic(weeks)));
  }
}

/** 1 + 1/2 + 1/3 … of so many terms. */
function harmonic(terms: number): number {
  let sum = 0;
  for (let term = 1; term <= terms; term++) sum += 1 / term;
  return sum;
}
