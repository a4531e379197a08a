import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ProductLoader, ProductsService, type ProductRow, type Viewer } from '@app/community';
import { Allow } from '../common/allow.decorator';
import { CurrentViewer } from '../common/current-viewer.decorator';
import { CreateProductInput, ProductInput, UpdateProductInput } from './product.input';
import { ProductType } from './product.type';

/** Keeps the list of what the company sells. */
@Resolver()
export class ProductAdminResolver {
  constructor(
    private readonly service: ProductsService,
    private readonly products: ProductLoader,
  ) {}

  @Mutation(() => ProductType, { description: 'Adds a product. NAME_TAKEN for a slug in use.' })
  @Allow('administer')
  async createProduct(
    @Args('input') input: CreateProductInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ProductRow | null> {
    return this.products.load(viewer, await this.service.create(viewer, input));
  }

  @Mutation(() => ProductType, { description: 'Changes a product, or moves it in the tree.' })
  @Allow('administer')
  async updateProduct(
    @Args('input') input: UpdateProductInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ProductRow | null> {
    await this.service.update(viewer, input);
    return this.products.load(viewer, input.productId);
  }

  @Mutation(() => ProductType, {
    description: 'Takes a product out of what new topics can be about; old topics keep it, its parts stay as they are.',
  })
  @Allow('administer')
  async archiveProduct(
    @Args('input') { productId }: ProductInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ProductRow | null> {
    await this.service.setArchived(viewer, productId, true);
    return this.products.load(viewer, productId);
  }

  @Mutation(() => ProductType, { description: 'Offers an archived product for new topics again.' })
  @Allow('administer')
  async restoreProduct(
    @Args('input') { productId }: ProductInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ProductRow | null> {
    await this.service.setArchived(viewer, productId, false);
    return this.products.load(viewer, productId);
  }
}
