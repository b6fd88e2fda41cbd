self.SHELL = [
  {
    "url": "built/css/hybrid.css",
    "revision": "e31d030eb8082168"
  },
  {
    "url": "built/css/own.css",
    "revision": "a862b64414c9170e"
  },
  {
    "url": "built/css/page.css",
    "revision": "199601d34d1f4777"
  },
  {
    "url": "built/css/teach.css",
    "revision": "f461e4713704a31d"
  },
  {
    "url": "built/js/benchmark-c1db63fc.js",
    "revision": "09a43f9b5842992d"
  },
  {
    "url": "built/js/compare-c51d1625.js",
    "revision": "4ba24141111a32ce"
  },
  {
    "url": "built/js/copying-27bc8dc9.js",
    "revision": "bf7c1a8f3ac701a4"
  },
  {
    "url": "built/js/costs-8b350f46.js",
    "revision": "9566f25555a8cc72"
  },
  {
    "url": "built/js/device-24021479.js",
    "revision": "1f45625afd9102a0"
  },
  {
    "url": "built/js/downloads-15f7daff.js",
    "revision": "f08d63545bbae84c"
  },
  {
    "url": "built/js/drop-79b8dd5c.js",
    "revision": "9cbe1fae496eec59"
  },
  {
    "url": "built/js/hybrid-4c8e56f5.js",
    "revision": "a59ccc94eff29d30"
  },
  {
    "url": "built/js/main.js",
    "revision": "96ee1f249193a821"
  },
  {
    "url": "built/js/manager-86ccc1e0.js",
    "revision": "6d54ee7970dfa285"
  },
  {
    "url": "built/js/measure-cb84453d.js",
    "revision": "8e9ae0aa398d6747"
  },
  {
    "url": "built/js/new_card-efc74995.js",
    "revision": "d1f9f428549a566e"
  },
  {
    "url": "built/js/own-291d59de.js",
    "revision": "e33217e6f757f0fa"
  },
  {
    "url": "built/js/own_worker.js",
    "revision": "37944dfb52edd98d"
  },
  {
    "url": "built/js/percentile-d5ae968b.js",
    "revision": "d2fbc90fe004fbd7"
  },
  {
    "url": "built/js/plot-8da7fd6f.js",
    "revision": "0ec1a4962f7ded8c"
  },
  {
    "url": "built/js/relay.js",
    "revision": "5eda8d84ad439b85"
  },
  {
    "url": "built/js/store-0952ad5b.js",
    "revision": "f32236c4a5b4a38e"
  },
  {
    "url": "built/js/style-f586a88f.js",
    "revision": "15171ae9f4a4d45e"
  },
  {
    "url": "built/js/teach-05d2e847.js",
    "revision": "f0007556d9b6ceb5"
  },
  {
    "url": "built/js/test_digits-c50e91ac.js",
    "revision": "76d948c974d0589d"
  },
  {
    "url": "built/js/times_plot-7a843694.js",
    "revision": "b7435cfe66b6c6bc"
  },
  {
    "url": "built/js/uplot-b9e1063a.js",
    "revision": "51df567d7f7a6498"
  },
  {
    "url": "built/js/worker.js",
    "revision": "5f2bba38bf7a81e1"
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
    "revision": "08c6ec171f8f8fdf"
  },
  {
    "url": "manifest.webmanifest",
    "revision": "b3f239dc2d28a358"
  },
  {
    "url": "models/hybrid.json",
    "revision": "e0f4119dd8b5bef5"
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
    "revision": "f2371e4138f3c9cd"
  },
  {
    "url": "vendor/tfjs-backend-wasm-simd.wasm",
    "revision": "ff3b2a7f81610e3b"
  },
  {
    "url": "vendor/tfjs-lean.js",
    "revision": "2aa57c8721bd3ad1"
  },
  {
    "url": "vendor/tfjs-lean.wasm",
    "revision": "634696dfb6d24b4c"
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
