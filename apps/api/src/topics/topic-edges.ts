import type { TopicDetail, TopicEdges } from '@app/community';
import type { Selection } from '../common/selection';
import { CARD_FIELDS, PAGE_FIELDS, PRODUCT_FIELDS, TAG_FIELDS } from '../common/shown-fields';

/** What a query asks for of a topic, and of the edges that one statement can bring along with it. */
export function topicEdges(selection: Selection): TopicEdges {
  return {
    detail: detailOf(selection),
    products: selection.has('products') && namesOrAll(selection.below('products'), PRODUCT_FIELDS),
    tags: selection.has('tags') && namesOrAll(selection.below('tags'), TAG_FIELDS),
    viewerState: selection.has('viewerHasMeToo', 'viewerFollows'),
  };
}

function detailOf(selection: Selection): TopicDetail {
  if (selection.isWithin(CARD_FIELDS)) return 'card';
  return selection.isWithin(PAGE_FIELDS) ? 'page' : 'all';
}

function namesOrAll(selection: Selection, names: ReadonlySet<string>): 'names' | 'all' {
  return selection.isWithin(names) ? 'names' : 'all';
}
