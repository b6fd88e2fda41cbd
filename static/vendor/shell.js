self.SHELL = [
  {
    "url": "built/css/page.css",
    "revision": "f7851770d226ab5e"
  },
  {
    "url": "built/js/benchmark-b9af8970.js",
    "revision": "a6e3821b4bae4fd1"
  },
  {
    "url": "built/js/compare-fb040728.js",
    "revision": "a5a63e62edbd0c44"
  },
  {
    "url": "built/js/copying-27bc8dc9.js",
    "revision": "bf7c1a8f3ac701a4"
  },
  {
    "url": "built/js/downloads-281cfb20.js",
    "revision": "7a5d832033e09da0"
  },
  {
    "url": "built/js/main.js",
    "revision": "182bbfbdbe1d1d36"
  },
  {
    "url": "built/js/manager-53b81721.js",
    "revision": "4a58c73812f98331"
  },
  {
    "url": "built/js/measure-5d3288e0.js",
    "revision": "1ae822e809c1b672"
  },
  {
    "url": "built/js/percentile-f1b50b9c.js",
    "revision": "95c027740b13999c"
  },
  {
    "url": "built/js/plot-40b17795.js",
    "revision": "3962e9fd8b7017a5"
  },
  {
    "url": "built/js/relay.js",
    "revision": "5eda8d84ad439b85"
  },
  {
    "url": "built/js/store-45defb33.js",
    "revision": "07d717f2e6acbde3"
  },
  {
    "url": "built/js/test_digits-c50e91ac.js",
    "revision": "76d948c974d0589d"
  },
  {
    "url": "built/js/times_plot-f87d39de.js",
    "revision": "1b97fd69793d5a86"
  },
  {
    "url": "built/js/uplot-37e6a497.js",
    "revision": "030a91321e889c0e"
  },
  {
    "url": "built/js/worker.js",
    "revision": "cb811af5eee9f9f9"
  },
  {
    "url": "favicon.svg",
    "revision": "11f30bc9e9648dc5"
  },
  {
    "url": "icon-192.png",
    "revision": "b8d2560d41d6aa8b"
  },
  {
    "url": "index.html",
    "revision": "9ad64f6a543bb45c"
  },
  {
    "url": "manifest.webmanifest",
    "revision": "b3f239dc2d28a358"
  },
  {
    "url": "relay.html",
    "revision": "e06169dfb16e5410"
  },
  {
    "url": "vendor/engines.json",
    "revision": "183a76c043b078e7"
  },
  {
    "url": "vendor/sizes.json",
    "revision": "ca8b63850c606275"
  },
  {
    "url": "vendor/tfjs-backend-wasm-simd.wasm",
    "revision": "ff3b2a7f81610e3b"
  },
  {
    "url": "vendor/tfjs-wasm.js",
    "revision": "694dc02fc6651471"
  },
  {
    "url": "vendor/uplot.css",
    "revision": "df630c6a8d6f8eea"
  }
];
self.ENGINES = {
  "vendor/chunk-SPCSO2EW.js": "ba15eb293bb93d619370a19e13387d5f11c5315f09b4777671b7d3522bca0765",
  "vendor/chunk-TZXLKWED.js": "061551dcf0a364287dfaee44531117af8b38d50ac968fcaae936ab48b304fda4",
  "vendor/chunk-ZHHN3YIZ.js": "9821046177177ea524f52dd077e524c4eb6cd79ffc0b3d342df0cda00448b5c7",
  "vendor/tfjs-cpu.js": "ea7baaf8486d7f5385e126d3a870fd7c4d5daeebe179b1cbff425547cdab0ac9",
  "vendor/tfjs.js": "71b6a24fcc99df2f1f6961f294a3396b23788860fe264626c107e41a1b5f8325",
  "vendor/tfjs-webgl.js": "b5ff9b75eb31eee0c5ab84239447db68e3333de651a3a5a292e75855a6b88310",
  "vendor/tfjs-webgpu.js": "1526a16a2125ffa01a330d91efa504af13ba8d3e36387d1bcaf683d4c5d6b069",
  "vendor/litert.js": "4335f79e1ffd08160ab6d43420adeb49ff3ea27ede4ac121d4081162ea954828",
  "vendor/litert/litert_wasm_compat_internal.wasm": "5255c8ad06eabdbd2522cdebf6b22fc10faf74625c23a49b9e072570cd1fa41c"
};
