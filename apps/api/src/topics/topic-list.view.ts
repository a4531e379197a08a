import { Injectable } from '@nestjs/common';
import { MemberLoader, TopicsReader, type TopicListRequest, type TopicRow, type Viewer } from '@app/community';
import type { Connection } from '@app/kernel';
import type { Selection } from '../common/selection';
import { attach } from '../graphql/attached-first';
import { topicEdges } from './topic-edges';

/** The page that people open all day: a list of topics with all that it shows, read in two rounds. */
@Injectable()
export class TopicListView {
  constructor(
    private readonly topics: TopicsReader,
    private readonly members: MemberLoader,
  ) {}

  /** The page with the edges that the query asks for attached. */
  async load(viewer: Viewer, request: TopicListRequest, selection: Selection): Promise<Connection<TopicRow>> {
    const nodes = selection.nodes();
    const page = await this.topics.list(viewer, {
      ...request,
      edges: topicEdges(nodes),
    });
    if (nodes.has('author')) await Promise.all(page.nodes.map((topic) => this.attachAuthor(viewer, topic)));
    return page;
  }

  private async attachAuthor(viewer: Viewer, topic: TopicRow): Promise<void> {
    attach(topic, 'author', await this.members.load(viewer, topic.authorId));
  }
}
