/** PNG in WebAssembly, which the page loads itself: the package's other entries would do so in their own ways. */
export {
  BitDepth,
  ColorType,
  Compression,
  FilterType,
  encode,
  initPng,
} from "../../node_modules/@cf-wasm/png/dist/others.js";
