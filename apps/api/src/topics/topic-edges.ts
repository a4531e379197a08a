import type { TopicEdges } from '@app/community';
import type { Selection } from '../common/selection';

/** The edges that a query asks for of a topic, and that one statement can bring along with it. */
export function topicEdges(selection: Selection): TopicEdges {
  return {
    products: selection.has('products'),
    tags: selection.has('tags'),
    viewerState: selection.has('viewerHasMeToo', 'viewerFollows'),
  };
}
