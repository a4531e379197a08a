/** The part of WebAssembly that is used: every Node has it, but only types made for browsers tell of it. */
declare namespace WebAssembly {
  class Memory {
    constructor(size: { readonly initial: number });
    /** Another one after each `grow`. */
    readonly buffer: ArrayBuffer;
    /** @param pages of 64 KB that are added */
    grow(pages: number): number;
  }
  class Module {
    constructor(bytes: Uint8Array<ArrayBuffer>);
  }
  class Instance {
    constructor(module: Module, imports: Record<string, Record<string, Memory>>);
    readonly exports: unknown;
  }
}
