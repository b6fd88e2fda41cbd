/** The modules that `custom_module.js` makes. */

declare module "both-sides:operations" {
  export const OPERATIONS: string[];
}
declare module "both-sides:kernels/wasm" {}
declare module "both-sides:kernels/wasm-threads" {}
declare module "both-sides:kernels/lean" {}
declare module "both-sides:kernels/cpu" {}
declare module "both-sides:kernels/webgl" {}
declare module "both-sides:kernels/webgpu" {}
/** The WebAssembly that LiteRT.js runs in, in its folder of `vendor/`. */
declare module "both-sides:litert" {
  export const RUNTIME: { file: string; bytes: number };
}
