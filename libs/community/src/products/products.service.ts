import { Injectable } from '@nestjs/common';
import { createOnce, DatabaseError, EventLog, selectList, Transactor, type Tx } from '@app/database';
import { DomainError, slugify } from '@app/kernel';
import sql from 'sql-template-tag';
import { requirePermission } from '../access/may';
import { changesBetween } from '../changes/changes-between';
import { lockCommunity } from '../communities/community-for-change';
import type { MemberViewer, Viewer } from '../viewer/viewer';
import type { NewProduct, ProductChange } from './product-input';
import { requirePlace } from './product-tree';
import { Product } from './product.entity';

/** Keeps the list of what the company sells. */
@Injectable()
export class ProductsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
  ) {}

  /** The id of the product that this call, or the first one with its key, has made; NAME_TAKEN for a slug in use. */
  async create(viewer: Viewer, input: NewProduct): Promise<string> {
    requirePermission(viewer, 'administer');
    const { communityId, memberId } = viewer;
    const call = { communityId, memberId, operation: 'createProduct', key: input.idempotencyKey, input };
    return this.named(
      this.transactor.run(communityId, (tx) => createOnce(tx, call, (id) => this.make(tx, viewer, id, input))),
    );
  }

  /** Changes what the edit names; CONFLICT on a version that has passed, NAME_TAKEN for a slug in use. */
  async update(viewer: Viewer, change: ProductChange): Promise<void> {
    requirePermission(viewer, 'administer');
    await this.named(
      this.transactor.run(viewer.communityId, async (tx) => {
        await lockCommunity(tx, viewer);
        const product = await this.lock(tx, viewer, change.productId);
        if (product.version !== change.version) throw DomainError.conflict('product', product.version);
        await requirePlace(tx, viewer.communityId, product.id, change.parentId);
        await this.apply(tx, viewer, product, change);
      }),
    );
  }

  /** Takes a product out of what new topics can be about, or offers it again. Its parts stay as they are. */
  async setArchived(viewer: Viewer, productId: string, archived: boolean): Promise<void> {
    requirePermission(viewer, 'administer');
    await this.transactor.run(viewer.communityId, async (tx) => {
      const product = await this.lock(tx, viewer, productId);
      if ((product.archivedAt !== null) === archived) return;
      await tx.rows(sql`
        UPDATE products SET archived_at = CASE WHEN ${archived} THEN now() END
        WHERE community_id = ${viewer.communityId} AND id = ${productId}`);
      const type = archived ? 'product.archived' : 'product.restored';
      await this.events.append(tx, viewer, { type, subjectId: productId });
    });
  }

  private async make(tx: Tx, viewer: MemberViewer, id: string, input: NewProduct): Promise<void> {
    const { name, description, parentId, position } = input;
    const slug = input.slug ?? slugify(name, id);
    await lockCommunity(tx, viewer);
    await requirePlace(tx, viewer.communityId, id, parentId);
    await tx.insert(Product, {
      communityId: viewer.communityId,
      id,
      slug,
      name,
      description: description ?? '',
      parentId: parentId ?? null,
      position: position ?? 0,
    });
    await this.events.append(tx, viewer, {
      type: 'product.created',
      subjectId: id,
      data: { slug, name, parentId: parentId ?? null },
    });
  }

  private async apply(tx: Tx, viewer: MemberViewer, product: Product, change: ProductChange): Promise<void> {
    const next = {
      name: change.name ?? product.name,
      slug: change.slug ?? product.slug,
      description: change.description ?? product.description,
      parentId: change.parentId === undefined ? product.parentId : change.parentId,
      position: change.position ?? product.position,
    };
    await tx.rows(sql`
      UPDATE products SET name = ${next.name}, slug = ${next.slug}, description = ${next.description},
        parent_id = ${next.parentId}, position = ${next.position}, version = version + 1
      WHERE community_id = ${viewer.communityId} AND id = ${product.id}`);
    await this.events.append(tx, viewer, {
      type: 'product.updated',
      subjectId: product.id,
      data: { version: product.version + 1, ...changesBetween(product, next) },
    });
  }

  private async lock(tx: Tx, viewer: MemberViewer, productId: string): Promise<Product> {
    const product = await tx.row<Product>(
      sql`SELECT ${selectList(Product, 'p')} FROM products p
          WHERE p.community_id = ${viewer.communityId} AND p.id = ${productId} FOR NO KEY UPDATE`,
    );
    if (!product) throw DomainError.notFound('product');
    return product;
  }

  private async named<T>(work: Promise<T>): Promise<T> {
    return work.catch((error: unknown) => {
      throw DatabaseError.violates(error, 'products_slug_key')
        ? new DomainError('NAME_TAKEN', 'Another product has this slug: choose another one.')
        : error;
    });
  }
}
