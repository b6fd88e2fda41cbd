self.SHELL = [
  {
    "url": "built/css/hybrid.css",
    "revision": "4c741696ab15bd5d"
  },
  {
    "url": "built/css/latencies.css",
    "revision": "16d39ba9f8345bdb"
  },
  {
    "url": "built/css/own.css",
    "revision": "a862b64414c9170e"
  },
  {
    "url": "built/css/page.css",
    "revision": "e33a140e71ee49ab"
  },
  {
    "url": "built/css/teach.css",
    "revision": "cab638641ee71b13"
  },
  {
    "url": "built/js/benchmark-8702722f.js",
    "revision": "59e35fd9b16d51f1"
  },
  {
    "url": "built/js/compare-901235dd.js",
    "revision": "1e5cd8850eae4af1"
  },
  {
    "url": "built/js/copying-27bc8dc9.js",
    "revision": "bf7c1a8f3ac701a4"
  },
  {
    "url": "built/js/costs-729d70cd.js",
    "revision": "ec1344516bfd03bc"
  },
  {
    "url": "built/js/difference-98a46eef.js",
    "revision": "554cd0510ea4e109"
  },
  {
    "url": "built/js/downloads-7f8a362c.js",
    "revision": "0df2d7d35dfc0c12"
  },
  {
    "url": "built/js/drop-79b8dd5c.js",
    "revision": "9cbe1fae496eec59"
  },
  {
    "url": "built/js/hybrid-66f0c8fb.js",
    "revision": "2fc0619e7a0f7e49"
  },
  {
    "url": "built/js/lacks-2de80914.js",
    "revision": "7163dfcdd8860abd"
  },
  {
    "url": "built/js/main.js",
    "revision": "1ea89d4f99b043e3"
  },
  {
    "url": "built/js/manager-207f4c47.js",
    "revision": "7764c292b73f2e44"
  },
  {
    "url": "built/js/measure-ea4fb362.js",
    "revision": "8c1539dacb616ec7"
  },
  {
    "url": "built/js/new_card-85677f83.js",
    "revision": "859f7ad8139cb137"
  },
  {
    "url": "built/js/own-8aac891f.js",
    "revision": "83cbfc3251f91a28"
  },
  {
    "url": "built/js/own_worker.js",
    "revision": "9d93c4e8b90f5390"
  },
  {
    "url": "built/js/percentile-d5ae968b.js",
    "revision": "d2fbc90fe004fbd7"
  },
  {
    "url": "built/js/plot-c4737bf6.js",
    "revision": "25d52c52746d8999"
  },
  {
    "url": "built/js/relay.js",
    "revision": "207d1ffa7008bf7c"
  },
  {
    "url": "built/js/running-2b5727c1.js",
    "revision": "720b4f5b11a2435d"
  },
  {
    "url": "built/js/saving-e4d0e37e.js",
    "revision": "96b6ae88ce3d87cf"
  },
  {
    "url": "built/js/store-2b4298a1.js",
    "revision": "bf16bb6026e0b85a"
  },
  {
    "url": "built/js/style-f586a88f.js",
    "revision": "15171ae9f4a4d45e"
  },
  {
    "url": "built/js/teach-4f2587bf.js",
    "revision": "74c7ccfc1ffca915"
  },
  {
    "url": "built/js/times_plot-9742f065.js",
    "revision": "058953a58eb39704"
  },
  {
    "url": "built/js/uplot-b9e1063a.js",
    "revision": "51df567d7f7a6498"
  },
  {
    "url": "built/js/worker.js",
    "revision": "ce36ed954a485773"
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
    "revision": "9875577242d270a1"
  },
  {
    "url": "manifest.webmanifest",
    "revision": "b3f239dc2d28a358"
  },
  {
    "url": "models/hybrid.json",
    "revision": "b62741d58db56a0b"
  },
  {
    "url": "relay.html",
    "revision": "e06169dfb16e5410"
  },
  {
    "url": "vendor/engines.json",
    "revision": "9dbef6036c08cce7"
  },
  {
    "url": "vendor/sizes.json",
    "revision": "c6e6324a34dea56c"
  },
  {
    "url": "vendor/tfjs-backend-wasm-simd.wasm",
    "revision": "ff3b2a7f81610e3b"
  },
  {
    "url": "vendor/tfjs-lean.js",
    "revision": "141ff4775f0d8631"
  },
  {
    "url": "vendor/tfjs-lean.wasm",
    "revision": "1860eeb0eaa1476f"
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
  "vendor/chunk-45LFJYDD.js": "fae1b181e0f5127019d1a3940e7a2ef8fcc38c61af36131dcc612ba8c4246b7e",
  "vendor/chunk-BGEL5U4M.js": "54c0109b3b7be45988bb3dac75e5c26c3804a27cefb97bbdd36c189d622620f7",
  "vendor/chunk-NAGAVDAQ.js": "d4a9aecddc34d17031acbc9a9d410ad1b8040332aede9ab0b73c5ca4e88980eb",
  "vendor/chunk-YVSA2ZOB.js": "22800fbec53809163d5f1bb69d372fdf2ed1eb7b950fa1e27ae997b42e31291e",
  "vendor/tfjs-cpu.js": "c81469ca64bf309190ff98fbb6cabc40219653ec3e057ecc13e2fd5e623c9d5c",
  "vendor/tfjs.js": "cb9211715cbc79ba3de69d8ed687a39fcdcfbf25f74a5764f1881c916baf89cd",
  "vendor/tfjs-webgl.js": "55c897f85394abd3837f7c989c4ff3e43d8868fe86011919da12c0a0563d46a5",
  "vendor/tfjs-webgpu.js": "b95707a591852594a48800783ec2949255f643dfd5ac9a902c3ca689f4ec518b",
  "vendor/tfjs-backend-wasm-threaded-simd.wasm": "598f80b95bd7fe2f09c892b8c5ccc9491168e19d529c5390d901e59573017752",
  "vendor/tfjs-threads.js": "80ac79691a018a83e4db4bdec9a7919eec5522e5f585593820de4645cc25564f",
  "vendor/litert.js": "439972dc3eae66c163d5705d20981f96fc31c3c3c7ced72ef2725bd95c55bf3a",
  "vendor/litert/litert_wasm_compat_internal.wasm": "5255c8ad06eabdbd2522cdebf6b22fc10faf74625c23a49b9e072570cd1fa41c",
  "vendor/litert-threads.js": "db12c038bad2daa8721ea440d58c2afd1a3d3d536c611abf6049e5629444868a",
  "vendor/litert/litert_wasm_threaded_internal.js": "92486cc9db60e8af79b281e4069552cfa0ee81469de4c82508fcf5fc98e12198",
  "vendor/litert/litert_wasm_threaded_internal.wasm": "b5e54eca10f043497edf9a02186332707cae260c550d7ea22b2cae55669596cf"
};
