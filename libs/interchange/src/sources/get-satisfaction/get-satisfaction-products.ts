import { storedPath } from '@app/community';
import { Fields } from '../rows/fields';
import type { Findings } from '../rows/findings';
import { KnownIds } from '../rows/known-ids';

/** The products of a dump: each stands in its topics, and perhaps in a list of its own. */
export class GetSatisfactionProducts {
  private readonly known = new KnownIds();

  /** The external ids of a topic's products. */
  ofTopic(topic: Fields, findings: Findings): string[] {
    const products = topic.list('products').map((product) => this.product(Fields.of(product), findings));
    return [...new Set(products)];
  }

  /** Gives a product when it is met for the first time. */
  product(product: Fields, findings: Findings): string {
    const id = product.id('id');
    const name = product.line('name') ?? `Product ${id}`;
    const description = product.text('description');
    if (!this.known.add(id)) return id;
    findings.record({ kind: 'product', externalId: id, name, ...(description && { description }) });
    const path = storedPath(product.line('at_sfn') ?? '');
    if (path !== null && path !== '/') findings.record({ kind: 'redirect', path, to: { product: id } });
    return id;
  }
}
