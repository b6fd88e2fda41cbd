/** The modules that `custom_module.js` makes. */

declare module "both-sides:operations" {
  export const OPERATIONS: string[];
}
declare module "both-sides:kernels/wasm" {}
declare module "both-sides:kernels/cpu" {}
