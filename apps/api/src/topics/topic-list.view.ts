import { Injectable } from '@nestjs/common';
import { TopicsReader, type TopicListRequest, type TopicRow, type Viewer } from '@app/community';
import type { Connection } from '@app/kernel';
import { CARD_FIELDS } from '../common/shown-fields';
import type { Selection } from '../common/selection';
import { Authors } from './authors';
import { topicEdges } from './topic-edges';

/** The page that people open all day: a list of topics with all that it shows, read in two rounds. */
@Injectable()
export class TopicListView {
  constructor(
    private readonly topics: TopicsReader,
    private readonly authors: Authors,
  ) {}

  /** The page with the edges that the query asks for attached. */
  async load(viewer: Viewer, request: TopicListRequest, selection: Selection): Promise<Connection<TopicRow>> {
    const nodes = selection.nodes();
    const page = await this.topics.list(viewer, {
      ...request,
      edges: topicEdges(nodes),
    });
    if (nodes.has('author')) await this.authors.attachTo(viewer, page.nodes, [nodes], nodes.isWithin(CARD_FIELDS));
    return page;
  }
}
