import type { Fields } from '../rows/fields';
import type { Findings } from '../rows/findings';

/**
 * The categories: products here. Topics tell only their ids; names come from the lists of the site (`/site.json`,
 * `/categories.json`), which are read first.
 */
export class DiscourseCategories {
  private readonly given = new Set<string>();

  /** A category of a list of the site. */
  listed(category: Fields, findings: Findings): void {
    const id = category.id('id');
    const name = category.line('name') ?? `Category ${id}`;
    const description = category.text('description_text');
    const parent = category.maybeId('parent_category_id');
    if (this.given.has(id)) return;
    this.given.add(id);
    findings.record({
      kind: 'product',
      externalId: id,
      name,
      ...(description && { description }),
      ...(parent !== null && { parent }),
      position: category.count('position') ?? 0,
    });
    findings.record({ kind: 'redirect', path: `/c/${id}`, to: { product: id } });
  }

  /** The external id of the category of a topic, which is named by its number where no list has named it. */
  ofTopic(topic: Fields, findings: Findings): string[] {
    const id = topic.maybeId('category_id');
    if (id === null) return [];
    if (!this.given.has(id)) findings.record({ kind: 'product', externalId: id, name: `Category ${id}` });
    this.given.add(id);
    return [id];
  }
}
