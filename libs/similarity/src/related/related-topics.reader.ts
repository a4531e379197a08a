import { Injectable } from '@nestjs/common';
import { TopicsReader, type TopicRow, type Viewer } from '@app/community';
import { Similarity, type SimilarCandidate, type SimilarityBasis } from '../serving/similarity';

/** Asked for beyond what is shown: some are articles, some are gone by now. */
const CANDIDATES = 40;

/** A topic like another one, and why. */
export interface RelatedTopic {
  readonly topic: TopicRow;
  /** How sure it is that it helps there, 0 to 1. */
  readonly confidence: number;
  readonly sharedWords: readonly string[];
  /** Topics like the other one in which somebody pointed to this one, the most alike first. */
  readonly linkedIn: readonly TopicRow[];
  readonly basis: SimilarityBasis;
}

/** Finds topics like another one, and asks the database again whether they may be shown. */
@Injectable()
export class RelatedTopicsReader {
  constructor(
    private readonly similarity: Similarity,
    private readonly topics: TopicsReader,
  ) {}

  /** The best first, `count` at most. */
  async of(viewer: Viewer, topicId: string, count: number): Promise<RelatedTopic[]> {
    const { candidates, basis } = await this.similarity.related(viewer.communityId, topicId, CANDIDATES);
    const found = candidates.filter(({ kind }) => kind === 'TOPIC');
    const topics = await Promise.all(found.map(({ id }) => this.shown(viewer, id)));
    const related = found.flatMap((candidate, place) => {
      const topic = topics[place];
      return topic ? [{ candidate, topic }] : [];
    });
    return Promise.all(
      related.slice(0, count).map(async ({ candidate, topic }) => ({
        topic,
        basis,
        confidence: candidate.confidence,
        sharedWords: candidate.because.sharedWords,
        linkedIn: await this.linkedIn(viewer, candidate),
      })),
    );
  }

  private async linkedIn(viewer: Viewer, { because }: SimilarCandidate): Promise<TopicRow[]> {
    const topics = await Promise.all(because.threads.map(({ topicId }) => this.shown(viewer, topicId)));
    return topics.filter((topic) => topic !== null);
  }

  /** A topic that stands in the viewer's lists. */
  private async shown(viewer: Viewer, id: string): Promise<TopicRow | null> {
    const topic = await this.topics.load(viewer, id);
    const isListed = topic?.state === 'VISIBLE' && !topic.archivedAt && !topic.mergedIntoId;
    return isListed ? topic : null;
  }
}
