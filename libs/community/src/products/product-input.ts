/** The form of a product's name in addresses. */
export const PRODUCT_SLUG = /^[a-z0-9][a-z0-9-]{1,79}$/;

/** What a new product is. */
export interface NewProduct {
  readonly idempotencyKey: string;
  readonly name: string;
  /** From the name where nothing is said. */
  readonly slug?: string | null;
  readonly description?: string | null;
  readonly parentId?: string | null;
  readonly position?: number | null;
}

/** What an edit changes of a product: what is absent stays. */
export interface ProductChange {
  readonly productId: string;
  /** The version the edit was made on. */
  readonly version: number;
  readonly name?: string | null;
  readonly slug?: string | null;
  readonly description?: string | null;
  /** Null moves it to the top. */
  readonly parentId?: string | null;
  readonly position?: number | null;
}
