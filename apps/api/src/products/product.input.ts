import { Field, InputType, Int } from '@nestjs/graphql';
import { PRODUCT_SLUG, type NewProduct, type ProductChange } from '@app/community';
import { PlainText } from '@app/kernel';
import { IsOptional, Matches, Max, Min } from 'class-validator';
import { IdempotencyKey } from '../common/idempotency-key.decorator';
import { NodeId } from '../common/node-id.decorator';

const SLUG_FAULT = { message: 'slug takes 2 to 80 of a-z, 0-9 and -, and begins with a letter or a digit.' };
const MAX_POSITION = 100_000;

/** A new product. */
@InputType({ description: 'A new product.' })
export class CreateProductInput implements NewProduct {
  @NodeId('Community')
  communityId: string;

  @IdempotencyKey()
  idempotencyKey: string;

  @Field(() => String, { description: 'The name that people read, 1 to 100 characters.' })
  @PlainText({ min: 1, max: 100 })
  name: string;

  @Field(() => String, { nullable: true, description: 'The name in addresses; made from the name if absent.' })
  @IsOptional()
  @Matches(PRODUCT_SLUG, SLUG_FAULT)
  slug?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is, up to 500 characters of plain text.' })
  @IsOptional()
  @PlainText({ min: 0, max: 500 })
  description?: string | null;

  @NodeId('Product', { nullable: true, description: 'The product it is a part of; products stand at most three deep.' })
  parentId?: string | null;

  @Field(() => Int, { nullable: true, description: 'Its place among the products beside it, 0 to 100,000.' })
  @IsOptional()
  @Min(0)
  @Max(MAX_POSITION)
  position?: number | null;
}

/** A change of a product. */
@InputType({ description: 'A change of a product; what is left out stays.' })
export class UpdateProductInput implements ProductChange {
  @NodeId('Product')
  productId: string;

  @Field(() => Int, { description: 'The version that the edit was made on.' })
  version: number;

  @Field(() => String, { nullable: true, description: 'The name that people read, 1 to 100 characters.' })
  @IsOptional()
  @PlainText({ min: 1, max: 100 })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'The name in addresses; old addresses then lead nowhere.' })
  @IsOptional()
  @Matches(PRODUCT_SLUG, SLUG_FAULT)
  slug?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is, up to 500 characters of plain text.' })
  @IsOptional()
  @PlainText({ min: 0, max: 500 })
  description?: string | null;

  @NodeId('Product', { nullable: true, description: 'The product it is a part of; null moves it to the top.' })
  parentId?: string | null;

  @Field(() => Int, { nullable: true, description: 'Its place among the products beside it, 0 to 100,000.' })
  @IsOptional()
  @Min(0)
  @Max(MAX_POSITION)
  position?: number | null;
}

/** Which product. */
@InputType({ description: 'Which product.' })
export class ProductInput {
  @NodeId('Product')
  productId: string;
}
