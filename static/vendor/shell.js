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
    "url": "built/js/compare-ac8118ff.js",
    "revision": "8044733a721d8959"
  },
  {
    "url": "built/js/copying-27bc8dc9.js",
    "revision": "bf7c1a8f3ac701a4"
  },
  {
    "url": "built/js/costs-b9104225.js",
    "revision": "03b27860dc83ada3"
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
    "url": "built/js/hybrid-e89dd481.js",
    "revision": "0a192063e6eaa79c"
  },
  {
    "url": "built/js/lacks-2de80914.js",
    "revision": "7163dfcdd8860abd"
  },
  {
    "url": "built/js/main.js",
    "revision": "1ec0e11097b087de"
  },
  {
    "url": "built/js/manager-207f4c47.js",
    "revision": "7764c292b73f2e44"
  },
  {
    "url": "built/js/measure-e40cc96b.js",
    "revision": "fe60577d1ac9bb25"
  },
  {
    "url": "built/js/new_card-85677f83.js",
    "revision": "859f7ad8139cb137"
  },
  {
    "url": "built/js/own-5f35009d.js",
    "revision": "0d05f8d40910c016"
  },
  {
    "url": "built/js/own_worker.js",
    "revision": "d8a23a45b22fb0e8"
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
    "revision": "db90c49b11727cfb"
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
    "url": "built/js/teach-a60370d0.js",
    "revision": "66eeeacc52294ba9"
  },
  {
    "url": "built/js/times_plot-090c7e82.js",
    "revision": "909741d40e2b8219"
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
    "revision": "09da42c0bcf12abc"
  },
  {
    "url": "vendor/sizes.json",
    "revision": "ac2a8b9d36ee1f17"
  },
  {
    "url": "vendor/tfjs-backend-wasm-simd.wasm",
    "revision": "974161d8595e0af6"
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
    "revision": "8006133adcd36bf7"
  },
  {
    "url": "vendor/uplot.css",
    "revision": "df630c6a8d6f8eea"
  }
];
self.ENGINES = {
  "vendor/chunk-7ZWPWL5D.js": "6980c428e1615f31c0dd060b1d7eda08e67bd54019406bb5a731cf5350022e13",
  "vendor/chunk-GVPZG24P.js": "ed30d886da52584b6102d98c83bca92152d92356b6682cb46c7ac71218efa8ba",
  "vendor/chunk-SYFRUC2V.js": "c9a2e645fa062cce4adcd58d747dd8f710fdbba249dac76c7d06caa5d51a3a40",
  "vendor/chunk-YVSA2ZOB.js": "22800fbec53809163d5f1bb69d372fdf2ed1eb7b950fa1e27ae997b42e31291e",
  "vendor/tfjs-cpu.js": "2e22abd0ff413cf4111e252f6c7e03ce796bb4c8ccea5ca6b1d7b4c4e55b4580",
  "vendor/tfjs.js": "4dc1564345ea34873b5c372a3f19d1febdf9003d624ecfa19e907bd5561ce6fe",
  "vendor/tfjs-webgl.js": "dd6cafb8e91edcc91a53ad4f48d4b662371aa334db6521ecf1c81c545b539e8a",
  "vendor/tfjs-webgpu.js": "1bb3255ef8dbbf2e4e5b0410f55a1f739c2749d95b2de44bf071b64f469e4105",
  "vendor/tfjs-backend-wasm-threaded-simd.wasm": "1bd3737976abf0b4ac2f9185e73a16ee4692329c58f034f4472660b482965f7d",
  "vendor/tfjs-threads.js": "2ca39c936824485e9b0d588ae626164d68b1d7e511b9ab37ad543d79e63c1f7f",
  "vendor/litert.js": "439972dc3eae66c163d5705d20981f96fc31c3c3c7ced72ef2725bd95c55bf3a",
  "vendor/litert/litert_wasm_compat_internal.wasm": "5255c8ad06eabdbd2522cdebf6b22fc10faf74625c23a49b9e072570cd1fa41c",
  "vendor/litert-threads.js": "db12c038bad2daa8721ea440d58c2afd1a3d3d536c611abf6049e5629444868a",
  "vendor/litert/litert_wasm_threaded_internal.js": "92486cc9db60e8af79b281e4069552cfa0ee81469de4c82508fcf5fc98e12198",
  "vendor/litert/litert_wasm_threaded_internal.wasm": "b5e54eca10f043497edf9a02186332707cae260c550d7ea22b2cae55669596cf"
};
